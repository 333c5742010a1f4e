package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/** Says what about the partitions of a table doesn't hold together, before a database has to. */
final class PartitionIntegrity {
    private final Schema schema;
    private final Name name;
    private final Table table;
    private final Partitioning is;
    private final List<Problem> found = new ArrayList<>();

    private PartitionIntegrity(Schema schema, Name name, Table table, Partitioning is) {
        this.schema = schema;
        this.name = name;
        this.table = table;
        this.is = is;
    }

    static List<Problem> problems(Schema schema, Name name, Table table) {
        return table.partitioning()
                .map(is -> new PartitionIntegrity(schema, name, table, is).problems())
                .orElse(List.of());
    }

    private List<Problem> problems() {
        is.by().columns().forEach(this::checkColumn);
        table.primaryKey().ifPresent(key -> requireKey("primary key", key.columns(), "primaryKey", "columns"));
        table.uniques()
                .forEach((unique, body) -> requireKey("unique '" + unique + "'", body.columns(), "unique", unique));
        table.indexes().forEach((index, body) -> {
            if (body.unique()) {
                requireKey("unique index '" + index + "'", body.columnNames(), "indexes", index);
            }
        });
        table.excludes().forEach((exclude, body) -> {
            List<String> equal = body.elements().stream()
                    .filter(element -> element.with().sql().strip().equals("="))
                    .flatMap(element -> element.element().column().stream())
                    .toList();
            requireKey("exclusion '" + exclude + "' with = over", equal, "excludes", exclude);
        });
        if (!table.storage().isEmpty()) {
            found.add(new Problem(
                            "table '" + name + "' has storage parameters, but its rows are stored in its partitions;"
                                    + " leave 'with' out")
                    .about("with"));
        }
        is.partitions().forEach(this::checkWay);
        is.partitions().forEach(this::checkEnumValues);
        if (found.isEmpty()) {
            checkOverlaps();
        }
        return found;
    }

    private void checkColumn(String column) {
        String way = way(is.by().way());
        Column of = table.columns().get(column);
        if (of == null) {
            found.add(new Problem("there is no column '" + column + "' in table '" + name + "'"
                            + Suggestion.of(column, table.columns().keySet()))
                    .about("partitionBy", way));
        } else if (of.generated().isPresent()) {
            found.add(new Problem("table '" + name + "' is partitioned by column '" + column
                            + "', which is generated; partition by a plain column")
                    .about("partitionBy", way));
        }
    }

    /** A partition only knows its own rows, so what is unique must tell which partition they lie in. */
    private void requireKey(String what, List<String> columns, String... path) {
        List<String> key = is.by().columns();
        if (!columns.containsAll(key)) {
            List<String> both = new ArrayList<>(columns);
            key.stream().filter(column -> !columns.contains(column)).forEach(both::add);
            found.add(new Problem(what + " " + columns + " of table '" + name + "' lacks "
                            + key.stream()
                                    .filter(column -> !columns.contains(column))
                                    .toList()
                            + " of its partition key " + key + ", and no partition knows the rows of the others; write "
                            + both + ", or leave it out")
                    .about(path));
        }
    }

    private void checkWay(String partition, Partition body) {
        PartitionBy.Way way = is.by().way();
        boolean fits = body.way().map(way::equals).orElse(way != PartitionBy.Way.HASH);
        int values = is.by().columns().size();
        if (!fits) {
            found.add(new Problem("partition '" + partition + "' of table '" + name + "' isn't one by " + way(way)
                            + ", as the table's partitionBy says; write " + example(way))
                    .about("partitions", partition));
        } else if (!body.from().isEmpty()
                && (body.from().size() != values || body.to().size() != values)) {
            found.add(new Problem("partition '" + partition + "' has bounds " + shown(body.from()) + " and "
                            + shown(body.to()) + ", but the partition key is "
                            + is.by().columns()
                            + "; write a value for each of its columns")
                    .about("partitions", partition));
        }
    }

    private void checkEnumValues(String partition, Partition body) {
        List<String> key = is.by().columns();
        for (int i = 0; i < key.size(); i++) {
            Optional<EnumType> enumType = Optional.ofNullable(table.columns().get(key.get(i)))
                    .flatMap(column -> column.type().userType())
                    .flatMap(schema::findEnum);
            if (enumType.isPresent()) {
                int place = i;
                body.mapValues(at -> at == place, value -> {
                    checkEnumValue(partition, enumType.get(), value);
                    return value;
                });
            }
        }
    }

    private void checkEnumValue(String partition, EnumType enumType, Value value) {
        if (value instanceof Value.Literal literal && !enumType.values().contains(literal.text())) {
            refuse(
                    partition,
                    "names '" + literal.text() + "', which is no value of its column's enum"
                            + Suggestion.of(literal.text(), enumType.values()) + "; it has " + enumType.values());
        }
    }

    private static String way(PartitionBy.Way way) {
        return way.name().toLowerCase(Locale.ROOT);
    }

    private static String example(PartitionBy.Way way) {
        return switch (way) {
            case RANGE -> "{from: […], to: […]} or {default: true}";
            case LIST -> "{in: […]} or {default: true}";
            case HASH -> "{modulus: 4, remainder: 0}";
        };
    }

    private static String shown(List<Value> values) {
        return values.stream().map(Value::shown).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Whether ranges overlap, only the database can say. */
    private void checkOverlaps() {
        Map<Object, String> taken = new HashMap<>();
        Map<String, Partition> hashed = new LinkedHashMap<>();
        is.partitions().forEach((partition, body) -> {
            Stream<Object> takes =
                    body.rest() ? Stream.of("the rest") : body.in().stream().map(value -> value);
            takes.flatMap(each -> Optional.ofNullable(taken.putIfAbsent(each, partition)).stream())
                    .findFirst()
                    .ifPresent(other -> refuse(partition, takesThoseOf(other)));
            if (body.modulus().isPresent()) {
                hashed.entrySet().stream()
                        .flatMap(other -> clash(body, other.getKey(), other.getValue()).stream())
                        .findFirst()
                        .ifPresent(why -> refuse(partition, why));
                hashed.put(partition, body);
            }
        });
    }

    private static Optional<String> clash(Partition one, String name, Partition other) {
        long modulus = one.modulus().orElseThrow();
        long its = other.modulus().orElseThrow();
        long less = Math.min(modulus, its);
        if (Math.max(modulus, its) % less != 0) {
            return Optional.of("has modulus " + modulus + ", of which " + its
                    + " of another partition is neither a factor nor a multiple; take one that is");
        }
        return one.remainder().orElseThrow() % less == other.remainder().orElseThrow() % less
                ? Optional.of(takesThoseOf(name))
                : Optional.empty();
    }

    private static String takesThoseOf(String partition) {
        return "takes rows that partition '" + partition + "' takes; let each row lie in one";
    }

    private void refuse(String partition, String why) {
        found.add(new Problem("partition '" + partition + "' of table '" + name + "' " + why)
                .about("partitions", partition));
    }
}
