package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.form.Bodies;

/** Writes a {@link Table} as a person would: the inverse of {@link Expansion}, with shorthands for what stands on one column. */
final class Contraction {
    private final Schema schema;
    private final Name name;
    private final Table table;
    private final Map<String, Unique> uniques;
    private final Map<String, Check> checks;
    private final Map<String, ForeignKey> foreignKeys;
    private final Map<String, Index> indexes;

    private Contraction(Schema schema, Name name) {
        this.schema = schema;
        this.name = name;
        this.table = schema.table(name);
        this.uniques = new LinkedHashMap<>(table.uniques());
        this.checks = new LinkedHashMap<>(table.checks());
        this.foreignKeys = new LinkedHashMap<>(table.foreignKeys());
        this.indexes = new LinkedHashMap<>(table.indexes());
    }

    static TableBody of(Schema schema, Name name) {
        return new Contraction(schema, name).body();
    }

    private TableBody body() {
        Map<String, ColumnBody> columns = new LinkedHashMap<>();
        table.columns().forEach((column, is) -> columns.put(column, body(column, is)));
        foreignKeys.replaceAll((key, is) -> withoutImpliedTarget(is));
        return new TableBody(
                Optional.empty(),
                table.comment(),
                columns,
                table.primaryKey().map(key -> KeyBody.of(name, key)),
                bodies(checks),
                bodies(uniques),
                bodies(foreignKeys),
                bodies(indexes),
                bodies(table.excludes()),
                table.triggers(),
                table.storage(),
                table.rowSecurity(),
                table.policies(),
                table.partitioning().map(Partitioning::by),
                table.partitions());
    }

    private static <T> Bodies<Hinted<T>> bodies(Map<String, T> named) {
        return Bodies.of(named.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Hinted.plain(entry.getValue()), (a, b) -> a, LinkedHashMap::new)));
    }

    private ColumnBody body(String column, Column is) {
        List<String> own = List.of(column);
        Column written = table.keyColumns().contains(column) ? is.withNullable(true) : is;
        return new ColumnBody(
                written, false, unique(own), index(own), check(column), references(column), Optional.empty());
    }

    private Optional<Flag> unique(List<String> own) {
        return alone(table.uniques(), unique -> unique.columns().equals(own))
                .filter(unique -> table.uniques().get(unique).equals(Unique.of(own)))
                .map(unique -> {
                    uniques.remove(unique);
                    return flag(unique, DerivedName.unique(name, own));
                });
    }

    /** An index beside a key or a unique constraint over the same column needs its name: without one it adds nothing. */
    private Optional<Flag> index(List<String> own) {
        boolean served = table.keyColumns().equals(own)
                || table.uniques().values().stream()
                        .anyMatch(unique -> unique.columns().equals(own));
        return alone(table.indexes(), index -> index.equals(Index.of(own))).map(index -> {
            indexes.remove(index);
            return served ? new Flag(Optional.of(index)) : flag(index, DerivedName.index(name, own));
        });
    }

    private Optional<CheckShorthand> check(String column) {
        return Optional.ofNullable(checks.remove(DerivedName.check(name, column)))
                .map(check -> new CheckShorthand(Optional.empty(), check.check()));
    }

    private Optional<Reference> references(String column) {
        List<String> own = List.of(column);
        return alone(table.foreignKeys(), key -> key.columns().equals(own))
                .filter(key -> !table.foreignKeys().get(key).external())
                .map(key -> {
                    ForeignKey is = foreignKeys.remove(key);
                    return new Reference(
                            is.references(),
                            withoutImpliedTarget(is).to().stream().findFirst(),
                            Optional.of(key).filter(other -> !other.equals(DerivedName.foreignKey(name, own))),
                            is.onDelete(),
                            is.onUpdate(),
                            is.deferrable());
                });
    }

    /** The key without the columns it points to, where those are its target's primary key. */
    private ForeignKey withoutImpliedTarget(ForeignKey key) {
        boolean implied = !key.external()
                && schema.findTable(key.references())
                        .filter(target -> target.keyColumns().equals(key.to()))
                        .isPresent();
        return implied ? key.withTo(List.of()) : key;
    }

    private static Flag flag(String is, String derived) {
        return new Flag(Optional.of(is).filter(name -> !name.equals(derived)));
    }

    /** The name of the one thing that is such; empty where there is none, or another. */
    private static <T> Optional<String> alone(Map<String, T> named, java.util.function.Predicate<T> which) {
        List<String> found = new ArrayList<>();
        named.forEach((name, is) -> {
            if (which.test(is)) {
                found.add(name);
            }
        });
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
