package org.robotoverlord.changelog.history;

import java.util.List;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * What a table or a column is called, which renames change and nothing else.
 *
 * @param table the table
 * @param column its column; empty for the table itself
 */
record Called(Name table, String column) {
    /** What it is called after some changes. */
    Called after(List<Change> changes) {
        Called called = this;
        for (Change change : changes) {
            called = called.after(change);
        }
        return called;
    }

    private Called after(Change change) {
        if (change instanceof RenameTable rename && rename.from().equals(table)) {
            return new Called(rename.to(), column);
        }
        return change instanceof RenameColumn rename
                        && rename.table().equals(table)
                        && rename.from().equals(column)
                ? new Called(table, rename.to())
                : this;
    }

    /** What it was called before some changes. */
    Called before(List<Change> changes) {
        Called called = this;
        for (int i = changes.size() - 1; i >= 0; i--) {
            if (changes.get(i) instanceof RenameTable rename) {
                called = called.after(new RenameTable(rename.to(), rename.from()));
            } else if (changes.get(i) instanceof RenameColumn rename) {
                called = called.after(new RenameColumn(rename.table(), rename.to(), rename.from()));
            }
        }
        return called;
    }

    /** Whether it is there under this name. */
    boolean isIn(Schema schema) {
        return schema.tables().containsKey(table)
                && (column.isEmpty() || schema.table(table).columns().containsKey(column));
    }

    /** Its own part of the name: what a rename of it gives. */
    String own() {
        return column.isEmpty() ? table.toString() : column;
    }

    /** A schema with the names that tables and columns had before some changes, as far as they are free. */
    static Schema before(List<Change> changes, Schema after) {
        Schema schema = after;
        for (int i = changes.size() - 1; i >= 0; i--) {
            if (changes.get(i) instanceof RenameTable rename
                    && new Called(rename.to(), "").isIn(schema)
                    && !new Called(rename.from(), "").isIn(schema)) {
                schema = schema.renameTable(rename.to(), rename.from());
            } else if (changes.get(i) instanceof RenameColumn rename
                    && new Called(rename.table(), rename.to()).isIn(schema)
                    && !new Called(rename.table(), rename.from()).isIn(schema)) {
                schema = schema.renameColumn(rename.table(), rename.to(), rename.from());
            }
        }
        return schema;
    }
}
