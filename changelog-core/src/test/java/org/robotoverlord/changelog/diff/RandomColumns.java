package org.robotoverlord.changelog.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.Value;

/**
 * Columns as the seed has it. A column's name tells its family of types, so that columns of one name can be cast into each other
 * whatever two schemas make of them; and every expression is one that PostgreSQL takes.
 */
final class RandomColumns {
    /** Types that can be cast into each other, with columns of theirs. */
    enum Family {
        NUMBER(
                List.of("id", "no", "Number", "score", "team no", "parent_id"),
                "integer",
                "bigint",
                "smallint",
                "decimal(10,2)",
                "decimal(12,4)",
                "decimal",
                "double"),
        TEXT(
                List.of("mail", "email", "e_mail", "Mail", "name", "naïve \"text\"", "order"),
                "text",
                "varchar(20)",
                "varchar(40)",
                "varchar",
                "char(12)"),
        MOMENT(List.of("created_at", "updated_at", "born"), "timestamptz", "timestamp", "date", "timestamp(3)"),
        BOOLEAN(List.of("active", "is.on"), "boolean"),
        ENUM(List.of("role", "mood", "Ümlaut"), "text"),
        JSON(List.of("settings", "data"), "jsonb", "json"),
        LIST(List.of("tags", "numbers"), "text[]", "varchar(20)[]"),
        OTHER(List.of("token", "key"), "uuid", "text");

        final List<String> names;
        final List<String> types;

        Family(List<String> names, String... types) {
            this.names = names;
            this.types = List.of(types);
        }

        static Family of(String column) {
            if (column.startsWith("to_")) {
                return of(column.substring(3));
            }
            return Stream.of(values())
                    .filter(family -> family.names.contains(column))
                    .findFirst()
                    .orElse(column.equals(RandomPartitions.DAY) ? MOMENT : NUMBER);
        }
    }

    private final Dice dice;

    RandomColumns(Dice dice) {
        this.dice = dice;
    }

    /** A column of that name, but for keys and generated ones. */
    Column column(String name, Schema schema) {
        Family family = Family.of(name);
        ColumnType type = type(family, schema);
        Column column = Column.of(type);
        boolean whole = family == Family.NUMBER
                && type.portable().isPresent()
                && type.arguments().isEmpty()
                && !type.name().startsWith("d");
        if (whole && dice.chance(25)) {
            column = column.withIdentity(Optional.of(identity()));
        } else {
            column = column.withNullable(dice.chance(60));
            List<Name> sequences =
                    schema.all(Kind.SEQUENCE).keySet().stream().sorted().toList();
            if (whole && !sequences.isEmpty() && dice.chance(40)) {
                column = column.withDefault(Optional.of(next(dice.pick(sequences))));
            } else if (dice.chance(35)) {
                column = column.withDefault(Optional.of(value(family, type, schema)));
            }
        }
        if (isText(type) && dice.chance(15)) {
            column = column.withCollation(Optional.of(dice.pick(List.of("C", "POSIX"))));
        }
        return column.withComment(comment());
    }

    Optional<String> comment() {
        return dice.chance(15)
                ? Optional.of(dice.pick(List.of("It's \"so\"; -- or not", "Zwölf Äpfel", "two\nlines")))
                : Optional.empty();
    }

    private static boolean isText(ColumnType type) {
        return List.of("text", "varchar", "char").contains(type.name()) && !type.array();
    }

    /** The family of the types that a domain of the name is made of. */
    static Family familyOf(String domain) {
        return switch (domain) {
            case "amount", "A number" -> Family.NUMBER;
            case "word", "a \"word\"" -> Family.TEXT;
            default -> Family.ENUM;
        };
    }

    private static List<ColumnType> domains(Family family, Schema schema) {
        return schema.all(Kind.DOMAIN).keySet().stream()
                .filter(name -> familyOf(name.local()) == (family == Family.LIST ? Family.TEXT : family))
                .sorted()
                .map(name -> new ColumnType(name.toString(), List.of(), family == Family.LIST, false))
                .toList();
    }

    /** A domain of that name, over a type of its family or over another domain. */
    Domain domain(String name, Schema schema) {
        Family family = familyOf(name);
        List<ColumnType> others = domains(family, schema).stream()
                .filter(type -> !type.equals(ColumnType.of("text").named(Name.of(name))))
                .toList();
        ColumnType type = !others.isEmpty() && dice.chance(25) ? dice.pick(others) : plainType(family, schema);
        Map<String, Check> checks = new LinkedHashMap<>();
        for (int i = dice.below(3); i > 0; i--) {
            String condition = switch (family) {
                case NUMBER -> dice.pick(List.of("value >= -1", "value < 100000", "value <> 13"));
                case TEXT -> dice.pick(List.of("value <> 'nobody'", "value is distinct from 'x'"));
                default -> "value is not null or true";
            };
            checks.put(dice.pick(List.of("a check", "other")), new Check(Expression.of(condition)));
        }
        return new Domain(
                type,
                dice.chance(85),
                dice.chance(30) ? Optional.of(value(family, type, schema)) : Optional.empty(),
                checks,
                comment());
    }

    ColumnType type(Family family, Schema schema) {
        List<ColumnType> domains = domains(family, schema);
        return !domains.isEmpty() && dice.chance(30) ? dice.pick(domains) : plainType(family, schema);
    }

    private ColumnType plainType(Family family, Schema schema) {
        List<Name> enums = schema.enums().keySet().stream().sorted().toList();
        if (family == Family.ENUM && !enums.isEmpty() && dice.chance(80)) {
            return ColumnType.parse(dice.pick(enums).toString());
        }
        return ColumnType.parse(dice.pick(family.types));
    }

    private Identity identity() {
        return dice.chance(60)
                ? Identity.simple(dice.chance(50))
                : new Identity(
                        dice.chance(50),
                        dice.chance(50) ? Optional.of(20L) : Optional.empty(),
                        dice.chance(50) ? Optional.of(5L) : Optional.empty(),
                        dice.chance(30) ? Optional.of(10L) : Optional.empty(),
                        dice.chance(30) ? Optional.of(dice.pick(List.of(32767L, 30000L))) : Optional.empty(),
                        dice.chance(30) ? Optional.of(7L) : Optional.empty(),
                        dice.chance(20));
    }

    /** The next number of a sequence, as somebody or as the server would write it. */
    private Value next(Name sequence) {
        String name = sequence.schema().map(schema -> quoted(schema) + ".").orElse("") + quoted(sequence.local());
        return Value.sql("nextval('" + name + "'" + (dice.chance(50) ? "::regclass)" : ")"));
    }

    /** A sequence of which any other one goes on: 5 and 20 lie within all bounds. */
    Sequence sequence() {
        boolean below = dice.chance(20);
        return new Sequence(
                ColumnType.parse(dice.pick(List.of("bigint", "integer", "smallint"))),
                below || dice.chance(30) ? Optional.of(dice.pick(List.of(5L, 20L))) : Optional.empty(),
                dice.chance(30) ? Optional.of(dice.pick(List.of(1L, 10L))) : Optional.empty(),
                below ? Optional.of(-7L) : Optional.empty(),
                dice.chance(20) ? Optional.of(dice.pick(List.of(32767L, 30000L))) : Optional.empty(),
                dice.chance(20) ? Optional.of(7L) : Optional.empty(),
                dice.chance(20),
                Optional.empty());
    }

    /** A default that fits the type. */
    Value value(Family family, ColumnType type, Schema schema) {
        Optional<List<String>> values = Domains.values(schema, type);
        if (values.isPresent()) {
            return Value.literal(dice.pick(values.get()));
        }
        return switch (family) {
            case NUMBER -> Value.literal(dice.pick(List.of("0", "7", "42", "0012")));
            case TEXT, ENUM -> Value.literal(dice.pick(List.of("", "it's", "no", "null", "x y")));
            case MOMENT -> dice.chance(50) ? Value.sql("now()") : Value.literal("2020-02-03");
            case BOOLEAN -> Value.literal(dice.pick(List.of("true", "false")));
            case JSON -> Value.literal(dice.pick(List.of("{}", "[1]")));
            case LIST -> Value.literal(dice.pick(List.of("{}", "{a}")));
            case OTHER ->
                type.name().equals("uuid")
                        ? Value.sql("gen_random_uuid()")
                        : Value.literal("0e37df36-f698-11e6-8dd4-cb9ced3df976");
        };
    }

    /** A generated column of that name over one of the others, if one of its family is there. */
    Optional<Column> generated(String name, Map<String, Column> others) {
        Family family = Family.of(name);
        List<String> sources = others.keySet().stream()
                .filter(other -> Family.of(other) == family
                        && others.get(other).generated().isEmpty())
                .toList();
        if (sources.isEmpty() || family != Family.NUMBER && family != Family.TEXT) {
            return Optional.empty();
        }
        String source = quoted(dice.pick(sources));
        ColumnType type = ColumnType.parse(family == Family.NUMBER ? dice.pick(List.of("decimal", "bigint")) : "text");
        String sql = family == Family.NUMBER
                ? source + " * " + dice.pick(List.of("2", "3"))
                : dice.pick(List.of("lower", "upper")) + "(" + source + ")";
        return Optional.of(Column.of(type)
                .withGenerated(Optional.of(new Generated(Expression.of(sql), true)))
                .withComment(comment()));
    }

    /** A condition over the column. */
    Optional<Expression> condition(String name) {
        String column = quoted(name);
        return switch (Family.of(name)) {
            case NUMBER -> Optional.of(Expression.of(column + dice.pick(List.of(" >= -1", " < 100000", " <> 13"))));
            case TEXT ->
                Optional.of(Expression.of(column + dice.pick(List.of(" <> 'nobody'", " is distinct from 'x'"))));
            case BOOLEAN ->
                Optional.of(Expression.of(
                        dice.pick(List.of(column + " is not null or true", column + " or not " + column))));
            default ->
                dice.chance(50) ? Optional.of(Expression.of(column + " is not null or 1 = 1")) : Optional.empty();
        };
    }

    /** An expression over the column that an index may be over. */
    Optional<Expression> expression(String name) {
        return switch (Family.of(name)) {
            case NUMBER -> Optional.of(Expression.of(quoted(name) + " + 1"));
            case TEXT -> Optional.of(Expression.of("lower(" + quoted(name) + ")"));
            default -> Optional.empty();
        };
    }

    /** Whether any of the family's types may stand in a key. */
    static boolean isKey(String column) {
        return Family.of(column) != Family.JSON;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
