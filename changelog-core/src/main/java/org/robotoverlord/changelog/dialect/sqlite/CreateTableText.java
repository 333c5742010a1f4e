package org.robotoverlord.changelog.dialect.sqlite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.schema.Action;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Unique;

/**
 * Reads a table from the statement that made it, which SQLite keeps as it was written. No pragma tells what constraints are called,
 * what a check says, or whether a foreign key can be deferred. A constraint without a name is read under the one that is derived for
 * it.
 *
 * @see <a href="https://www.sqlite.org/lang_createtable.html">CREATE TABLE</a>
 */
final class CreateTableText {
    private static final String[] AFTER_TYPE = {
        "constraint", "primary", "not", "null", "unique", "check", "default", "collate", "references", "generated", "as"
    };

    private final Name table;
    private final Set<String> builtIn;
    private final Tokens tokens;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, Unique> uniques = new LinkedHashMap<>();
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final Map<String, ForeignKey> foreignKeys = new LinkedHashMap<>();
    private final Map<String, String> storage = new LinkedHashMap<>();
    /** What takes a name when all that have one have theirs. */
    private final List<Runnable> unnamed = new ArrayList<>();

    private Optional<PrimaryKey> primaryKey = Optional.empty();

    private CreateTableText(Name table, String sql, Set<String> builtIn) {
        this.table = table;
        this.builtIn = builtIn;
        this.tokens = new Tokens(sql);
    }

    /**
     * @param table its name
     * @param sql the statement
     * @param builtIn the types that are read by their own name
     */
    static Table read(Name table, String sql, Set<String> builtIn) {
        return new CreateTableText(table, sql, builtIn).table();
    }

    private Table table() {
        tokens.skipPast("(");
        while (!tokens.take(")")) {
            Optional<String> name = tokens.constraintName();
            if (name.isPresent() || tokens.isNext("primary", "unique", "check", "foreign")) {
                constraint(name);
            } else {
                column();
            }
            tokens.take(",");
        }
        while (!tokens.atEnd()) {
            String word = tokens.next().text();
            if (word.equalsIgnoreCase("strict")) {
                storage.put("strict", "true");
            } else if (word.equalsIgnoreCase("rowid")) {
                storage.put("without_rowid", "true");
            }
        }
        unnamed.forEach(Runnable::run);
        primaryKey.ifPresent(key -> key.columns()
                .forEach(column -> columns.computeIfPresent(column, (name, is) -> is.withNullable(false))));
        return Table.EMPTY
                .withColumns(columns)
                .withPrimaryKey(primaryKey)
                .withUniques(uniques)
                .withChecks(checks)
                .withForeignKeys(foreignKeys)
                .withStorage(storage);
    }

    private void column() {
        String name = tokens.name();
        String type = tokens.until(AFTER_TYPE);
        columns.put(name, Column.of(SqliteTypes.read(type, builtIn)));
        while (!tokens.isNext(",", ")")) {
            columnConstraint(name, tokens.constraintName());
        }
    }

    private void columnConstraint(String name, Optional<String> called) {
        Column column = columns.get(name);
        if (tokens.take("primary", "key")) {
            primaryKey = Optional.of(new PrimaryKey(called.orElse(DerivedName.primaryKey(table)), List.of(name)));
            tokens.until(and(AFTER_TYPE, "autoincrement"));
            if (tokens.take("autoincrement")) {
                columns.put(name, column.withIdentity(Optional.of(Identity.simple(false))));
            }
        } else if (tokens.take("not", "null")) {
            columns.put(name, column.withNullable(false));
            conflict();
        } else if (tokens.take("unique")) {
            put(uniques, called, DerivedName.unique(table, List.of(name)), Unique.of(List.of(name)));
            conflict();
        } else if (tokens.take("check")) {
            put(checks, called, DerivedName.check(table, name), new Check(tokens.enclosed()));
        } else if (tokens.take("default")) {
            String value = tokens.until(AFTER_TYPE).strip();
            // "not null" can't be told from a default of NULL by its first word.
            String text = value.isEmpty() && tokens.take("null") ? "null" : value;
            columns.put(name, WrittenDefault.with(column, text));
        } else if (tokens.take("collate")) {
            columns.put(name, column.withCollation(Optional.of(tokens.name())));
        } else if (tokens.isNext("references")) {
            put(foreignKeys, called, DerivedName.foreignKey(table, List.of(name)), references(List.of(name)));
        } else if (tokens.take("generated", "always", "as") || tokens.take("as")) {
            Generated generated = new Generated(tokens.enclosed(), tokens.take("stored"));
            tokens.take("virtual");
            columns.put(name, column.withDefault(Optional.empty()).withGenerated(Optional.of(generated)));
        } else if (called.isEmpty()) {
            tokens.next();
        }
    }

    private static String[] and(String[] words, String more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add(more);
        return all.toArray(String[]::new);
    }

    private void constraint(Optional<String> called) {
        if (tokens.take("primary", "key")) {
            List<String> key = tokens.names().stream().map(this::column).toList();
            primaryKey = Optional.of(new PrimaryKey(called.orElse(DerivedName.primaryKey(table)), key));
        } else if (tokens.take("unique")) {
            List<String> key = tokens.names().stream().map(this::column).toList();
            put(uniques, called, DerivedName.unique(table, key), Unique.of(key));
        } else if (tokens.take("check")) {
            put(checks, called, DerivedName.shortened(table.local() + "_check"), new Check(tokens.enclosed()));
        } else if (tokens.take("foreign", "key")) {
            List<String> key = tokens.names().stream().map(this::column).toList();
            put(foreignKeys, called, DerivedName.foreignKey(table, key), references(key));
        } else {
            tokens.next();
        }
        conflict();
    }

    private void conflict() {
        if (tokens.take("on", "conflict")) {
            tokens.next();
        }
    }

    private ForeignKey references(List<String> key) {
        tokens.next();
        Name target = Name.of(tokens.qualifiedName());
        List<String> to = tokens.isNext("(") ? tokens.names() : List.of();
        Action onDelete = Action.NO_ACTION;
        Action onUpdate = Action.NO_ACTION;
        while (tokens.isNext("on", "match")) {
            boolean match = tokens.take("match");
            boolean delete = tokens.take("on", "delete");
            if (match || !delete && !tokens.take("on", "update")) {
                tokens.next();
            } else if (delete) {
                onDelete = action();
            } else {
                onUpdate = action();
            }
        }
        return new ForeignKey(key, target, to, onDelete, onUpdate, deferrable(), false);
    }

    private Action action() {
        String first = tokens.next().text();
        boolean two = first.equalsIgnoreCase("set") || first.equalsIgnoreCase("no");
        String text = two ? first + " " + tokens.next().text() : first;
        return Arrays.stream(Action.values())
                .filter(action -> action.text().equalsIgnoreCase(text))
                .findFirst()
                .orElse(Action.NO_ACTION);
    }

    private Deferrable deferrable() {
        boolean not = tokens.take("not", "deferrable");
        boolean can = !not && tokens.take("deferrable");
        boolean deferred = tokens.take("initially", "deferred");
        tokens.take("initially", "immediate");
        return !can ? Deferrable.NO : deferred ? Deferrable.DEFERRED : Deferrable.IMMEDIATE;
    }

    /** The column as its own declaration spells it: names are compared without case. */
    private String column(String written) {
        return spelled(written, columns.keySet());
    }

    /** One of the names, as it is spelled there. */
    static String spelled(String written, Iterable<String> names) {
        for (String name : names) {
            if (SqliteNames.areSame(name, written)) {
                return name;
            }
        }
        return written;
    }

    private <T> void put(Map<String, T> all, Optional<String> called, String derived, T one) {
        called.ifPresentOrElse(
                name -> all.put(free(name, all), one), () -> unnamed.add(() -> all.put(free(derived, all), one)));
    }

    /** Two may have one name in SQLite, so the second is told apart by a number. */
    private static String free(String wanted, Map<String, ?> all) {
        String free = wanted;
        for (int i = 1; all.containsKey(free); i++) {
            free = wanted + i;
        }
        return free;
    }
}
