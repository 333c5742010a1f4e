package org.robotoverlord.it.build;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a run of Maven ended, and what it said.
 *
 * @param status the exit status
 * @param text all that it printed
 */
public record Output(int status, String text) {
    /** It did what it was told. */
    public Output succeeds() {
        require(status == 0, "it failed with status " + status);
        return this;
    }

    /** It refused, as it refuses a user: with status 1 and without a stack trace. */
    public Output fails() {
        require(status == 1, "its status isn't 1 but " + status);
        return neverSays("\tat ");
    }

    /** It said all of this, in this order; a {@code *} stands for anything within a line. */
    public Output says(String... wanted) {
        int from = 0;
        for (String each : wanted) {
            Matcher matcher = pattern(each).matcher(text);
            require(matcher.find(from), "it doesn't say '" + each + "'" + (from == 0 ? "" : " after what came before"));
            from = matcher.end();
        }
        return this;
    }

    /** It said none of this. */
    public Output neverSays(String... unwanted) {
        for (String each : unwanted) {
            require(!pattern(each).matcher(text).find(), "it says '" + each + "'");
        }
        return this;
    }

    private static Pattern pattern(String wildcards) {
        return Pattern.compile(
                Arrays.stream(wildcards.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    private void require(boolean so, String otherwise) {
        if (!so) {
            throw new AssertionError(otherwise + ":\n" + text);
        }
    }
}
