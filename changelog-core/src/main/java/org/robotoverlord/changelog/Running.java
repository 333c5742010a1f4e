package org.robotoverlord.changelog;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.plan.AppliedRow;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.Planner;
import org.robotoverlord.changelog.plan.Standing;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Executor;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.run.MigrationLock;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.run.Retrying;
import org.robotoverlord.changelog.run.Script;
import org.robotoverlord.changelog.run.TakingOver;

/**
 * Brings a database up or back. What is to be done is planned and asked about before the migration lock is taken, and planned anew
 * under it where another run was at the database meanwhile.
 */
final class Running {
    /** Needs no more of a database than the migration table. */
    static final BiConsumer<Executor, Plan> RECORDING = Executor::recordOnly;

    private final AppDatabase at;
    private final Direction direction;
    private final Target target;

    Running(AppDatabase at, Direction direction, Target target) {
        this.at = at;
        this.direction = direction;
        this.target = target;
    }

    /** What would be done, as a script; empty text where there is nothing to do. */
    String script() {
        Journal journal = at.journal();
        List<AppliedRow> rows = journal.rows();
        Standing standing = at.standing(rows);
        Plan plan = plan(standing);
        return new Script(journal, !rows.isEmpty() || journal.exists())
                .of(plan, standing.takeovers(), direction == Direction.UP ? standing.takeoversAfter(plan) : List.of());
    }

    /**
     * @param consent asked with the plan before anything is done, and again where it became a plan of other changelogs
     * @param precaution what is done before a plan is carried out
     * @param how it is carried out: {@link #RECORDING}, or {@code Executor::run}
     * @return what was done, in order; empty where nothing was to be done or consent wasn't given
     * @throws Problem for whatever the user can mend
     */
    Plan run(Predicate<Plan> consent, Precaution precaution, Progress progress, BiConsumer<Executor, Plan> how) {
        Journal journal = at.journal();
        List<AppliedRow> rows = at.rows(progress);
        Standing standing = at.standing(rows);
        Plan plan = plan(standing);
        if (plan.isEmpty() && standing.takeovers().isEmpty()) {
            return plan;
        }
        journal.requireRights(
                plan.span().filter(span -> how != RECORDING).map(journal::needs).orElseGet(journal::needs));
        precaution.check();
        if (!plan.isEmpty() && !consent.test(plan)) {
            return new Plan(List.of());
        }
        return MigrationLock.whileHeld(at.database(), journal, progress, guard -> {
            try (Retrying retrying = Retrying.of(at.database(), progress)) {
                retrying.run("the migration table", journal::create);
                List<AppliedRow> now = journal.rows();
                Standing current = now.equals(rows) ? standing : at.standing(now);
                Plan asked = now.equals(rows) ? plan : plan(current);
                TakingOver takingOver = new TakingOver(at.database(), journal, progress, retrying, guard);
                takingOver.run(current.takeovers());
                if (!asked.isEmpty()) {
                    precaution.take();
                }
                return carriedOut(
                        asked,
                        current,
                        known -> known.isEmpty() || idsOf(known).equals(idsOf(plan)) || consent.test(known),
                        new Executor(at.database(), journal, progress, retrying, guard),
                        how,
                        takingOver);
            }
        });
    }

    private Plan carriedOut(
            Plan asked,
            Standing standing,
            Predicate<Plan> consent,
            Executor executor,
            BiConsumer<Executor, Plan> how,
            TakingOver takingOver) {
        Plan plan = executor.settle(asked) ? plan(at.standing(at.journal().rows())) : asked;
        if (!consent.test(plan)) {
            return new Plan(List.of());
        }
        how.accept(executor, plan);
        if (direction == Direction.UP && !standing.takeoversAfter(plan).isEmpty()) {
            takingOver.run(at.standing(at.journal().rows()).takeovers());
        }
        return plan;
    }

    private static List<ChangelogId> idsOf(Plan plan) {
        return plan.changelogs().stream()
                .map(changelog -> changelog.file().id())
                .toList();
    }

    private Plan plan(Standing standing) {
        Planner planner = at.planner(standing);
        return direction == Direction.UP ? planner.upgrade(target) : planner.downgrade(target);
    }
}
