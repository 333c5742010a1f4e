package org.robotoverlord.changelog.schema;

import java.util.Optional;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A shorthand that is {@code true}, or the name of what it makes.
 *
 * @param name the name given; empty for {@code true}
 */
public record Flag(Optional<String> name) implements Written {
    /** Reads {@code true} or a name. */
    public static Flag parse(Scalar scalar) {
        if (scalar.plain() && (scalar.text().equals("false") || scalar.isNull())) {
            throw new Problem(
                    "'" + scalar.text() + "' stands where true or a name is taken; leave the key out for none");
        }
        return new Flag(scalar.plain() && scalar.text().equals("true") ? Optional.empty() : Optional.of(scalar.text()));
    }

    @Override
    public Optional<Scalar> written() {
        return Optional.of(name.map(text -> isTaken(text) ? Scalar.quoted(text) : Scalar.plain(text))
                .orElse(Scalar.plain("true")));
    }

    /** Whether a name would be read as something else where it stood without quotes. */
    private static boolean isTaken(String text) {
        return text.equals("true") || text.equals("false") || Scalar.plain(text).isNull();
    }
}
