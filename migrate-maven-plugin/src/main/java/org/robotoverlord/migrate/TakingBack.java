package org.robotoverlord.migrate;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.TakenBack;
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
        TakenBack back = new TakenBack(plan);
        String listed = String.join("\n", back.lines());
        Console asked = console.orElseThrow(
                () -> new Problem("this takes back:\n" + listed + "\nAdd -Dyes to do so; nobody can be asked here."));
        listed.lines().forEach(tell);
        refused = !asked.yes("Take back " + counted(back.ids()) + " [False]", false);
        return !refused;
    }

    /** Whether the answer was no. */
    boolean isRefused() {
        return refused;
    }

    private static String counted(List<String> ids) {
        return ids.size() == 1 ? ids.get(0) : ids.size() + " changelogs";
    }
}
