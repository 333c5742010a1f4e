package org.robotoverlord.changelog.schema;

import java.util.Locale;
import java.util.Optional;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Problem;

/** What a foreign key does to its rows where the row they point to goes or changes its key. */
public enum Action implements Written {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    /** Reads {@code set null} and the like, in any case. */
    public static Action parse(Scalar scalar) {
        String wanted = ColumnType.lower(scalar.text().strip());
        for (Action action : values()) {
            if (action.text().equals(wanted)) {
                return action;
            }
        }
        throw new Problem(
                "'" + scalar.text() + "' is no action; write no action, restrict, cascade, set null or set default");
    }

    /** As it is written: {@code set null}. */
    public String text() {
        return text;
    }

    @Override
    public Optional<Scalar> written() {
        return Optional.of(Scalar.plain(text()));
    }
}
