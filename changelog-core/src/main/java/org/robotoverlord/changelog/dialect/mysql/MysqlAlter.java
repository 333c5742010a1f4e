package org.robotoverlord.changelog.dialect.mysql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.Action;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * Leads from the tables of one schema to those of another with as few statements as will do: foreign keys that are in the way go first,
 * each table is altered at once, foreign keys come last. No name of a column differs but for columns that come and go.
 */
final class MysqlAlter {
    private final Schema before;
    private final Schema after;
    private final MysqlPhrases then;
    private final MysqlPhrases write;
    private final List<Change> serves;
    private final Map<Name, MysqlClauses> dropping = new LinkedHashMap<>();
    private final Map<Name, MysqlClauses> altering = new LinkedHashMap<>();
    private final Map<Name, MysqlClauses> adding = new LinkedHashMap<>();

    /**
     * @param then the phrases of the schema before
     * @param write the phrases of the schema after
     * @param serves the changes that lead there
     */
    private MysqlAlter(Schema before, Schema after, MysqlPhrases then, MysqlPhrases write, List<Change> serves) {
        this.before = before;
        this.after = after;
        this.then = then;
        this.write = write;
        this.serves = serves;
    }

    /** The statements that lead from one schema to the other. */
    static List<Statement> between(
            Schema before, Schema after, MysqlPhrases then, MysqlPhrases write, List<Change> serves) {
        MysqlAlter alter = new MysqlAlter(before, after, then, write, serves);
        alter.touched().forEach(alter::compare);
        return alter.statements();
    }

    /** The tables that differ, those of an enum that does, and those with a foreign key to one of them. */
    private Set<Name> touched() {
        Set<Name> own = new LinkedHashSet<>();
        MysqlNames taken = MysqlNames.of(before, then);
        MysqlNames takenThen = MysqlNames.of(after, write);
        after.tables().forEach((name, table) -> {
            Optional<Table> was = before.findTable(name);
            if (was.isPresent()
                    && (was.get() != table
                            || taken.differs(takenThen, name, table)
                            || table.columns().values().stream().anyMatch(this::isOther))) {
                own.add(name);
            }
        });
        Set<Name> all = new LinkedHashSet<>(own);
        after.tables().forEach((name, table) -> {
            boolean pointsThere =
                    table.foreignKeys().values().stream().anyMatch(key -> own.contains(after.local(key.references())));
            if (pointsThere && before.findTable(name).isPresent()) {
                all.add(name);
            }
        });
        return all;
    }

    /** Whether a column's enum has other values. */
    private boolean isOther(Column column) {
        return column.type()
                .userType()
                .filter(type -> !before.findEnum(type).equals(after.findEnum(type)))
                .isPresent();
    }

    private void compare(Name name) {
        MysqlTable was = MysqlTable.of(before, name, then);
        MysqlTable is = MysqlTable.of(after, name, write);
        Set<String> anew = anew(name);
        MysqlClauses dropped = new MysqlClauses(name, write);
        MysqlClauses altered = new MysqlClauses(name, write);
        MysqlClauses added = new MysqlClauses(name, write);
        was.foreignKeys().forEach((key, words) -> {
            if (!words.equals(is.foreignKeys().get(key)) || isRetyped(name, key)) {
                dropped.dropForeignKey(key);
            }
        });
        altered.keys(was, is, anew);
        altered.columns(was, is, anew);
        following(name, was, is)
                .forEach((column, read) ->
                        altered.modifyAfter(column, is.columns().get(column), read));
        altered.checks(was, is);
        altered.options(was, is);
        is.foreignKeys().forEach((key, words) -> {
            if (!words.equals(was.foreignKeys().get(key)) || isRetyped(name, key)) {
                added.addForeignKey(key, words);
            }
        });
        List.of(dropped, altered, added).forEach(each -> each.hush(was, is));
        dropping.put(name, dropped);
        altering.put(name, altered);
        adding.put(name, added);
    }

    /** The columns that the server can't make of what they were: computed when read, or no longer so. */
    private Set<String> anew(Name name) {
        Set<String> anew = new LinkedHashSet<>();
        Table table = after.table(name);
        before.table(name).columns().forEach((column, was) -> {
            Column is = table.columns().get(column);
            if (is != null && isVirtual(was) != isVirtual(is)) {
                anew.add(column);
            }
        });
        return anew;
    }

    /**
     * The computed columns that change, or read one that does, where what they read is computed or has an expression for a default; and
     * what that is: they must stand after it.
     */
    private Map<String, String> following(Name name, MysqlTable was, MysqlTable is) {
        Map<String, String> following = new LinkedHashMap<>();
        Table table = after.table(name);
        Set<String> changed = is.changedColumns(was);
        is.columns().keySet().stream()
                .filter(column -> !was.columns().containsKey(column))
                .forEach(changed::add);
        table.columns()
                .forEach((column, each) -> each.generated()
                        .filter(generated -> was.columns().containsKey(column))
                        .ifPresent(generated -> table.columns().keySet().stream()
                                .filter(read -> changed.contains(column) || changed.contains(read))
                                .filter(read -> !read.equals(column)
                                        && isReckoned(is.columns().get(read))
                                        && generated.sql().mentions(read))
                                .forEach(read -> following.put(column, read))));
        return following;
    }

    private static boolean isReckoned(String words) {
        return words.contains(" default (") || words.contains(" generated always as (");
    }

    static boolean isVirtual(Column column) {
        return column.generated().filter(is -> !is.stored()).map(Generated::sql).isPresent();
    }

    /** Whether a column on either side of a foreign key gets another type: the server lets none be changed under it. */
    private boolean isRetyped(Name name, String key) {
        ForeignKey is = after.table(name).foreignKeys().get(key);
        return is != null
                && (is.columns().stream().anyMatch(column -> isRetypedColumn(name, column))
                        || is.to().stream().anyMatch(column -> isRetypedColumn(is.references(), column))
                        || followsItself(name, is));
    }

    /** Whether both sides of a foreign key of a table to itself become nullable: MariaDB looks at one while the other is as it was. */
    private boolean followsItself(Name name, ForeignKey key) {
        boolean itself = write.isMariadb()
                && key.onUpdate() == Action.CASCADE
                && after.local(key.references()).equals(name);
        return itself
                && IntStream.range(0, key.columns().size())
                        .anyMatch(i -> becomesNullable(name, key.columns().get(i))
                                && becomesNullable(name, key.to().get(i)));
    }

    private boolean becomesNullable(Name table, String column) {
        Column was = before.table(table).columns().get(column);
        return was != null
                && !was.nullable()
                && after.table(table).column(column).nullable();
    }

    private boolean isRetypedColumn(Name table, String column) {
        Optional<Column> was =
                before.findTable(table).map(each -> each.columns().get(column));
        Optional<Column> is = after.findTable(table).map(each -> each.columns().get(column));
        return was.isPresent()
                && is.isPresent()
                && (isTakenForAnother(was.get(), is.get())
                        || !(then.type(was.get().type()) + was.get().collation())
                                .equals(write.type(is.get().type()) + is.get().collation()));
    }

    /** What MySQL takes for another type, and MariaDB doesn't. */
    private boolean isTakenForAnother(Column was, Column is) {
        boolean becomesRequired = was.nullable() && !is.nullable();
        boolean isNumberedOtherwise =
                was.identity().isPresent() != is.identity().isPresent();
        return !write.isMariadb() && (becomesRequired || isNumberedOtherwise);
    }

    private List<Statement> statements() {
        List<MysqlClauses> all = new ArrayList<>();
        List<Name> touched = altering.keySet().stream().filter(this::isTouched).toList();
        if (touched.size() == 1) {
            all.addAll(together(touched.get(0)));
        } else {
            all.addAll(dropping.values());
            all.addAll(altering.values());
            all.addAll(adding.values());
        }
        return all.stream()
                .flatMap(clauses -> clauses.statement(serves).stream())
                .toList();
    }

    private boolean isTouched(Name table) {
        return !dropping.get(table).isEmpty()
                || !altering.get(table).isEmpty()
                || !adding.get(table).isEmpty();
    }

    /** One statement for a table that is alone, unless a column is changed that a foreign key must be gone from first. */
    private List<MysqlClauses> together(Name table) {
        MysqlClauses dropped = dropping.get(table);
        MysqlClauses altered = altering.get(table);
        MysqlClauses rest = altered.and(adding.get(table));
        boolean apart = altered.isAboutColumns() || !adding.get(table).sharesNothingWith(dropped);
        return apart ? List.of(dropped, rest) : List.of(dropped.and(rest));
    }
}
