package org.robotoverlord.changelog.schema;

import java.util.Optional;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Problem;

/** Whether a constraint's check may wait for the end of the transaction: {@code false}, {@code immediate} or {@code deferred}. */
public enum Deferrable implements Written {
    /** It may not. */
    NO("false"),
    /** It may, where a transaction asks for it. */
    IMMEDIATE("immediate"),
    /** It does, unless a transaction asks otherwise. */
    DEFERRED("deferred");

    private final String text;

    Deferrable(String text) {
        this.text = text;
    }

    /** Reads {@code false}, {@code immediate}, {@code true} (the same) or {@code deferred}. */
    public static Deferrable parse(Scalar scalar) {
        return switch (scalar.text()) {
            case "false" -> NO;
            case "true", "immediate" -> IMMEDIATE;
            case "deferred" -> DEFERRED;
            default -> throw new Problem("deferrable is '" + scalar.text() + "'; write false, immediate or deferred");
        };
    }

    @Override
    public Optional<Scalar> written() {
        return Optional.of(Scalar.plain(text));
    }
}
