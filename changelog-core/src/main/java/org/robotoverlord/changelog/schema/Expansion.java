package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<String, Exclude> excludes = new LinkedHashMap<>();
    private final Map<String, List<String>> origins = new LinkedHashMap<>();
    private final List<Hint> hints = new ArrayList<>();
    private final List<Problem> found = new ArrayList<>();
    private final Table table;

    Expansion(Name name, TableBody body) {
        this.name = name;
        this.body = body;
        addHint(Hint.Kind.TABLE, body.renamedFrom(), name.toString(), "renamedFrom");
        Optional<PrimaryKey> key = primaryKey();
        List<String> keyColumns = key.isPresent() ? key.get().columns() : List.of();
        for (Map.Entry<String, ColumnBody> column : body.columns().entrySet()) {
            addColumn(column.getKey(), column.getValue(), keyColumns);
        }
        addAll("unique", body.unique(), uniques);
        addAll("checks", body.checks(), checks);
        addAll("foreignKeys", body.foreignKeys(), foreignKeys);
        addAll("indexes", body.indexes(), indexes);
        addAll("excludes", body.excludes(), excludes);
        for (Map.Entry<String, ColumnBody> column : body.columns().entrySet()) {
            addShorthands(column.getKey(), column.getValue(), keyColumns);
        }
        if (body.columns().isEmpty()) {
            found.add(new Problem("table '" + name + "' has no column; give it at least one"));
        }
        Problems.throwIfAny(found);
        table = new Table(
                body.comment(),
                columns,
                key,
                uniques,
                checks,
                foreignKeys,
                indexes,
                excludes,
                body.triggers(),
                body.with(),
                body.rowSecurity(),
                body.policies(),
                partitioning());
    }

    private Optional<Partitioning> partitioning() {
        if (body.partitionBy().isEmpty()) {
            if (!body.partitions().isEmpty()) {
                throw new Problem("table '" + name
                                + "' has partitions and no partitionBy; say by which column its rows are"
                                + " kept apart")
                        .about("partitions");
            }
            return Optional.empty();
        }
        Partitioning is = new Partitioning(body.partitionBy().get(), Map.of());
        for (Map.Entry<String, Partition> partition : body.partitions().entrySet()) {
            try {
                is = is.with(partition.getKey(), is.fitted(partition.getValue(), columns));
            } catch (Problem misfit) {
                found.add(misfit.relocate(path -> under(partition.getKey(), path)));
            }
        }
        Problems.throwIfAny(found);
        return Optional.of(is);
    }

    private static List<String> under(String partition, List<String> path) {
        List<String> whole = new ArrayList<>(List.of("partitions", partition));
        whole.addAll(path);
        return whole;
    }

    private void addHint(Hint.Kind kind, Optional<String> renamedFrom, String to, String... path) {
        try {
            renamedFrom.ifPresent(from -> hints.add(Hint.of(kind, name, from, to, path)));
        } catch (Problem broken) {
            found.add(broken);
        }
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
        List<String> marked = new ArrayList<>();
        for (Map.Entry<String, ColumnBody> column : body.columns().entrySet()) {
            if (column.getValue().primaryKey()) {
                marked.add(column.getKey());
            }
        }
        if (marked.size() > 1) {
            found.add(new Problem("columns " + marked + " are each marked primaryKey; write primaryKey: " + marked
                            + " at the table")
                    .about("columns", marked.get(1), "primaryKey"));
        } else if (!marked.isEmpty() && body.primaryKey().isPresent()) {
            found.add(new Problem("the primary key is written twice, at column '" + marked.get(0)
                            + "' and at the table; keep one")
                    .about("columns", marked.get(0), "primaryKey"));
        }
        if (body.primaryKey().isPresent()) {
            KeyBody written = body.primaryKey().get();
            PrimaryKey key = written.named(name);
            addHint(Hint.Kind.CONSTRAINT, written.renamedFrom(), key.name(), "primaryKey", "renamedFrom");
            return Optional.of(key);
        }
        return marked.isEmpty()
                ? Optional.empty()
                : Optional.of(new PrimaryKey(DerivedName.primaryKey(name), marked.subList(0, 1)));
    }

    private void addColumn(String column, ColumnBody is, List<String> keyColumns) {
        columns.put(column, keyColumns.contains(column) ? is.column().withNullable(false) : is.column());
        addHint(Hint.Kind.COLUMN, is.renamedFrom(), column, "columns", column, "renamedFrom");
    }

    private <T> void addAll(String group, Bodies<Hinted<T>> bodies, Map<String, T> into) {
        int position = 0;
        for (Bodies.Entry<Hinted<T>> entry : bodies.entries()) {
            T part = entry.body().body();
            boolean named = entry.name().isPresent();
            String place = named ? entry.name().get() : String.valueOf(position++);
            try {
                String own = named ? place : derivedName(part);
                add(group, own, part, into, List.of(group, place));
                addHint(kind(group), entry.body().renamedFrom(), own, group, place, "renamedFrom");
            } catch (Problem problem) {
                found.add(problem.about(group, place));
            }
        }
    }

    private String derivedName(Object part) {
        if (part instanceof Unique unique) {
            return DerivedName.unique(name, unique.columns());
        }
        if (part instanceof ForeignKey key) {
            return DerivedName.foreignKey(name, key.columns());
        }
        if (part instanceof Index index) {
            requireColumns("an index over an expression", index.columnNames(), index.columns());
            return DerivedName.index(name, index.columnNames());
        }
        if (part instanceof Exclude exclude) {
            requireColumns("an exclusion over an expression", exclude.columnNames(), exclude.elements());
            return DerivedName.exclude(name, exclude.columnNames());
        }
        throw nameless("a check");
    }

    /** @throws Problem if not every element is a column, of which a name could be derived */
    private static void requireColumns(String what, List<String> columns, List<?> elements) {
        if (columns.size() < elements.size()) {
            throw nameless(what);
        }
    }

    private static Problem nameless(String what) {
        return new Problem(what + " stands in a list, where its name would be derived; write a mapping name: " + what);
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

    private void addShorthands(String column, ColumnBody is, List<String> keyColumns) {
        List<String> own = List.of(column);
        if (is.unique().isPresent()) {
            boolean twice = uniques.values().stream()
                    .anyMatch(unique -> unique.columns().equals(own));
            String named = is.unique().get().name().orElse(DerivedName.unique(name, own));
            addShorthand("unique", "unique", column, twice, named, Unique.of(own), uniques);
        }
        if (is.check().isPresent()) {
            CheckShorthand check = is.check().get();
            String named = check.name().orElse(DerivedName.check(name, column));
            addShorthand("check", "checks", column, false, named, new Check(check.check()), checks);
        }
        if (is.references().isPresent()) {
            Reference reference = is.references().get();
            boolean twice = foreignKeys.values().stream()
                    .anyMatch(other -> other.columns().equals(own));
            String named = reference.name().orElse(DerivedName.foreignKey(name, own));
            addShorthand("references", "foreignKeys", column, twice, named, reference.from(column), foreignKeys);
        }
        if (is.index().isPresent() && (is.index().get().name().isPresent() || !isServed(own, keyColumns))) {
            Index plain = Index.of(own);
            String named = is.index().get().name().orElse(DerivedName.index(name, own));
            addShorthand("index", "indexes", column, indexes.containsValue(plain), named, plain, indexes);
        }
    }

    /** Whether a key or a unique constraint over the columns does already what an index would. */
    private boolean isServed(List<String> own, List<String> keyColumns) {
        return keyColumns.equals(own)
                || uniques.values().stream().anyMatch(unique -> unique.columns().equals(own));
    }

    private <T> void addShorthand(
            String shorthand, String group, String column, boolean twice, String named, T part, Map<String, T> into) {
        if (twice) {
            found.add(new Problem("column '" + column + "' has '" + shorthand
                            + "', and the table has the same over this column; keep one")
                    .about("columns", column, shorthand));
            return;
        }
        add(group, named, part, into, List.of("columns", column, shorthand));
    }
}
