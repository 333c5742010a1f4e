package org.robotoverlord.changelog.dialect.h2;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.ColumnType;

/** H2's types: which are read by their own name, and how the database's way to print one becomes a {@link ColumnType}. */
final class H2Types {
    /** Types beside the portable ones that are read by their own name. */
    static final Set<String> BUILT_IN = Set.of("tinyint", "clob", "varbinary", "varchar_ignorecase", "geometry");

    /** How the database prints the type of a column, in its catalogue's view of columns. */
    static final String PRINTED_OF_COLUMN = "data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier)";

    /** How it prints the type of a domain. */
    static final String PRINTED_OF_DOMAIN = "data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier)";

    private static final Pattern PRINTED = Pattern.compile(
            "(?<name>[A-Z_]+(?: [A-Z]+)*?)(?:\\((?<args>[\\d, ]+)\\))?(?<zone> WITH TIME ZONE)?(?<array> ARRAY)?");
    private static final String FINEST = "6";

    private H2Types() {}

    /** The type that the database prints so: {@code CHARACTER VARYING(320)}, {@code TIMESTAMP WITH TIME ZONE}, {@code INTEGER ARRAY}. */
    static ColumnType read(String printed) {
        Matcher parts = PRINTED.matcher(printed);
        if (!parts.matches()) {
            return asItIs(printed);
        }
        String args = parts.group("args") == null ? "" : parts.group("args").replace(" ", "");
        String zone = parts.group("zone") == null ? "" : "tz";
        String array = parts.group("array") == null ? "" : "[]";
        String name = named(parts.group("name"), args) + zone;
        if (name.equals("time") && args.isEmpty()) {
            // Which keeps no part of a second here.
            return parsed("time(0)" + array, printed);
        }
        boolean finest = name.startsWith("time") && args.equals(FINEST);
        return parsed(name + (args.isEmpty() || finest ? "" : "(" + args + ")") + array, printed);
    }

    private static String named(String name, String args) {
        return switch (name) {
            case "CHARACTER VARYING" -> args.isEmpty() ? "text" : "varchar";
            case "CHARACTER" -> "char";
            case "CHARACTER LARGE OBJECT" -> "clob";
            case "BINARY VARYING" -> args.isEmpty() ? "binary" : "varbinary";
            case "DOUBLE PRECISION" -> "double";
            case "FLOAT" -> args.isEmpty() ? "double" : "none";
            case "DECFLOAT" -> args.isEmpty() ? "decimal" : "none";
            case "NUMERIC", "DECIMAL" -> args.isEmpty() ? "none" : "decimal";
            case "BINARY", "BINARY LARGE OBJECT" -> "none";
            default -> name.toLowerCase(Locale.ROOT);
        };
    }

    private static ColumnType parsed(String text, String printed) {
        try {
            ColumnType type = ColumnType.parse(text);
            return type.portable().isPresent() || BUILT_IN.contains(type.name()) ? type : asItIs(printed);
        } catch (Problem unlikeOurs) {
            return asItIs(printed);
        }
    }

    private static ColumnType asItIs(String printed) {
        // Values of an enum are in quotes, and mean what they are.
        String text = printed.indexOf('\'') < 0 ? printed.toLowerCase(Locale.ROOT) : printed;
        return new ColumnType(text, List.of(), false, true);
    }
}
