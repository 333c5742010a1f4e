package org.robotoverlord.migrate;

import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.Draft;
import org.robotoverlord.changelog.Draft.DraftedChange;

/** What the goals share that write the next changelog: what it is called, and how it is shown. */
abstract class DraftMojo extends AnsweredMojo {
    /**
     * What the changelog is called. Where it is left out, {@code robot:migrate} makes a name of the changes and {@code robot:init-db}
     * takes {@code init}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.name")
    String name;

    /** Shows what a draft does, and what to know of it. */
    final void show(Draft draft) {
        draft.changes().stream().map(DraftMojo::line).forEach(getLog()::info);
        draft.warnings().forEach(getLog()::warn);
    }

    private static String line(DraftedChange change) {
        return change.description()
                + change.loses().map(what -> " (loses " + what + ")").orElse("");
    }
}
