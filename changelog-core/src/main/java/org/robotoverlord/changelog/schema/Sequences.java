package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/** What leads from sequences to tables and back: whose they are, and which columns are numbered by them. */
public final class Sequences {
    private Sequences() {}

    /** What is wrong with the column that a sequence goes with: that it isn't there, or lies elsewhere. */
    public static Optional<Problem> problem(Schema schema, Name name, Sequence sequence) {
        return sequence.ownedBy().flatMap(owner -> problem(schema, name, owner)).map(found -> found.about("ownedBy"));
    }

    private static Optional<Problem> problem(Schema schema, Name name, ColumnName owner) {
        Optional<Table> table = schema.findTable(owner.table());
        if (table.isEmpty()) {
            Set<String> known =
                    schema.tables().keySet().stream().map(Name::toString).collect(Collectors.toSet());
            return Optional.of(new Problem("there is no table '" + owner.table() + "'"
                    + Suggestion.of(owner.table().toString(), known) + "; name the column as table.column"));
        }
        if (!table.get().columns().containsKey(owner.column())) {
            return Optional.of(new Problem("table '" + owner.table() + "' has no column '" + owner.column() + "'"
                    + Suggestion.of(owner.column(), table.get().columns().keySet())));
        }
        return schema.local(name).schema().equals(schema.local(owner.table()).schema())
                ? Optional.empty()
                : Optional.of(new Problem("sequence '" + name + "' lies in another schema than table '" + owner.table()
                        + "', with which it would go; put both into one"));
    }

    /** The sequences that go with a table. */
    public static List<Name> ownedBy(Schema schema, Name table) {
        Name owner = schema.local(table);
        return schema.all(Kind.SEQUENCE).entrySet().stream()
                .filter(sequence -> sequence.getValue()
                        .ownedBy()
                        .filter(column -> column.table().equals(owner))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The sequences that go with a column. */
    public static List<Name> ownedBy(Schema schema, Name table, String column) {
        return ownedBy(schema, table).stream()
                .filter(name -> schema.get(Kind.SEQUENCE, name)
                        .ownedBy()
                        .orElseThrow()
                        .column()
                        .equals(column))
                .toList();
    }

    /** The sequences that a table names in strings. */
    public static Set<Name> usedBy(Schema schema, Table table) {
        Set<Name> used = new LinkedHashSet<>();
        Spelled.in(table, sql -> {
            addUsed(schema, sql, used);
            return false;
        });
        return used;
    }

    /** The sequences that domains name in strings, which must be there before them. */
    public static Set<Name> usedByDomains(Schema schema) {
        Set<Name> used = new LinkedHashSet<>();
        schema.all(Kind.DOMAIN)
                .values()
                .forEach(domain -> domain.says(sql -> {
                    addUsed(schema, sql, used);
                    return false;
                }));
        return used;
    }

    private static void addUsed(Schema schema, Expression sql, Set<Name> used) {
        NamedInStrings.in(sql)
                .map(schema::local)
                .filter(name -> schema.find(Kind.SEQUENCE, name).isPresent())
                .forEach(used::add);
    }

    /** The columns whose default names a sequence, as table → names. */
    public static Map<Name, List<String>> usersOf(Schema schema, Name sequence) {
        Name wanted = schema.local(sequence);
        Map<Name, List<String>> users = new LinkedHashMap<>();
        schema.tables()
                .forEach((table, is) -> is.columns().forEach((column, of) -> {
                    if (named(of).map(schema::local).anyMatch(wanted::equals)) {
                        users.computeIfAbsent(table, none -> new ArrayList<>()).add(column);
                    }
                }));
        return users;
    }

    /** What names a sequence, each as a person would say it: {@code check 'c' of 'users'}. */
    public static List<String> naming(Schema schema, Name sequence) {
        Name wanted = schema.local(sequence);
        Predicate<Expression> names = sql -> names(schema, sql, wanted);
        List<String> naming = new ArrayList<>();
        schema.tables()
                .forEach((name, table) ->
                        Spelled.in(table, names).forEach(part -> naming.add(part + " of '" + name + "'")));
        schema.all(Kind.DOMAIN).forEach((name, domain) -> {
            if (domain.says(names)) {
                naming.add("domain '" + name + "'");
            }
        });
        return naming;
    }

    /** The checks of a table that name a sequence. */
    public static List<String> checksNaming(Schema schema, Table table, Name sequence) {
        Name wanted = schema.local(sequence);
        return table.checks().entrySet().stream()
                .filter(check -> names(schema, check.getValue().check(), wanted))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Stream<Name> named(Column column) {
        return column.defaultValue().orElse(Value.NULL) instanceof Value.Sql given
                ? NamedInStrings.in(given.sql())
                : Stream.empty();
    }

    /** The column with the names changed of what its default names. */
    static Column mapNamed(Column column, UnaryOperator<Name> change) {
        if (!(column.defaultValue().orElse(Value.NULL) instanceof Value.Sql given)) {
            return column;
        }
        Expression mapped = NamedInStrings.map(given.sql(), change);
        return mapped == given.sql() ? column : column.withDefault(Optional.of(new Value.Sql(mapped)));
    }

    /** The schema with a sequence under another name; whatever names it in a string follows, as the database knows it by another sign. */
    public static Schema rename(Schema before, Name from, Name to) {
        Name old = before.local(from);
        Name renamed = before.local(to);
        Schema after = before.without(Kind.SEQUENCE, old).with(Kind.SEQUENCE, renamed, before.get(Kind.SEQUENCE, old));
        return Spelled.map(after, sql -> names(before, sql, old) ? renamed(before, sql, old, renamed) : sql);
    }

    private static boolean names(Schema schema, Expression sql, Name sequence) {
        return NamedInStrings.in(sql).map(schema::local).anyMatch(sequence::equals);
    }

    /** What said the app's own schema says it still, where the sequence stays in it. */
    private static Expression renamed(Schema schema, Expression sql, Name from, Name to) {
        boolean stays = from.schema().equals(to.schema());
        Name whole = to.schema().isPresent() ? to : Name.of(schema.setting().home(), to.local());
        return NamedInStrings.map(
                sql,
                name -> !schema.local(name).equals(from)
                        ? name
                        : stays && name.schema().isPresent() ? whole : to);
    }

    /** The schema after a table got another name, where its sequences go with it: into another schema, if it does. */
    static Schema followTable(Schema after, Name from, Name to) {
        Schema followed = after;
        for (Name sequence : ownedBy(after, from)) {
            Sequence of = after.get(Kind.SEQUENCE, sequence);
            followed = followed.with(Kind.SEQUENCE, sequence, of.mapTable(table -> to));
            Name beside = to.sibling(sequence.local());
            followed = beside.equals(sequence) ? followed : rename(followed, sequence, beside);
        }
        return followed;
    }

    /** The schema after a column got another name. */
    static Schema followColumn(Schema after, Name table, String from, String to) {
        Schema followed = after;
        for (Name sequence : ownedBy(after, table, from)) {
            Sequence of = after.get(Kind.SEQUENCE, sequence);
            followed = followed.with(
                    Kind.SEQUENCE, sequence, of.withOwner(of.ownedBy().map(owner -> owner.withColumn(to))));
        }
        return followed;
    }
}
