package org.robotoverlord.changelog.dialect.mysql;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Action;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Unique;
import org.robotoverlord.changelog.schema.Value;
import org.robotoverlord.changelog.schema.View;

/** The phrases that MariaDB and MySQL word otherwise than the standard. A column is always said whole: that is what MODIFY takes. */
final class MysqlPhrases extends Phrases {
    private static final int LONGEST_CHAR = 255;
    /** A row holds 65,535 bytes, and a character takes up to four. */
    private static final int LONGEST_VARCHAR = 16_383;

    private static final int MOST_DIGITS = 65;
    private static final Pattern NOW = Pattern.compile("current_timestamp(?: \\( (?:\\d )?\\))?");
    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();
    private static final DateTimeFormatter SENT = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, MysqlTypes.FINEST, true)
            .toFormatter();

    MysqlPhrases(Dialect dialect, Schema schema, Server server) {
        super(dialect, schema, server);
    }

    /** Whether the server is MariaDB. */
    boolean isMariadb() {
        return server.flavour().equals(MysqlDialect.MARIADB);
    }

    /** Refuses a name of a table that the server would fold to another. */
    void requireKept(Name table) {
        if (server.foldsTables() && !table.toString().equals(table.toString().toLowerCase(Locale.ROOT))) {
            throw new Unsupported("the server takes names of tables for lower case, as its lower_case_table_names says;"
                    + " write '" + table + "' so");
        }
    }

    @Override
    protected String words(String sql) {
        return MysqlQuotes.sent(isMariadb() ? MysqlSequences.named(sql, this::name) : sql);
    }

    @Override
    public String type(ColumnType type) {
        if (type.array()) {
            throw new Unsupported(
                    "MySQL has no arrays; write json, or a table with a row for each element, in place of " + type);
        }
        Optional<EnumType> values = type.userType().flatMap(schema::findEnum);
        return values.isPresent() ? enumType(type, values.get().values()) : super.type(type);
    }

    private String enumType(ColumnType type, List<String> values) {
        if (values.isEmpty()) {
            throw new Unsupported("MySQL has no enum without values; give '" + type + "' one before a column is of it");
        }
        return values.stream().map(this::literal).collect(Collectors.joining(",", "enum(", ")"));
    }

    @Override
    protected String portableType(PortableType type, String arguments) {
        return switch (type) {
            case INTEGER -> "int";
            case REAL -> "float";
            case DOUBLE -> "double";
            case TEXT -> "longtext";
            case BINARY -> "longblob";
            case JSONB -> "json";
            case CHAR -> limited("char", arguments, LONGEST_CHAR);
            case VARCHAR -> arguments.isEmpty() ? "longtext" : limited("varchar", arguments, LONGEST_VARCHAR);
            case DECIMAL -> decimal(arguments);
            case TIME -> "time" + fine(arguments);
            case TIMESTAMP -> "datetime" + fine(arguments);
            case TIMESTAMPTZ -> "timestamp" + fine(arguments);
            case UUID -> isMariadb() && (server.major() > 10 || server.minor() >= 7) ? "uuid" : "char(36)";
            case INTERVAL ->
                throw new Unsupported("MySQL has no type for a length of time; write bigint and keep seconds in it");
            default -> type.written() + arguments;
        };
    }

    private static String fine(String arguments) {
        return arguments.isEmpty() ? "(" + MysqlTypes.FINEST + ")" : arguments;
    }

    private static String limited(String type, String arguments, int most) {
        if (Integer.parseInt(arguments.substring(1, arguments.length() - 1)) > most) {
            throw new Unsupported(
                    "MySQL's " + type + " holds " + most + " characters, not " + arguments + "; write text");
        }
        return type + arguments;
    }

    private static String decimal(String arguments) {
        if (arguments.isEmpty()) {
            throw new Unsupported(
                    "MySQL has no number without bounds; say how many digits it has, as in decimal(20,4)");
        }
        int digits =
                Integer.parseInt(arguments.substring(1, arguments.length() - 1).split(",")[0]);
        if (digits > MOST_DIGITS) {
            throw new Unsupported("MySQL's decimal has " + MOST_DIGITS + " digits, not " + digits + "; write fewer");
        }
        return "decimal" + arguments;
    }

    @Override
    protected String literal(ColumnType type, String text) {
        if (type.is(PortableType.BINARY) && isHexadecimal(text)) {
            return "x'" + text.substring(2) + "'";
        }
        return type.is(PortableType.TIMESTAMPTZ) ? literal(inUtc(text)) : super.literal(type, text);
    }

    /** The session's clock is UTC, and not every server reads an offset. */
    private static String inUtc(String text) {
        String moment =
                text.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T").replace(" ", "");
        try {
            return OffsetDateTime.parse(moment, ZONED)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .format(SENT);
        } catch (DateTimeParseException withoutOffset) {
            return text;
        }
    }

    /** A default that isn't the clock stands in parentheses wherever it is no plain literal, or its type takes none. */
    @Override
    public String defaultValue(ColumnType type, Value value) {
        if (value instanceof Value.Sql sql) {
            boolean clock = type.is(PortableType.TIMESTAMP) || type.is(PortableType.TIMESTAMPTZ);
            return clock && NOW.matcher(sql.sql().folded()).matches() ? now(type) : enclosed(sql.sql());
        }
        return MysqlTypes.isLarge(type) ? "(" + value(type, value) + ")" : value(type, value);
    }

    private static String now(ColumnType type) {
        int digits = type.arguments().isEmpty()
                ? MysqlTypes.FINEST
                : type.arguments().get(0);
        return digits == 0 ? "current_timestamp" : "current_timestamp(" + digits + ")";
    }

    @Override
    public String column(String name, Column column) {
        return name(name) + " " + definition(column, true);
    }

    /**
     * What stands after a column's name, its comment included.
     *
     * @param keyed whether it is first in a key, as the server asks of a column that it numbers
     */
    String definition(Column column, boolean keyed) {
        StringBuilder text = new StringBuilder(type(column.type()));
        column.collation().ifPresent(collation -> text.append(' ').append(collate(collation)));
        column.generated()
                .ifPresent(generated -> text.append(" generated always as ").append(generated(generated)));
        text.append(nullable(column));
        column.defaultValue().ifPresent(value -> text.append(" default ").append(defaultValue(column.type(), value)));
        if (column.identity().isPresent()) {
            String numbered = identity(column.identity().get());
            text.append(keyed ? " " + numbered : "");
        }
        column.comment().ifPresent(comment -> text.append(" comment ").append(literal(comment)));
        return text.toString();
    }

    private String nullable(Column column) {
        if (column.nullable()) {
            boolean moment = column.type().is(PortableType.TIMESTAMPTZ)
                    && column.generated().isEmpty();
            return moment ? " null" : "";
        }
        if (isMariadb() && column.generated().isPresent()) {
            throw new Unsupported("MariaDB has no generated column that is NOT NULL;"
                    + " leave 'nullable' out and write a check that it is not null");
        }
        return " not null";
    }

    @Override
    public String collate(String collation) {
        return "collate " + word(collation);
    }

    @Override
    public String identity(Identity identity) {
        if (identity.always()) {
            throw new Unsupported("MySQL's numbered columns take a value of one's own; write identity: true");
        }
        if (!numbering(identity).isEmpty()) {
            throw new Unsupported(
                    "MySQL numbers from 1 on, one by one; write identity: true, and where the first number"
                            + " matters, an sql with alter table … auto_increment = …");
        }
        return "auto_increment";
    }

    @Override
    public String generated(Generated generated) {
        return enclosed(generated.sql()) + (generated.stored() ? " stored" : " virtual");
    }

    /** What a foreign key is after its name. */
    String reference(ForeignKey key) {
        if (key.deferrable() != Deferrable.NO) {
            throw notDeferrable("foreign keys");
        }
        if (key.onDelete() == Action.SET_DEFAULT || key.onUpdate() == Action.SET_DEFAULT) {
            throw new Unsupported("MySQL has no foreign keys that set a default; write set null or restrict");
        }
        return "foreign key (" + names(key.columns()) + ") references " + name(key.references()) + " ("
                + names(key.to()) + ")" + action("delete", key.onDelete()) + action("update", key.onUpdate());
    }

    /** That rows in the way refuse the change is what goes without saying, and there is no other moment to refuse it. */
    private static String action(String event, Action action) {
        return action == Action.NO_ACTION || action == Action.RESTRICT ? "" : " on " + event + " " + action.text();
    }

    /** Refuses of a unique constraint what the server has no like of. */
    static void requirePlain(Unique unique) {
        if (unique.deferrable() != Deferrable.NO) {
            throw notDeferrable("unique constraints");
        }
        if (unique.nullsNotDistinct()) {
            throw noNullsNotDistinct();
        }
    }

    private static Unsupported notDeferrable(String what) {
        return new Unsupported(
                "MySQL checks " + what + " row by row and has none that wait for the end; leave 'deferrable' out");
    }

    static Unsupported noNullsNotDistinct() {
        return new Unsupported(
                "MySQL takes no two NULLs for equal; leave 'nullsNotDistinct' out and make the columns NOT NULL");
    }

    /** What a view shows. */
    String query(Name name, View view) {
        MysqlViews.requirePlain(name, view);
        return sql(view.query());
    }

    /** SQL as the server takes it, as one whole. */
    String whole(Expression expression) {
        return enclosed(expression);
    }
}
