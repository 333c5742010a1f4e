package org.robotoverlord.changelog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.diff.Asker;
import org.robotoverlord.changelog.history.Fork;
import org.robotoverlord.changelog.history.Forks;
import org.robotoverlord.changelog.history.History;
import org.robotoverlord.changelog.history.Replacing;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/**
 * Puts lines of changelogs one after the other, until all are one line that makes what the merged models say. It works in memory;
 * what it refuses has changed nothing.
 */
final class Rebasing {
    private final Setting setting;
    private final Optional<Merged> models;
    private final OneAfterOther.Anew anew;
    private final MovedFiles files;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param models as they are merged; empty where there are none
     * @param request answers, as {@code robot:migrate} takes them, for what has to be rewritten
     * @param asker who asks what is open then
     */
    Rebasing(
            List<ChangelogFile> files,
            Setting setting,
            Optional<Merged> models,
            DraftRequest request,
            Optional<Asker> asker) {
        this.setting = setting;
        this.models = models;
        this.anew = new OneAfterOther.Anew(models, request, asker);
        this.files = new MovedFiles(files);
    }

    /** @throws Problem with what is in the way */
    Rebase run(Whose whose) {
        List<Changelog> all = line();
        boolean any = false;
        whose.begin(Forks.of(all));
        for (List<Fork> forks = Forks.of(all); !forks.isEmpty(); forks = Forks.of(all)) {
            settle(next(forks), whose, forks.size() == 1);
            all = line();
            any = true;
        }
        if (any) {
            requireModels(History.of(all, setting));
        }
        return new Rebase(files.moves(), notes);
    }

    /**
     * The changelogs that a new database runs: what a squash replaces stays where it is. Where others came in beside that, and it is
     * all still here, they are put after it first.
     */
    private List<Changelog> line() {
        List<Changelog> all = files.parsed();
        try {
            return Replacing.of(all).line();
        } catch (Problem beside) {
            List<Changelog> without = all.stream()
                    .filter(changelog -> changelog.replaces().isEmpty())
                    .toList();
            Set<String> ids =
                    without.stream().map(changelog -> changelog.id().toString()).collect(Collectors.toSet());
            boolean whole = all.stream().allMatch(changelog -> ids.containsAll(changelog.replaces()));
            if (!whole || Forks.of(without).isEmpty()) {
                throw beside;
            }
            return without;
        }
    }

    /** Those that are part of others come before these, and a number is mended last. */
    private static Fork next(List<Fork> forks) {
        return forks.stream()
                .min(Comparator.comparing(fork -> fork.isOpen() ? Fork.Kind.PARENT : fork.kind()))
                .orElseThrow();
    }

    private void settle(Fork fork, Whose whose, boolean last) {
        if (!fork.isOpen()) {
            settleAlone(fork, last);
            return;
        }
        List<List<Changelog>> lines = whose.order(fork)
                .orElseThrow(() -> new Problem("it isn't known whose changelogs move; say it with -Dname"));
        List<Changelog> first = new ArrayList<>(lines.get(0));
        for (int i = 1; i < lines.size(); i++) {
            boolean isLast = last && i == lines.size() - 1;
            OneAfterOther.Others others = new OneAfterOther.Others(isLast, lines.size() == 2);
            first.addAll(put(fork.before(), first, lines.get(i), others));
        }
    }

    /** One that no word of anybody's is needed for: there is one order only. */
    private void settleAlone(Fork fork, boolean last) {
        if (fork.kind() == Fork.Kind.NUMBER) {
            files.move(fork.lines().get(0), last(fork.before()));
            return;
        }
        Detached detached = new Detached(fork);
        put(detached.before(), detached.first(), detached.moving(), new OneAfterOther.Others(last, false));
    }

    private List<Changelog> put(
            List<Changelog> before, List<Changelog> first, List<Changelog> second, OneAfterOther.Others others) {
        Schema base = SchemaAt.after(before, Schema.empty(setting));
        OneAfterOther lines = new OneAfterOther(base, before, first, second, files);
        List<Changelog> became = lines.put(anew, others);
        notes.addAll(lines.notes());
        return became;
    }

    private void requireModels(History history) {
        Schema made = SchemaAt.head(history, setting);
        if (models.isPresent() && !models.get().isMadeBy(made)) {
            throw new Problem(
                    "one after the other, the changelogs don't make what the models say. Nothing was changed. The models"
                            + " are ahead by:"
                            + models.get().difference(made)
                            + "\nLook at how the models were merged. What no changelog does yet has to wait: set it aside, rebase, bring it"
                            + " back, and run robot:migrate.");
        }
    }

    private static Changelog last(List<Changelog> line) {
        return line.get(line.size() - 1);
    }
}
