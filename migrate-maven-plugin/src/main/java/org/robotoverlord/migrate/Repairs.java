package org.robotoverlord.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.robotoverlord.changelog.Repair;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.migrate.console.Console;

/** Asks which repairs are to be done, after showing each. */
final class Repairs {
    private final boolean yes;
    private final boolean dryRun;
    private final Optional<Console> console;
    private final Consumer<String> tell;

    /**
     * @param yes whether all was answered beforehand
     * @param dryRun whether they are only shown
     * @param console whoever can be asked
     * @param tell takes a line for the user
     */
    Repairs(boolean yes, boolean dryRun, Optional<Console> console, Consumer<String> tell) {
        this.yes = yes;
        this.dryRun = dryRun;
        this.console = console;
        this.tell = tell;
    }

    /**
     * Those that were named; all where none was.
     *
     * @param names separated by commas
     * @param from how the names were given, for messages
     * @throws Problem if they name none
     */
    List<Repair> chosen(List<Repair> repairs, Optional<String> names, Supplier<String> from) {
        if (names.isEmpty()) {
            return repairs;
        }
        List<String> wanted = List.of(names.get().strip().split("\\s*,\\s*"));
        List<Repair> chosen = repairs.stream()
                .filter(repair -> wanted.contains(repair.subject()))
                .toList();
        if (chosen.isEmpty() && !repairs.isEmpty()) {
            throw new Problem(from.get() + " names nothing that is to be repaired; that would be: "
                    + String.join(", ", repairs.stream().map(Repair::subject).toList()));
        }
        return chosen;
    }

    /**
     * Those that are to be done.
     *
     * @throws Problem where nobody can be asked
     */
    List<Repair> agreed(List<Repair> repairs) {
        if (!yes && !dryRun && !repairs.isEmpty() && console.isEmpty()) {
            throw new Problem("this would repair:\n"
                    + String.join("\n", repairs.stream().map(Repairs::shown).toList())
                    + "\nAdd -Dyes to do all of it, or -Drobot.only=… for some; nobody can be asked here.");
        }
        List<Repair> agreed = new ArrayList<>();
        for (Repair repair : repairs) {
            shown(repair).lines().forEach(tell);
            if (!dryRun && (yes || asked(repair))) {
                agreed.add(repair);
            }
        }
        return agreed;
    }

    private boolean asked(Repair repair) {
        return console.orElseThrow().yes(repair.act().text() + " " + repair.subject() + " [False]", false);
    }

    private static String shown(Repair repair) {
        return repair.act().text() + ": " + repair.told();
    }
}
