package org.robotoverlord.changelog.form;

import java.util.Objects;

/**
 * A scalar as it stands in a file, before anyone decides what it means.
 *
 * @param text the characters, without quotes
 * @param plain whether it stands there without quotes; only so can {@code null} mean NULL
 */
public record Scalar(String text, boolean plain) {
    public Scalar {
        Objects.requireNonNull(text, "text");
    }

    /** Written without quotes wherever YAML lets it. */
    public static Scalar plain(String text) {
        return new Scalar(text, true);
    }

    /** Always in quotes. */
    public static Scalar quoted(String text) {
        return new Scalar(text, false);
    }

    /** One that is a text whatever it holds: without quotes, unless it would be NULL then. */
    public static Scalar text(String text) {
        Scalar plain = plain(text);
        return plain.isNull() ? quoted(text) : plain;
    }

    /** Whether it is {@code null}, {@code ~} or nothing, without quotes. */
    public boolean isNull() {
        return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }
}
