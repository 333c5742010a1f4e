package org.robotoverlord.changelog.dialect.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * Makes a table anew: under another name, filled from the old one, which is dropped, and renamed to its place. Its indexes are made
 * again; triggers, which no model knows, are put back as they were. Views and foreign keys name the table and stay as they are.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html#otheralter">Making Other Kinds Of Table Schema Changes</a>
 */
final class SqliteRebuild {
    /** What the name begins with that a table has while it is filled. */
    static final String FRESH = "robot_new_";

    private static final String KEPT = "\"robot_kept\"";

    private final Name table;
    private final Schema start;
    private final Table before;
    private final Optional<String> numbered;
    /** Column → what of the old row it gets; a column that isn't here gets its default. */
    private final Map<String, String> sources = new LinkedHashMap<>();

    private final Set<String> numbers = new LinkedHashSet<>();
    private final Set<String> indexes;
    private final List<Change> serves = new ArrayList<>();
    private boolean plain = true;

    /**
     * @param start the schema in which it stands
     * @param numbered the column that SQLite numbered when the changelog began
     */
    SqliteRebuild(Name table, Schema start, Optional<String> numbered) {
        this.table = table;
        this.start = start;
        this.numbered = numbered;
        this.before = start.table(table);
        this.indexes = new LinkedHashSet<>(before.indexes().keySet());
        before.columns().keySet().forEach(column -> sources.put(column, quoted(column)));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    SqliteRebuild serving(Change change) {
        if (serves.isEmpty() || serves.get(serves.size() - 1) != change) {
            serves.add(change);
        }
        return this;
    }

    /** Whether each column still gets what it had, so that the user's SQL may name columns. */
    boolean isPlain() {
        return plain;
    }

    /** A column's rows get something else than they had. */
    void source(String column, UnaryOperator<String> change) {
        plain = false;
        sources.compute(column, (name, old) -> change.apply(old == null ? "null" : old));
    }

    /** A column gets its default. */
    void forget(String column) {
        plain = false;
        sources.remove(column);
        numbers.remove(column);
    }

    /** A column's values have to be numbers, or none. */
    void requireNumbers(String column) {
        numbers.add(column);
    }

    /**
     * Follows a column that gets another name at once.
     *
     * @return whether it can: where the column holds what it held, and no other has that name, though it is to go
     */
    boolean follows(String from, String to) {
        boolean same = plain && quoted(from).equals(sources.get(from));
        boolean isNumbered = Stream.of(SqliteIdentity.of(before), numbered)
                .flatMap(Optional::stream)
                .anyMatch(from::equals);
        boolean taken = Stream.concat(before.columns().keySet().stream(), sources.keySet().stream())
                .anyMatch(column -> !column.equals(from) && SqliteNames.areSame(column, to));
        if (!same || isNumbered || taken) {
            return false;
        }
        sources.remove(from);
        sources.put(to, quoted(to));
        if (numbers.remove(from)) {
            numbers.add(to);
        }
        return true;
    }

    /** Whether an index is there, which from now on it isn't. */
    boolean losesIndex(String name) {
        return indexes.remove(name);
    }

    /** @param after the schema with the table as it shall be */
    List<Statement> statements(Schema after, SqlitePhrases write) {
        Table is = after.table(table);
        String fresh = freeName(after);
        List<String> all = new ArrayList<>();
        all.add("create temp table " + KEPT + " (type text, name text, tbl_name text, sql text, constraint "
                + write.name("'" + table
                        + "' has no index that no changelog made, and only numbers where its types want them")
                + " check (type = 'trigger'))");
        all.add("insert into temp." + KEPT
                + " select type, name, tbl_name, sql from main.sqlite_schema\n  where tbl_name = "
                + write.literal(table.local()) + " and sql is not null and (type = 'trigger' or type = 'index'"
                + knownIndexes(write) + ")");
        all.add(write.createTable(fresh, is));
        copy(all, fresh, is, write);
        keepNumber(all, fresh, is, write);
        numbers.stream()
                .filter(is.columns()::containsKey)
                .forEach(column -> all.add("insert into temp." + KEPT + " (type) select 'text' from "
                        + write.name(fresh) + " where typeof(" + write.name(column) + ") in ('text', 'blob')"));
        all.add("drop table " + write.name(table));
        all.add("pragma legacy_alter_table = on");
        all.add("alter table " + write.name(fresh) + " rename to " + write.name(table));
        all.add("pragma legacy_alter_table = off");
        is.indexes().forEach((name, index) -> all.add(write.createIndex(table, name, index)));
        all.add("pragma writable_schema = on");
        all.add("insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql)"
                + " select type, name, tbl_name, 0, sql from temp." + KEPT);
        all.add("pragma writable_schema = reset");
        all.add("drop table temp." + KEPT);
        return all.stream().map(sql -> Statement.of(sql, serves)).toList();
    }

    private String knownIndexes(SqlitePhrases write) {
        return indexes.isEmpty()
                ? ""
                : indexes.stream().map(write::literal).collect(Collectors.joining(", ", " and name not in (", ")"));
    }

    private void copy(List<String> all, String fresh, Table is, SqlitePhrases write) {
        List<String> columns = is.columns().entrySet().stream()
                .filter(column -> column.getValue().generated().isEmpty())
                .map(Map.Entry::getKey)
                .filter(sources::containsKey)
                .toList();
        if (columns.isEmpty()) {
            return;
        }
        all.add("insert into " + write.name(fresh) + " (" + write.names(columns) + ")\n  select "
                + columns.stream().map(sources::get).collect(Collectors.joining(", ")) + "\n  from "
                + write.name(table));
    }

    /** Numbers of a column go on where they were, whether or not it is a key meanwhile. Without one SQLite doesn't drop them along. */
    private void keepNumber(List<String> all, String fresh, Table is, SqlitePhrases write) {
        Optional<String> now = SqliteIdentity.of(before);
        Optional<String> last = now.or(() -> numbered);
        if (last.isEmpty()) {
            return;
        }
        String old = write.literal(table.local());
        String own = write.literal(fresh);
        if (SqliteIdentity.isSaid(is, last.get())) {
            if (SqliteIdentity.of(is).isPresent()) {
                all.add("delete from sqlite_sequence where name = " + own);
            }
            all.add("insert into sqlite_sequence (name, seq) select " + own + ", seq from sqlite_sequence where name = "
                    + old);
        }
        if (now.isEmpty()) {
            all.add("delete from sqlite_sequence where name = " + old);
        }
    }

    private String freeName(Schema after) {
        String name = DerivedName.shortened(FRESH + table.local());
        while (isTaken(start, name) || isTaken(after, name)) {
            name = DerivedName.shortened(name + "_");
        }
        return name;
    }

    private static boolean isTaken(Schema schema, String name) {
        return schema.findTable(Name.of(name)).isPresent()
                || schema.tableOfIndex(Name.of(name)).isPresent();
    }
}
