package org.robotoverlord.changelog.schema;

import java.util.Optional;
import org.robotoverlord.changelog.form.Inline;

/**
 * A body as a model writes it: with the name it was renamed from, if it was.
 *
 * @param <T> what the body is
 * @param body the body
 * @param renamedFrom its name before
 */
public record Hinted<T>(@Inline T body, Optional<String> renamedFrom) {
    /** A body that wasn't renamed. */
    public static <T> Hinted<T> plain(T body) {
        return new Hinted<>(body, Optional.empty());
    }
}
