package org.robotoverlord.changelog.dialect.postgres;

import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/**
 * Tells the tables that might come back other than they were wished: with an expression, a literal that has many spellings, a type
 * that only the server knows. When in doubt it says so; it is here because most tables of most schemas have nothing of the kind,
 * and making a table costs the server milliseconds.
 */
final class OnlyServerKnows {
    /** Types whose literals the schema folds by itself to what the server prints, or that have one spelling only. */
    private static final Set<PortableType> PLAIN = Set.of(
            PortableType.BOOLEAN,
            PortableType.SMALLINT,
            PortableType.INTEGER,
            PortableType.BIGINT,
            PortableType.DECIMAL,
            PortableType.CHAR,
            PortableType.VARCHAR,
            PortableType.TEXT);

    private static final Value NOW = Value.sql("now()");

    private OnlyServerKnows() {}

    /** Whether something of the table is for the server to say. */
    static boolean of(Schema schema, Table table) {
        return !table.checks().isEmpty()
                || !table.excludes().isEmpty()
                || !table.storage().isEmpty()
                || table.triggers().values().stream()
                        .anyMatch(trigger -> trigger.condition().isPresent())
                || !table.policies().isEmpty()
                || table.columns().values().stream().anyMatch(column -> of(schema, column))
                || table.indexes().values().stream().anyMatch(OnlyServerKnows::of);
    }

    /** Whether something of the declaration is for the server to say. */
    static boolean of(Schema schema, Routine<?> routine) {
        return routine.types().stream().anyMatch(type -> !Routines.isPlain(schema, type))
                || routine.signature().parameters().stream()
                        .anyMatch(parameter -> parameter.defaultValue().isPresent());
    }

    private static boolean of(Schema schema, Column column) {
        ColumnType type = column.type();
        boolean isEnum = isEnum(schema, type);
        return !(isEnum || type.portable().isPresent())
                || column.generated().isPresent()
                || column.collation().isPresent()
                || column.defaultValue()
                        .filter(value -> !isPlain(type, isEnum, value))
                        .isPresent();
    }

    private static boolean isEnum(Schema schema, ColumnType type) {
        return type.userType().flatMap(schema::findEnum).isPresent()
                && !schema.setting().builtInTypes().contains(type.name());
    }

    /** Whether the schema folds the literals of the type by itself to what the server prints. */
    static boolean isPlain(Schema schema, ColumnType type) {
        return isPlain(type, isEnum(schema, type), Value.literal(""));
    }

    private static boolean isPlain(ColumnType type, boolean isEnum, Value value) {
        return value instanceof Value.Literal
                ? !type.array()
                        && (isEnum || type.portable().filter(PLAIN::contains).isPresent())
                : value.equals(NOW);
    }

    /** Whether something of the index is for the server to say. */
    static boolean of(Index index) {
        return index.where().isPresent()
                || !index.with().isEmpty()
                || index.columns().stream().anyMatch(OnlyServerKnows::of);
    }

    private static boolean of(IndexElement element) {
        Optional<Expression> sql = element.sql();
        return sql.isPresent()
                || element.opclass().isPresent()
                || element.collation().isPresent();
    }
}
