package org.robotoverlord.changelog.schema;

import java.util.Optional;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Problem;

/** Whether a table's policies decide who may see or write which row: {@code false}, {@code true} or {@code forced}. */
public enum RowSecurity implements Written {
    /** Policies mean nothing. */
    OFF("false"),
    /** They decide for all but the table's owner. Without a policy, nobody else sees a row. */
    ON("true"),
    /** They decide for its owner too. */
    FORCED("forced");

    private final String text;

    RowSecurity(String text) {
        this.text = text;
    }

    /** Reads {@code false}, {@code true} or {@code forced}. */
    public static RowSecurity parse(Scalar scalar) {
        for (RowSecurity each : values()) {
            if (each.text.equals(scalar.text())) {
                return each;
            }
        }
        throw new Problem("rowSecurity is '" + scalar.text() + "'; write true, false or forced");
    }

    @Override
    public Optional<Scalar> written() {
        return Optional.of(Scalar.plain(text));
    }
}
