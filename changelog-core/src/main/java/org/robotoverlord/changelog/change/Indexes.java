package org.robotoverlord.changelog.change;

import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.View;

/** What the changes of indexes have in common: those of tables and those of materialised views, which lie under {@code table} too. */
final class Indexes {
    private Indexes() {}

    /**
     * @param key where the change's mapping holds the index's name
     * @throws Problem if the table has no such index
     */
    static Index of(Schema before, Name table, String name, String key) {
        Map<String, Index> indexes = all(before, table);
        return Optional.ofNullable(indexes.get(name))
                .orElseThrow(() -> new Problem(owner(before, table) + " has no index '" + name + "'"
                                + Suggestion.of(name, indexes.keySet()) + "; it has " + indexes.keySet())
                        .about(key));
    }

    /**
     * @param key where the change's mapping holds the index's name
     * @throws Problem if nothing has an index of that name
     */
    static Index named(Schema before, Name index, String key) {
        return before.viewOfIndex(index)
                .or(() -> before.tableOfIndex(index))
                .map(owner -> all(before, owner).get(index.local()))
                .orElseThrow(
                        () -> new Problem("there is no index '" + index + "'; name one that a table has").about(key));
    }

    /**
     * @param key where the change's mapping holds the index's name
     * @throws Problem if the table has an index of that name
     */
    static void requireNew(Schema before, Name table, String name, String key) {
        if (all(before, table).containsKey(name)) {
            throw new Problem(owner(before, table) + " has an index '" + name + "' already; take another name")
                    .about(key);
        }
    }

    /** The schema with an index of a table made, or put in another's place. */
    static Schema with(Schema before, Name table, String name, Index index) {
        return view(before, table)
                .map(view -> {
                    Schema after = before.with(Kind.VIEW, table, view.with(name, index));
                    ViewChanges.require(after, table, "name");
                    return after;
                })
                .orElseGet(() -> before.with(table, before.table(table).with(name, index))
                        .require(table));
    }

    /** The schema without an index of a table. */
    static Schema without(Schema before, Name table, String name) {
        return view(before, table)
                .map(view -> before.with(Kind.VIEW, table, view.withoutIndex(name)))
                .orElseGet(() -> before.with(table, before.table(table).withoutIndex(name)));
    }

    /** The schema with an index of a table under another name. */
    static Schema renamed(Schema before, Name table, String from, String to) {
        return view(before, table)
                .map(view -> with(
                        without(before, table, from), table, to, view.indexes().get(from)))
                .orElseGet(() -> before.with(table, before.table(table).renameIndex(from, to))
                        .require(table));
    }

    private static Map<String, Index> all(Schema before, Name table) {
        return view(before, table)
                .map(View::indexes)
                .orElseGet(() -> before.table(table).indexes());
    }

    private static Optional<View> view(Schema before, Name table) {
        Optional<View> view = before.find(Kind.VIEW, table);
        view.filter(is -> !is.materialized()).ifPresent(plain -> {
            throw new Problem("view '" + table + "' isn't materialized, so it has no rows to index; index its tables")
                    .about("table");
        });
        return view;
    }

    private static String owner(Schema before, Name table) {
        return (before.find(Kind.VIEW, table).isPresent() ? "view '" : "table '") + table + "'";
    }
}
