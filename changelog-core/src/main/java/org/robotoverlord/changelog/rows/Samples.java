package org.robotoverlord.changelog.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/**
 * Values that a column may take, as the text of literals: such as fit its type, the type it had before, what checks name, and what partitions take. Whether
 * they also keep the table's constraints is for the database to say.
 */
final class Samples {
    private static final int SOME = 12;

    private Samples() {}

    /**
     * @param schema where the table lies
     * @param table the column's table
     * @param name the column
     * @param before the type it had before, which its values must fit too; empty where it is new
     */
    static List<String> of(Schema schema, Table table, String name, Optional<ColumnType> before) {
        ColumnType of = table.column(name).type();
        ColumnType type = Domains.base(schema, of);
        Stream<String> named = table.checks().values().stream()
                .map(Check::check)
                .filter(check -> check.mentions(name))
                .flatMap(check -> check.literals().stream());
        Stream<String> ofDomains = Domains.layers(schema, of).stream()
                .flatMap(domain -> Stream.concat(
                        domain.defaultValue().stream(),
                        domain.checks().values().stream()
                                .flatMap(check -> check.check().literals().stream())
                                .map(Value::literal)))
                .flatMap(value -> value instanceof Value.Literal literal ? Stream.of(literal.text()) : Stream.empty());
        Stream<String> both =
                before.filter(other -> !other.equals(type)).stream().flatMap(other -> pool(schema, other).stream());
        return Stream.of(bounds(table, name), named, ofDomains, both, pool(schema, type).stream())
                .flatMap(values -> values)
                .distinct()
                .filter(value -> fits(schema, type, value))
                .filter(value ->
                        before.filter(other -> !fits(schema, other, value)).isEmpty())
                .toList();
    }

    /** Values that lie in partitions: those that are listed, and those that a range begins with. */
    private static Stream<String> bounds(Table table, String name) {
        int place = table.partitionColumns().indexOf(name);
        return place < 0
                ? Stream.of()
                : table.partitions().values().stream()
                        .flatMap(partition -> partition.in().isEmpty()
                                ? partition.from().stream().skip(place).limit(1)
                                : partition.in().stream())
                        .filter(Value.Literal.class::isInstance)
                        .map(value -> ((Value.Literal) value).text());
    }

    /** Whether the text of a literal fits a type, as far as that can be told without the database. */
    static boolean fits(Schema schema, ColumnType type, String value) {
        Optional<EnumType> enumType =
                type.array() ? Optional.empty() : type.userType().flatMap(schema::findEnum);
        if (enumType.isPresent()) {
            return enumType.get().values().contains(value);
        }
        try {
            Column.of(type).withDefault(Optional.of(Value.literal(value)));
            return true;
        } catch (Problem misfit) {
            return false;
        }
    }

    private static List<String> pool(Schema schema, ColumnType type) {
        if (type.array()) {
            List<String> arrays = new ArrayList<>(List.of("{}"));
            pool(schema, type.element()).stream()
                    .filter(value -> value.matches("[\\w.:-]+"))
                    .forEach(value -> arrays.add("{" + value + "}"));
            return arrays;
        }
        Optional<EnumType> enumType = type.userType().flatMap(schema::findEnum);
        if (enumType.isPresent()) {
            return enumType.get().values();
        }
        return type.portable().map(Samples::portable).orElseGet(() -> other(type.name()));
    }

    private static List<String> portable(PortableType type) {
        return switch (type) {
            case BOOLEAN -> List.of("true", "false");
            case SMALLINT, INTEGER, BIGINT -> some(i -> String.valueOf(i + 1));
            case DECIMAL, REAL, DOUBLE ->
                Stream.concat(some(i -> String.valueOf(i + 1)).stream(), Stream.of("0.5", "2.25"))
                        .toList();
            case CHAR, VARCHAR, TEXT ->
                Stream.of(
                                some(i -> "word" + i),
                                some(i -> "n" + i + "@example.org"),
                                some(i -> String.valueOf((char) ('a' + i))),
                                some(String::valueOf),
                                List.of("It's", "naïve ☺", "a\\b"))
                        .flatMap(List::stream)
                        .toList();
            case BINARY -> some(i -> "\\x0" + Integer.toHexString(i));
            case DATE -> some(i -> "2026-01-%02d".formatted(i + 1));
            case TIME -> some(i -> "10:%02d:00".formatted(i));
            case TIMESTAMP -> some(i -> "2026-01-01 10:%02d:00".formatted(i));
            case TIMESTAMPTZ -> some(i -> "2026-01-01 10:%02d:00+00".formatted(i));
            case INTERVAL -> some(i -> (i + 1) + " days");
            case UUID -> some(i -> "00000000-0000-4000-8000-%012d".formatted(i));
            case JSON, JSONB -> some(i -> "{\"n\": " + i + "}");
        };
    }

    /** Types that only some databases have; one that isn't here is left NULL where it may be. */
    private static List<String> other(String type) {
        return switch (type.toLowerCase(java.util.Locale.ROOT)) {
            case "citext", "name" -> portable(PortableType.TEXT);
            case "inet" -> some(i -> "10.0.0." + (i + 1));
            case "cidr" -> some(i -> "10.0." + i + ".0/24");
            case "macaddr" -> some(i -> "08:00:2b:01:02:%02x".formatted(i));
            case "money" -> some(i -> i + ".00");
            case "xml" -> some(i -> "<a n=\"" + i + "\"/>");
            case "tsvector", "tsquery" -> some(i -> "'word" + i + "'");
            case "ltree" -> some(i -> "top.n" + i);
            case "hstore" -> some(i -> "\"n\"=>\"" + i + "\"");
            case "point" -> some(i -> "(" + i + ",1)");
            case "bit" -> List.of("1", "0");
            case "varbit" -> List.of("1", "0", "10", "11", "101");
            case "int4range", "int8range", "numrange" -> some(i -> "[" + 10 * i + "," + (10 * i + 5) + ")");
            case "daterange" -> some(i -> "[2026-%02d-01,2026-%02d-15)".formatted(i + 1, i + 1));
            case "tsrange" -> some(i -> "[2026-%02d-01 00:00,2026-%02d-15 00:00)".formatted(i + 1, i + 1));
            case "tstzrange" -> some(i -> "[2026-%02d-01 00:00+00,2026-%02d-15 00:00+00)".formatted(i + 1, i + 1));
            default -> List.of();
        };
    }

    private static List<String> some(java.util.function.IntFunction<String> each) {
        return IntStream.range(0, SOME).mapToObj(each).toList();
    }
}
