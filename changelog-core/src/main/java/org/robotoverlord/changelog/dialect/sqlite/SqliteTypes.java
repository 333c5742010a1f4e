package org.robotoverlord.changelog.dialect.sqlite;

import java.util.Locale;
import java.util.Set;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.PortableType;

/**
 * SQLite's types. A table keeps whatever type a column was declared with, and only finds in its name in which of five ways values are
 * stored; so portable types are declared by their own names and read back from there.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html">Datatypes In SQLite</a>
 */
final class SqliteTypes {
    /** Types beside the portable ones that are read by their own name: those that applications of SQLite use to declare. */
    static final Set<String> BUILT_IN = Set.of("any", "clob", "datetime", "tinyint", "mediumint", "nchar", "nvarchar");

    private SqliteTypes() {}

    /** The type that a column was declared with; one without any holds values as they come, as a blob's does. */
    static ColumnType read(String declared, Set<String> builtIn) {
        String text = declared.isBlank() ? "blob" : declared.strip();
        try {
            ColumnType type = ColumnType.parse(text);
            if (type.portable().isPresent()) {
                return type;
            }
            ColumnType lower = ColumnType.parse(text.toLowerCase(Locale.ROOT));
            return builtIn.contains(lower.name()) ? lower : asItIs(text);
        } catch (Problem unlikeOurs) {
            return asItIs(text);
        }
    }

    private static ColumnType asItIs(String declared) {
        return new ColumnType(declared, java.util.List.of(), false, true);
    }

    /** The name that a portable type is declared with, its arguments left out. */
    static String declared(PortableType type) {
        return type == PortableType.BINARY ? "blob" : type.written();
    }

    /** The way to store a portable type in a STRICT table, which takes no other names. */
    static String strict(PortableType type) {
        return switch (type) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT -> "integer";
            case REAL, DOUBLE -> "real";
            case BINARY -> "blob";
            case DECIMAL -> "any";
            default -> "text";
        };
    }
}
