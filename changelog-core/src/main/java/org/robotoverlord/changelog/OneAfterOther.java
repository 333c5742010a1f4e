package org.robotoverlord.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.diff.Asker;
import org.robotoverlord.changelog.history.Commutation;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Schema;

/** Puts one line of changelogs after another: as it is, or, where the order matters, written anew from the models. */
final class OneAfterOther {
    private final Schema base;
    private final List<Changelog> before;
    private final List<Changelog> first;
    private final List<Changelog> second;
    private final MovedFiles files;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param base what changelogs before both make
     * @param first the line that stays
     * @param second the line that comes after it
     */
    OneAfterOther(
            Schema base, List<Changelog> before, List<Changelog> first, List<Changelog> second, MovedFiles files) {
        this.base = base;
        this.before = before;
        this.first = first;
        this.second = second;
        this.files = files;
    }

    /** What a line is written anew from, and who decides. */
    record Anew(Optional<Merged> models, DraftRequest request, Optional<Asker> asker) {}

    /**
     * Which lines there are beside the two.
     *
     * @param isLast whether none is still to be put after them
     * @param isPair whether none was, so that either might move
     */
    record Others(boolean isLast, boolean isPair) {}

    /** What a person should know. */
    List<String> notes() {
        return notes;
    }

    /** @return what the second line became */
    List<Changelog> put(Anew anew, Others others) {
        requireNoSquash();
        Commutation commutation = Commutation.of(base, first, second);
        notes.addAll(commutation.warnings());
        List<Changelog> line = new ArrayList<>(before);
        line.addAll(first);
        if (commutation.isFree()) {
            return files.move(second, last(line));
        }
        OrderMatters order = new OrderMatters(commutation, second);
        if (!others.isLast() || anew.models().isEmpty()) {
            throw order.stopped(
                    anew.models().isEmpty()
                            ? "and there are no models to rewrite it from"
                            : "and another line is still to be put after");
        }
        Merged models = anew.models().get();
        if (makes(models, first, second)) {
            notes.add(order.note());
            notes.add(
                    "Together they make what the models say all the same, in this order; so the changes stay as they are.");
            return files.move(second, last(line));
        }
        Optional<ChangelogId> turned =
                Optional.of(last(first).id()).filter(id -> others.isPair() && makes(models, second, first));
        if (second.stream().anyMatch(this::isByHand)) {
            throw order.stopped("and it holds rows or SQL of your own, which nobody can rewrite for you"
                    + turned.map(id -> " (the other way round they can: mvn robot:rebase -Dname=" + id + ")")
                            .orElse(""));
        }
        return rewritten(line, new Rewriting(models, line, base, first, second, anew), order.rewriting(turned), anew);
    }

    /** The number of a squash says what it replaces. */
    private void requireNoSquash() {
        for (Changelog changelog : second) {
            if (!changelog.replaces().isEmpty()) {
                throw new Problem(
                        changelog.replacesPlace(),
                        "a squash can't move, as its number is that of the last changelog it replaces; let the other line"
                                + " move, or delete the squash and make it anew after the rebase");
            }
        }
    }

    /** Whether the lines, as they are and in this order, make what the models say. */
    private boolean makes(Merged models, List<Changelog> earlier, List<Changelog> later) {
        try {
            return models.isMadeBy(SchemaAt.after(later, SchemaAt.after(earlier, base)));
        } catch (Problem cannot) {
            return false;
        }
    }

    private boolean isByHand(Changelog changelog) {
        return changelog.plainChanges().stream()
                .anyMatch(change ->
                        change.writesAnything() || !change.writes(base).isEmpty());
    }

    /** One in the place of all, with what is left to do of them after the others. */
    private List<Changelog> rewritten(List<Changelog> line, Rewriting rewriting, String note, Anew anew) {
        notes.addAll(rewriting.consented(note, anew.request(), anew.asker()));
        if (rewriting.isEmpty()) {
            files.drop(second, rewriting.whyEmpty());
            return List.of();
        }
        ChangelogId after = last(line).id();
        ChangelogId id = files.after(after, last(second).id());
        return List.of(files.rewrite(second, id, rewriting.text(after, id)));
    }

    private static Changelog last(List<Changelog> line) {
        return line.get(line.size() - 1);
    }
}
