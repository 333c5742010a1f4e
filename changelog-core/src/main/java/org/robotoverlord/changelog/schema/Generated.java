package org.robotoverlord.changelog.schema;

import java.util.Objects;
import org.robotoverlord.changelog.form.Absent;

/**
 * That a column is computed from the others of its row: {@code {sql: "lower(email)", stored: true}}.
 *
 * @param sql the expression
 * @param stored whether the result is kept on disk, not computed when read
 */
public record Generated(Expression sql, @Absent("true") boolean stored) {
    public Generated {
        Objects.requireNonNull(sql, "sql");
    }
}
