package org.robotoverlord.migrate;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.migrate.console.Console;

/** Asks whether changelogs are to be taken back, after showing what that does. */
final class TakingBack implements Predicate<Plan> {
    private final boolean yes;
    private final Optional<Console> console;
    private final Consumer<String> tell;
    private boolean refused;

    /**
     * @param yes whether that was answered beforehand
     * @param console whoever can be asked
     * @param tell takes a line for the user
     */
    TakingBack(boolean yes, Optional<Console> console, Consumer<String> tell) {
        this.yes = yes;
        this.console = console;
        this.tell = tell;
    }

    /** @throws Problem where nobody can be asked */
    @Override
    public boolean test(Plan plan) {
        if (yes) {
            return true;
        }
        List<PlannedChangelog> back = plan.changelogs().stream()
                .filter(changelog -> changelog.direction() == Direction.DOWN)
                .toList();
        String listed = back.stream().map(TakingBack::listed).collect(Collectors.joining("\n"));
        Console asked = console.orElseThrow(
                () -> new Problem("this takes back:\n" + listed + "\nAdd -Dyes to do so; nobody can be asked here."));
        listed.lines().forEach(tell);
        refused = !asked.yes("Take back " + counted(back) + " [False]", false);
        return !refused;
    }

    /** Whether the answer was no. */
    boolean isRefused() {
        return refused;
    }

    private static String counted(List<PlannedChangelog> back) {
        int size = back.size();
        return size == 1 ? back.get(0).file().id().toString() : size + " changelogs";
    }

    private static String listed(PlannedChangelog changelog) {
        return "  " + changelog.file().id()
                + changelog.changes().stream()
                        .map(Change::describe)
                        .map(line -> "\n    " + line)
                        .collect(Collectors.joining());
    }
}
