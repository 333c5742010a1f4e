package org.robotoverlord.changelog.diff;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** A step from one schema to another, which is not taken where the other wouldn't hold together. */
final class Attempt {

    private Attempt() {}

    /** The schema changed, unless it wouldn't hold together then. */
    static Schema of(Schema before, UnaryOperator<Schema> change) {
        try {
            Schema after = change.apply(before);
            after.tables().keySet().forEach(after::require);
            return isComparable(after) ? after : before;
        } catch (Problem refused) {
            return before;
        }
    }

    /** Whether every foreign key's columns are of the types that they point to, and what is compared can be. */
    private static boolean isComparable(Schema schema) {
        boolean compared = schema.tables().values().stream()
                .allMatch(table -> Stream.concat(
                                table.foreignKeys().values().stream().flatMap(key -> key.columns().stream()),
                                table.excludes().values().stream().flatMap(exclude -> exclude.columnNames().stream()))
                        .noneMatch(column ->
                                isIncomparable(schema, table.column(column).type())));
        return compared
                && schema.tables().values().stream()
                        .allMatch(table -> table.foreignKeys().values().stream().allMatch(key -> {
                            Table target = schema.table(key.references());
                            for (int i = 0; i < key.columns().size(); i++) {
                                var from = table.column(key.columns().get(i)).type();
                                if (!from.equals(target.column(key.to().get(i)).type())) {
                                    return false;
                                }
                            }
                            return true;
                        }));
    }

    /** PostgreSQL compares enums, and no domains over them. */
    static boolean isIncomparable(Schema schema, ColumnType type) {
        ColumnType base = Domains.base(schema, type);
        return !base.equals(type) && base.userType().flatMap(schema::findEnum).isPresent();
    }
}
