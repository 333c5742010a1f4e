package org.robotoverlord.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ChangelogWriter;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.diff.Asker;
import org.robotoverlord.changelog.diff.Difference;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.history.Undone;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Writes changelogs anew that have to come after others: from the merged models, what is left to do. What somebody did and isn't so
 * any more by that is never passed over; it needs consent, as lost data does.
 */
final class Rewriting {
    private final List<Changelog> second;
    private final Difference difference;
    private final List<PlacedChange> left;
    private final List<PlacedChange> takenBack;
    private final List<Change> madeAgain;

    /**
     * @param line all that comes before now
     * @param base what both lines came after
     * @param first the end of the line, which stays
     * @param second what is written anew
     */
    Rewriting(
            Merged models,
            List<Changelog> line,
            Schema base,
            List<Changelog> first,
            List<Changelog> second,
            OneAfterOther.Anew anew) {
        this.second = second;
        this.difference = models.after(
                line,
                SchemaAt.after(first, base),
                rest -> new BothRenamed(changes(first), changes(second), rest),
                anew.request(),
                anew.asker());
        Undone undone = new Undone(base, first, second, difference.changes());
        this.left = undone.left();
        this.takenBack = undone.takenBack();
        this.madeAgain = undone.madeAgain();
    }

    private static List<Change> changes(List<Changelog> line) {
        return line.stream()
                .flatMap(changelog -> changelog.plainChanges().stream())
                .toList();
    }

    /** Whether nothing is left to do. */
    boolean isEmpty() {
        return difference.isEmpty();
    }

    /** Why no file is left. */
    String whyEmpty() {
        return left.isEmpty() ? "all of it is there already" : "the models have no more of it than is there already";
    }

    /**
     * Asks for consent where it does away with what somebody did.
     *
     * @param note what is to be known in any case
     * @return what a person should know: what was consented to beforehand, and warnings
     * @throws Problem where there is no consent
     */
    List<String> consented(String note, DraftRequest request, Optional<Asker> asker) {
        List<String> notes = new ArrayList<>(List.of(note));
        difference.warnings().forEach(warning -> notes.add(warning.getMessage()));
        String costs = costs();
        if (costs.isEmpty()) {
            return notes;
        }
        if (request.allowDataLoss()) {
            notes.add(costs);
            return notes;
        }
        String told =
                note + "\n" + costs + "\nThe models are what git merged: if they lack something, mend them first.";
        if (asker.isEmpty()) {
            throw new Problem(told + "\nNothing was changed. Run again with -DallowDataLoss if all of that is meant.");
        }
        if (!asker.get().yes(told + "\nGo on [False]", false)) {
            throw new Problem("nothing was changed, as this was not consented to:\n" + costs
                    + "\nRun again and consent, or with -DallowDataLoss, if that is meant.");
        }
        return notes;
    }

    private String costs() {
        List<String> told = new ArrayList<>();
        list(told, "The models don't have what these do, so that is not done any more:", left);
        list(told, "The models don't have what these did, which stay, so it is taken back:", takenBack);
        List<String> losses = new ArrayList<>();
        difference
                .steps()
                .forEach(step ->
                        step.loses().ifPresent(lost -> losses.add(step.change().describe() + " loses " + lost)));
        madeAgain.forEach(change ->
                losses.add(change.describe() + " makes it again, empty: what was in it is lost when it is dropped"));
        list(told, "Data would be lost:", losses);
        return String.join("\n", told);
    }

    private static void list(List<String> told, String heading, List<?> items) {
        if (!items.isEmpty()) {
            told.add(heading);
            items.forEach(item -> told.add("  " + item));
        }
    }

    /** What stands in the file. */
    String text(ChangelogId after, ChangelogId id) {
        List<String> own = second.stream()
                .filter(changelog -> !Drafting.isDescribedByName(changelog))
                .flatMap(changelog -> changelog.description().stream())
                .distinct()
                .toList();
        // What a draft said of itself and its losses was true of what it did.
        boolean asDrafted = own.isEmpty() && second.stream().anyMatch(Drafting::isDescribedByName);
        String description = asDrafted ? Drafting.description(id, difference) : String.join(" ", own);
        return ChangelogWriter.text(
                Optional.of(description).filter(told -> !told.isBlank()),
                Optional.of(after.toString()),
                difference.changes());
    }
}
