package org.robotoverlord.migrate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.Checked;
import org.robotoverlord.changelog.problem.Finding;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Severity;
import org.robotoverlord.migrate.connection.OpenDatabase;

/** Looks at some apps, part by part; what is found in one hides nothing of another. It never starts a database. */
final class Gate {
    private final Set<Checked> parts;
    private final Optional<Severity> pending;
    private final boolean typed;

    /**
     * @param parts what is looked at
     * @param pending what a changelog weighs that isn't applied; empty where it is nothing
     * @param typed whether somebody asked for it, and not just for a build
     */
    Gate(Set<Checked> parts, Optional<Severity> pending, boolean typed) {
        this.parts = parts;
        this.pending = pending;
        this.typed = typed;
    }

    /** All that was found, in the order of the apps, and nothing twice. */
    List<Finding> findings(List<AppRun> runs) {
        List<Finding> found = new ArrayList<>();
        for (AppRun run : runs) {
            found.addAll(files(run));
            if (parts.contains(Checked.DATABASE) && run.connecting().url().isPresent()) {
                found.addAll(database(run));
            }
        }
        Set<String> told = new HashSet<>();
        found.removeIf(finding -> !told.add(finding.app() + "\n" + finding));
        return found;
    }

    private List<Finding> files(AppRun run) {
        try {
            return run.robot().check(parts);
        } catch (Problem unreadable) {
            return Finding.of(run.app().name(), Checked.CHANGELOGS.rule(), unreadable);
        }
    }

    private List<Finding> database(AppRun run) {
        try {
            run.connecting().parsed();
        } catch (Problem unfinished) {
            boolean elsewhere = !typed && run.connecting().isUnfinished();
            return found(run, unfinished, elsewhere ? Severity.WARNING : Severity.ERROR);
        }
        try (OpenDatabase open = run.open()) {
            return run.robot().check(open.database(), pending);
        } catch (Problem unreachable) {
            return found(run, unreachable, Severity.ERROR);
        }
    }

    private static List<Finding> found(AppRun run, Problem problem, Severity severity) {
        return Finding.of(run.app().name(), Checked.DATABASE.rule(), problem).stream()
                .map(finding -> new Finding(finding.app(), finding.rule(), severity, finding.place(), finding.text()))
                .toList();
    }
}
