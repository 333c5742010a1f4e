package org.robotoverlord.changelog.change;

import java.util.List;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.View;
import org.robotoverlord.changelog.schema.Views;

/** What the changes of views have in common. */
final class ViewChanges {
    private ViewChanges() {}

    /**
     * @param key where the change's mapping holds the view's name
     * @throws Problem if there is no such view
     */
    static View of(Schema before, Name name, String key) {
        Presence.of(Kind.VIEW, before, name, key);
        return before.get(Kind.VIEW, name);
    }

    /** The schema with a view made, or put in the place of the one of its name, once it is sure that it holds together. */
    static Schema with(Schema before, Name name, View view) {
        Schema after = before.with(Kind.VIEW, name, view);
        require(after, name, "name");
        return after;
    }

    /**
     * @param key where the change's mapping holds the view's name
     * @throws Problem for what about the view doesn't hold together
     */
    static void require(Schema after, Name name, String key) {
        Problems.throwIfAny(Views.problems(after, name).stream()
                .map(problem -> problem.relocate(path -> path.isEmpty() ? List.of(key) : path))
                .toList());
    }

    /** @throws Problem if a table, index, sequence, view or enum has the name already */
    static void requireNew(Schema before, Name name, String key) {
        Absence.ofTable(before, name, key);
        Absence.of(Kind.VIEW, before, name, key);
        Absence.of(Kind.ENUM, before, name, key);
        Absence.of(Kind.DOMAIN, before, name, key);
    }
}
