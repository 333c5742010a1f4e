package org.robotoverlord.changelog.fuzz;

import java.util.regex.Pattern;

/** How a problem of a file is to begin. */
final class Places {
    /** What the file of an input is called. */
    static final String PATH = "folder/file.yaml";

    private static final Pattern EXACT = Pattern.compile("[^\\s:]+\\.yaml:[1-9]\\d*:[1-9]\\d*: \\S.*", Pattern.DOTALL);

    /** What is wrong with a file as a whole. */
    private static final Pattern WHOLE = Pattern.compile(
            "[^\\s:]+\\.yaml: (the file is empty|the file has \\d+ bytes, more|number \\d+ is taken|the name is no changelog's).*",
            Pattern.DOTALL);

    private Places() {}

    /** With its line and column, save what is of the whole file. */
    static boolean isTold(String problem) {
        return EXACT.matcher(problem).matches() || WHOLE.matcher(problem).matches();
    }
}
