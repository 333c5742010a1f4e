package org.robotoverlord.changelog.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Schema;

/** Tells what a plan takes back, and which data goes with it, for somebody who has to consent. */
public final class TakenBack {
    private final List<String> ids = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Optional<Schema> schema;

    /** Of a plan that may first finish what a run ended within. */
    public TakenBack(Plan plan) {
        schema = plan.span().map(Span::before);
        plan.changelogs().forEach(this::add);
    }

    private void add(PlannedChangelog changelog) {
        boolean told = changelog.direction() == Direction.DOWN;
        if (told) {
            ids.add(changelog.file().id().toString());
            lines.add("  " + changelog.file().id());
        }
        for (Change change : changelog.changes()) {
            String loses = lost(change).map(lost -> " loses " + lost).orElse("");
            if (told) {
                lines.add("    " + change.describe() + loses);
            }
        }
    }

    /** As far as it is known what was there: of what is half applied it isn't. */
    private Optional<String> lost(Change change) {
        try {
            Optional<String> lost = schema.flatMap(change::loses);
            schema = schema.map(change::apply);
            return lost;
        } catch (Problem unknown) {
            schema = Optional.empty();
            return Optional.empty();
        }
    }

    /** The changelogs, the newest first. */
    public List<String> ids() {
        return List.copyOf(ids);
    }

    /** A line for each, and one below it for each of its changes. */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
