package org.robotoverlord.changelog.dialect.sqlite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreateIndex;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.CreateView;
import org.robotoverlord.changelog.change.RenameIndex;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.change.RenameView;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * That SQLite compares names without the case of ASCII's letters, so that two which others tell apart are one here. Tables, their
 * indexes and views share names with each other.
 */
final class SqliteNames {
    private static final String RESERVED = "sqlite_";

    private SqliteNames() {}

    /** Whether two names are one. */
    static boolean areSame(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        for (int i = 0; i < one.length(); i++) {
            if (lower(one.charAt(i)) != lower(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? (char) (letter - 'A' + 'a') : letter;
    }

    /** @throws Unsupported if a name that is new with a change is another one's already, or nobody may have it */
    static void requireFree(Moment moment) {
        Change change = moment.change();
        Schema before = moment.before();
        if (change instanceof CreateTable create) {
            List<String> names = new ArrayList<>();
            names.add(create.name().local());
            names.addAll(moment.after().table(create.name()).indexes().keySet());
            requireApart("table '" + names.get(0) + "' and its indexes", names);
            names.forEach(name -> requireFree(create.name().sibling(name), "", before));
        } else if (change instanceof CreateIndex create) {
            requireFree(create.table().sibling(create.name()), "", before);
        } else if (change instanceof CreateView create) {
            requireFree(create.name(), "", before);
        } else if (change instanceof RenameTable rename) {
            requireFree(rename.to(), rename.from().local(), before);
        } else if (change instanceof RenameView rename) {
            requireFree(rename.to(), rename.from().local(), before);
        } else if (change instanceof RenameIndex rename) {
            requireFree(rename.table().sibling(rename.to()), rename.from(), before);
        }
    }

    /** @param old the name that it had, which is free from now on */
    private static void requireFree(Name wanted, String old, Schema before) {
        String name = wanted.local();
        if (before.local(wanted).schema().isPresent()) {
            // There is no such schema, which is told where it is written.
            return;
        }
        if (name.length() >= RESERVED.length() && areSame(name.substring(0, RESERVED.length()), RESERVED)) {
            throw new Unsupported(
                    "SQLite keeps names that begin with " + RESERVED + " for itself; take another for '" + name + "'");
        }
        before.tables().forEach((table, is) -> {
            requireApart("table", table.local(), name, old);
            is.indexes().keySet().forEach(index -> requireApart("index", index, name, old));
        });
        before.all(Kind.VIEW).keySet().forEach(view -> requireApart("view", view.local(), name, old));
    }

    private static void requireApart(String what, String there, String name, String old) {
        if (areSame(there, name) && !there.equals(old)) {
            throw new Unsupported("SQLite can't tell '" + name + "' from " + what + " '" + there
                    + "', as they differ in case only; rename one of them");
        }
    }

    /** @throws Unsupported if two of the names differ in case only */
    static void requireApart(String what, Collection<String> names) {
        List<String> seen = new ArrayList<>();
        for (String name : names) {
            seen.stream().filter(other -> areSame(other, name)).findFirst().ifPresent(other -> {
                throw new Unsupported("SQLite can't tell the " + what + " apart: '" + other + "' and '" + name
                        + "' differ in case only; rename one of them");
            });
            seen.add(name);
        }
    }
}
