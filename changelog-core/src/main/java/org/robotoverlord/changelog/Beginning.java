package org.robotoverlord.changelog;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.StatementFailed;

/**
 * Writes an app's first changelog and has it applied. Where that fails, the file is taken away again, unless the database has something
 * of it or can't be asked.
 */
final class Beginning {
    private final AppFiles files;
    private final Draft draft;

    Beginning(AppFiles files, Draft draft) {
        this.files = files;
        this.draft = draft;
    }

    /**
     * @param applying applies what is written by then
     * @return what was done
     */
    Plan run(AppDatabase at, Supplier<Plan> applying) {
        files.write(draft.id(), draft.text());
        try {
            return applying.get();
        } catch (RuntimeException failed) {
            if (!isSurelyWithout(at)) {
                throw failed;
            }
            files.delete(new ChangelogFile(
                    draft.id(), draft.id().fileName(), draft.text().getBytes(StandardCharsets.UTF_8)));
            throw failed instanceof StatementFailed refused
                    ? refused.advising(
                            "Nothing of it stays, and its file was taken away. Mend the models and run robot:init-db"
                                    + " again; where the database has these things already, with -Dfake.")
                    : failed;
        }
    }

    private boolean isSurelyWithout(AppDatabase at) {
        try {
            return at.journal().rows().stream()
                    .noneMatch(row -> row.id().equals(draft.id().toString()));
        } catch (Problem noAnswer) {
            return false;
        }
    }
}
