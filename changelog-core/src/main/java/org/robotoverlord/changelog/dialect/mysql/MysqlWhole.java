package org.robotoverlord.changelog.dialect.mysql;

import java.util.List;
import java.util.Map;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** Refuses tables that the server doesn't keep as the schema has them when all changes are done, each with a way out. */
final class MysqlWhole {
    private final Schema schema;
    private final Name name;
    private final Table table;
    private final MysqlPhrases write;

    private MysqlWhole(Schema schema, Name name, MysqlPhrases write) {
        this.schema = schema;
        this.name = name;
        this.table = schema.table(name);
        this.write = write;
    }

    /** @throws Unsupported with a way out */
    static void require(Schema schema, Name name, MysqlPhrases write) {
        MysqlWhole whole = new MysqlWhole(schema, name, write);
        whole.requireForeignKeys();
        whole.requireNames();
        whole.requireNumbering();
    }

    private void requireForeignKeys() {
        table.foreignKeys()
                .forEach((key, is) -> MysqlReferences.whyNot(schema, table, is, write)
                        .ifPresent(why -> {
                            throw new Unsupported("MySQL doesn't keep foreign key '" + key + "' of table '" + name
                                    + "', which " + why);
                        }));
    }

    private void requireNames() {
        MysqlNames taken = MysqlNames.of(schema, write);
        table.foreignKeys().keySet().stream()
                .filter(key -> taken.hasForeignKeyTwice(name, key))
                .findFirst()
                .ifPresent(key -> {
                    throw twice("foreign key", key);
                });
        table.checks().keySet().stream()
                .filter(check -> taken.hasCheckTwice(name, check))
                .findFirst()
                .ifPresent(check -> {
                    throw twice("check", check);
                });
    }

    private Unsupported twice(String what, String constraint) {
        return new Unsupported("MySQL has each name of a " + what + " once in a database, and '" + constraint
                + "' of table '" + name + "' is another table's, too; give one of them another name");
    }

    private void requireNumbering() {
        List<String> numbered = table.columns().entrySet().stream()
                .filter(column -> column.getValue().identity().isPresent())
                .map(Map.Entry::getKey)
                .toList();
        if (numbered.size() > 1) {
            throw new Unsupported("MySQL numbers one column of a table, and '" + name + "' has " + numbered
                    + "; take the identity from the others");
        }
        for (String column : numbered) {
            if (!MysqlTable.isFirst(column, MysqlKey.of(table, write).values())) {
                throw new Unsupported("MySQL numbers a column only where a key begins with it, and none of table '"
                        + name + "' begins with '" + column + "'; add an index over it, or make it the primary key");
            }
            requireUnread(column);
        }
    }

    /** A number that the server gives comes too late for what reads it. */
    private void requireUnread(String column) {
        boolean checked =
                table.checks().values().stream().anyMatch(check -> check.check().mentions(column));
        boolean read = table.columns().values().stream()
                .flatMap(each -> each.generated().stream())
                .anyMatch(generated -> generated.sql().mentions(column));
        if (checked || read) {
            throw new Unsupported("MySQL lets no check and no computed column read '" + column + "' of table '" + name
                    + "', which it numbers; take the identity or the expression away");
        }
    }
}
