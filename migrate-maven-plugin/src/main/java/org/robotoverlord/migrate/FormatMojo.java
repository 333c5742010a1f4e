package org.robotoverlord.migrate;

import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.problem.Problem;

/** What the goals share whose result is for people or for programs. */
abstract class FormatMojo extends AppsMojo {
    /**
     * {@code text} for people, {@code json} for programs.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.format", defaultValue = "text")
    String format;

    /** @throws Problem if it is neither */
    final boolean isJson() {
        return switch (format) {
            case "json" -> true;
            case "text" -> false;
            default -> throw new Problem(given().said("format") + " takes text or json, not '" + format + "'");
        };
    }
}
