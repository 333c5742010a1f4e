package org.robotoverlord.changelog.dialect;

import java.util.regex.Pattern;

/** Somebody else's query as a person is shown it: in one line, cut where it is long, and without a password that it sets. */
public final class QueryLine {
    private static final int LONGEST = 200;

    /** {@code password 'x'}, {@code identified by 'x'}, {@code identified with p as 'x'}, {@code password = password('x')}. */
    private static final Pattern PASSWORD = Pattern.compile(
            "(\\b(?:password|identified)\\b[^'\";]{0,60})(?:'(?:[^']|'')*'?|\"(?:[^\"]|\"\")*\"?)",
            Pattern.CASE_INSENSITIVE);

    private QueryLine() {}

    /** The line; empty where there is no query. */
    public static String of(String query) {
        String line = PASSWORD.matcher(query).replaceAll("$1'***'").strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }
}
