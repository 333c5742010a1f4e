package org.robotoverlord.changelog;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.robotoverlord.changelog.plan.Planner;
import org.robotoverlord.changelog.plan.Standing;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Executor;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.run.MigrationLock;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.run.Retrying;
import org.robotoverlord.changelog.schema.Name;

/** Does the repairs that {@link Repairing} finds, one after the other under the migration lock, each only if it is still found then. */
final class Mending {
    private final AppDatabase at;
    private final Predicate<Name> own;

    /** @param own which tables are the app's */
    Mending(AppDatabase at, Predicate<Name> own) {
        this.at = at;
        this.own = own;
    }

    /** What is to be repaired. */
    Diagnosis diagnosis() {
        Standing standing = standing();
        return new Repairing(at.database(), at.journal(), standing, own)
                .diagnosis(at.planner(standing)::resumed, at.looking()::driftFromFiles);
    }

    /**
     * @param tell takes a line for each, of what was done
     * @throws Problem where the database refuses; what was done before stays
     */
    void run(List<Repair> repairs, Progress progress, Consumer<String> tell) {
        Journal journal = at.journal();
        journal.requireRights(journal.needs());
        MigrationLock.whileHeld(at.database(), journal, progress, guard -> {
            try (Retrying retrying = Retrying.of(at.database(), progress)) {
                repairs.forEach(repair -> tell.accept(repaired(repair, retrying, guard)));
                return repairs;
            }
        });
    }

    private String repaired(Repair repair, Retrying retrying, Optional<String> guard) {
        String what = repair.act().text() + " " + repair.subject();
        if (diagnosis().repairs().stream().noneMatch(repair::isLike)) {
            return "Nothing left to " + what;
        }
        if (repair.act() != Repair.Act.SETTLE) {
            retrying.run(what, () -> at.database().execute(repair.sql()));
            return "Success repair " + what;
        }
        Planner planner = at.planner(standing());
        return "Success repair " + what + ": "
                + new Executor(at.database(), at.journal(), Progress.NONE, retrying, guard)
                        .settleAlone(planner.resumed(repair.subject()));
    }

    private Standing standing() {
        return at.standing(at.journal().rows());
    }
}
