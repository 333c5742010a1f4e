package org.robotoverlord.changelog.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * Gives the enums that columns bear in themselves a name: an enum is a column's own here, and comes back as {@code table_column}. Where
 * that is no name for a type, or stands for other values already, the column's type stays native.
 */
final class MysqlEnums {
    private MysqlEnums() {}

    /** The schema with an enum for each column that bears one. */
    static Schema named(Schema schema) {
        Schema named = schema;
        for (Name name : new TreeSet<>(schema.tables().keySet())) {
            Table table = schema.table(name);
            for (String column : new TreeSet<>(table.columns().keySet())) {
                Column is = table.column(column);
                Optional<EnumType> values = values(is.type());
                if (values.isPresent()) {
                    named = named(named, name, column, is, values.get());
                }
            }
        }
        return named;
    }

    private static Schema named(Schema schema, Name table, String column, Column is, EnumType values) {
        Name name = table.sibling(DerivedName.shortened(table.local() + "_" + column));
        ColumnType type = ColumnType.of("x").named(name);
        boolean free =
                schema.findEnum(name).filter(other -> !other.equals(values)).isEmpty();
        if (!free || !isType(type, name, schema)) {
            return schema;
        }
        return schema.with(Kind.ENUM, name, values)
                .with(table, schema.table(table).with(column, is.withType(type)));
    }

    private static boolean isType(ColumnType type, Name name, Schema schema) {
        try {
            return ColumnType.parse(type.toString())
                            .userType()
                            .filter(name::equals)
                            .isPresent()
                    && !schema.setting().builtInTypes().contains(type.name());
        } catch (Problem unwritable) {
            return false;
        }
    }

    private static Optional<EnumType> values(ColumnType type) {
        if (!type.isNative() || !type.name().startsWith("enum(")) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (MysqlTokens value : MysqlTokens.within(type.name().substring(4)).split()) {
            values.add(MysqlQuotes.meant(value.next()));
        }
        return Optional.of(EnumType.of(values));
    }
}
