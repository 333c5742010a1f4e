package org.robotoverlord.migrate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.Diagnosis;
import org.robotoverlord.changelog.Repair;
import org.robotoverlord.migrate.connection.OpenDatabase;
import org.robotoverlord.migrate.connection.SecretConfigurator;

/**
 * Mends what a hand-edited past left, telling each act before it is done: an applied changelog that was edited, renamed or deleted, a
 * run that ended halfway, an index that was never finished. After a crash it isn't needed: the next {@code robot:upgrade} or {@code
 * robot:downgrade} goes on by itself.
 *
 * <pre>{@code
 * mvn robot:repair -DdryRun
 * mvn robot:repair
 * mvn -B robot:repair -Dyes -Drobot.only=3_20260526081500_teams
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "repair", threadSafe = true, configurator = SecretConfigurator.NAME)
public class RepairMojo extends AppsMojo {
    /**
     * Answers every question beforehand.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.yes", defaultValue = "false")
    boolean yes;

    /**
     * Shows what would be done, and does nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.dryRun", defaultValue = "false")
    boolean dryRun;

    /**
     * What alone is repaired: ids of changelogs and names of indexes as this goal shows them, separated by commas. All where it is left
     * out.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.only")
    String only;

    @Override
    boolean actsOnOne() {
        return true;
    }

    @Override
    void act(List<AppRun> runs) {
        AppRun run = runs.get(0);
        heading(run, runs);
        try (OpenDatabase open = run.openThere()) {
            Repairs repairs = new Repairs(yes, dryRun, console(), getLog()::info);
            Set<String> shown = new HashSet<>();
            boolean anything = false;
            for (boolean again = true; again; ) {
                Diagnosis found = run.robot().diagnose(open.database());
                found.notes().stream().filter(shown::add).forEach(getLog()::warn);
                List<Repair> fresh = repairs.chosen(found.repairs(), given(only), () -> given().said("only")).stream()
                        .filter(repair -> shown.add(repair.act() + " " + repair.subject()))
                        .toList();
                anything |= !fresh.isEmpty() || !found.notes().isEmpty();
                List<Repair> agreed = repairs.agreed(fresh);
                run.robot().repair(open.database(), agreed, progress("repair"), getLog()::info);
                // What was interrupted may have left things that only tell once it is settled.
                again = agreed.stream().anyMatch(repair -> repair.act() == Repair.Act.SETTLE);
            }
            if (!anything) {
                getLog().info("Nothing to repair");
            }
        }
    }
}
