package org.robotoverlord.changelog;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.diff.Decisions;
import org.robotoverlord.changelog.diff.Differ;
import org.robotoverlord.changelog.diff.Difference;
import org.robotoverlord.changelog.diff.FillNeed;
import org.robotoverlord.changelog.diff.Past;
import org.robotoverlord.changelog.diff.RenamePair;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Value;

/** Compares a database that has tables already with what changelogs make, so that they can be recorded as applied without running. */
final class Adoption {
    /** Decides nothing: what is gone is gone, what is new is new. */
    static final Decisions NO_DECISIONS = new Decisions() {
        @Override
        public boolean isRename(RenamePair pair) {
            return false;
        }

        @Override
        public Optional<Value> fill(FillNeed need) {
            return Optional.empty();
        }

        @Override
        public Optional<String> instead(Name enumType, String gone, List<String> left) {
            return Optional.empty();
        }

        @Override
        public boolean happened() {
            return true;
        }
    };

    private Adoption() {}

    /**
     * @param wished what the changelogs make
     * @param include which tables are compared
     * @throws Problem with every difference, as the changes that would mend it
     */
    static void requireEqual(Database database, Schema wished, Predicate<Name> include) {
        Difference difference = new Differ(NO_DECISIONS, Past.NONE)
                .diff(withoutForeign(database.live(wished, include), wished), database.asPrinted(wished), List.of());
        if (!difference.isEmpty()) {
            throw new Problem("the database isn't what the changelogs make; to be so it would need:\n"
                    + difference.changes().stream()
                            .map(change -> "  " + change.describe())
                            .collect(Collectors.joining("\n"))
                    + "\nMend the models or the database, or leave tables out with <exclude>; nothing was recorded.");
        }
    }

    /** The live schema without the extensions that nobody declared: they may serve others. */
    static Schema withoutForeign(Schema live, Schema wished) {
        Schema own = live;
        for (String extension : List.copyOf(live.extensions().keySet())) {
            own = wished.extensions().containsKey(extension) ? own : own.withoutExtension(extension);
        }
        return own;
    }
}
