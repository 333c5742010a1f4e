package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.robotoverlord.changelog.form.Bodies;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;

/** Writes out a {@link TableBody}: shorthands become constraints and indexes, and names are derived. */
public final class Expansion {
    private final Name name;
    private final TableBody body;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, Unique> uniques = new LinkedHashMap<>();
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final Map<String, ForeignKey> foreignKeys = new LinkedHashMap<>();
    private final Map<String, Index> indexes = new LinkedHashMap<>();
    private final Map<String, List<String>> origins = new LinkedHashMap<>();
    private final List<Hint> hints = new ArrayList<>();
    private final List<Problem> found = new ArrayList<>();
    private final Table table;

    Expansion(Name name, TableBody body) {
        this.name = name;
        this.body = body;
        body.renamedFrom()
                .ifPresent(from -> hints.add(Hint.of(Hint.Kind.TABLE, name, from, name.toString(), "renamedFrom")));
        Optional<PrimaryKey> key = primaryKey();
        body.columns().forEach((column, is) -> addColumn(column, is, key));
        addAll("unique", body.unique(), uniques, unique -> DerivedName.unique(name, unique.columns()));
        addAll("checks", body.checks(), checks, check -> nameless("a check"));
        addAll(
                "foreignKeys",
                body.foreignKeys(),
                foreignKeys,
                foreign -> DerivedName.foreignKey(name, foreign.columns()));
        addAll("indexes", body.indexes(), indexes, this::derivedIndexName);
        body.columns().forEach((column, is) -> addShorthands(column, is, key));
        if (body.columns().isEmpty()) {
            found.add(new Problem("table '" + name + "' has no column; give it at least one"));
        }
        Problems.throwIfAny(found);
        table = new Table(body.comment(), columns, key, uniques, checks, foreignKeys, indexes);
    }

    /** The table. */
    public Table table() {
        return table;
    }

    /** What its {@code renamedFrom}s say. */
    public List<Hint> hints() {
        return List.copyOf(hints);
    }

    /** Where in the written form a part of the table stands that a problem is about. */
    public List<String> origin(List<String> path) {
        return path.size() < 2 ? path : origins.getOrDefault(path.get(0) + "/" + path.get(1), path);
    }

    private Optional<PrimaryKey> primaryKey() {
        List<String> marked = body.columns().entrySet().stream()
                .filter(column -> column.getValue().primaryKey())
                .map(Map.Entry::getKey)
                .toList();
        if (marked.size() > 1) {
            found.add(new Problem("columns " + marked + " are each marked primaryKey; write primaryKey: " + marked
                            + " at the table")
                    .about("columns", marked.get(1), "primaryKey"));
        } else if (!marked.isEmpty() && body.primaryKey().isPresent()) {
            found.add(new Problem("the primary key is written twice, at column '" + marked.get(0)
                            + "' and at the table; keep one")
                    .about("columns", marked.get(0), "primaryKey"));
        }
        body.primaryKey()
                .ifPresent(key -> key.renamedFrom()
                        .ifPresent(from -> hints.add(Hint.of(
                                Hint.Kind.CONSTRAINT,
                                name,
                                from,
                                key.named(name).name(),
                                "primaryKey",
                                "renamedFrom"))));
        return body.primaryKey()
                .map(key -> key.named(name))
                .or(() -> marked.stream()
                        .findFirst()
                        .map(column -> new PrimaryKey(DerivedName.primaryKey(name), List.of(column))));
    }

    private void addColumn(String column, ColumnBody is, Optional<PrimaryKey> key) {
        boolean ofKey =
                key.filter(primary -> primary.columns().contains(column)).isPresent();
        columns.put(column, ofKey ? is.column().withNullable(false) : is.column());
        is.renamedFrom()
                .ifPresent(from ->
                        hints.add(Hint.of(Hint.Kind.COLUMN, name, from, column, "columns", column, "renamedFrom")));
    }

    private <T> void addAll(
            String group, Bodies<Hinted<T>> bodies, Map<String, T> into, Function<T, String> deriveName) {
        int position = 0;
        for (Bodies.Entry<Hinted<T>> entry : bodies.entries()) {
            String place = entry.name().orElse(String.valueOf(position++));
            try {
                String own = entry.name()
                        .orElseGet(() -> deriveName.apply(entry.body().body()));
                add(group, own, entry.body().body(), into, List.of(group, place));
                entry.body()
                        .renamedFrom()
                        .ifPresent(
                                from -> hints.add(Hint.of(kind(group), name, from, own, group, place, "renamedFrom")));
            } catch (Problem problem) {
                found.add(problem.about(group, place));
            }
        }
    }

    private static Hint.Kind kind(String group) {
        return group.equals("indexes") ? Hint.Kind.INDEX : Hint.Kind.CONSTRAINT;
    }

    private <T> void add(String group, String own, T part, Map<String, T> into, List<String> origin) {
        if (own.isEmpty()) {
            found.add(
                    new Problem("a name in table '" + name + "' is empty; give it at least one letter").about(origin));
        } else if (into.putIfAbsent(own, part) != null) {
            found.add(new Problem(
                            "name '" + own + "' is used twice in table '" + name + "'; give one of them another name")
                    .about(origin));
        }
        origins.put(group + "/" + own, origin);
    }

    private static String nameless(String what) {
        throw new Problem(what + " stands in a list, where its name would be derived; write a mapping name: " + what);
    }

    private String derivedIndexName(Index index) {
        boolean columnsOnly =
                index.columns().stream().allMatch(element -> element.column().isPresent());
        return columnsOnly ? DerivedName.index(name, index.columnNames()) : nameless("an index over an expression");
    }

    private void addShorthands(String column, ColumnBody is, Optional<PrimaryKey> key) {
        List<String> own = List.of(column);
        is.unique().ifPresent(flag -> {
            refuseTwice(
                    "unique",
                    column,
                    uniques.values().stream()
                            .anyMatch(unique -> unique.columns().equals(own)));
            String named = flag.name().orElse(DerivedName.unique(name, own));
            add("unique", named, Unique.of(own), uniques, List.of("columns", column, "unique"));
        });
        is.check().ifPresent(check -> {
            String named = check.name().orElse(DerivedName.check(name, column));
            add("checks", named, new Check(check.check()), checks, List.of("columns", column, "check"));
        });
        is.references().ifPresent(reference -> {
            refuseTwice(
                    "references",
                    column,
                    foreignKeys.values().stream()
                            .anyMatch(other -> other.columns().equals(own)));
            String named = reference.name().orElse(DerivedName.foreignKey(name, own));
            add("foreignKeys", named, reference.from(column), foreignKeys, List.of("columns", column, "references"));
        });
        is.index().ifPresent(flag -> {
            boolean served =
                    key.filter(primary -> primary.columns().equals(own)).isPresent()
                            || uniques.values().stream()
                                    .anyMatch(unique -> unique.columns().equals(own));
            if (served && flag.name().isEmpty()) {
                return;
            }
            Index plain = Index.of(own);
            refuseTwice("index", column, indexes.values().stream().anyMatch(plain::equals));
            String named = flag.name().orElse(DerivedName.index(name, own));
            add("indexes", named, plain, indexes, List.of("columns", column, "index"));
        });
    }

    private void refuseTwice(String shorthand, String column, boolean twice) {
        if (twice) {
            found.add(new Problem("column '" + column + "' has '" + shorthand
                            + "', and the table has the same over this column; keep one")
                    .about("columns", column, shorthand));
        }
    }
}
