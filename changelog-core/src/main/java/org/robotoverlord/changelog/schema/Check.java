package org.robotoverlord.changelog.schema;

import java.util.Objects;
import org.robotoverlord.changelog.form.Bare;

/**
 * A condition that every row keeps: SQL, or {@code {check: SQL}}.
 *
 * @param check the condition
 */
public record Check(@Bare Expression check) {
    public Check {
        Objects.requireNonNull(check, "check");
    }
}
