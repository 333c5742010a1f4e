package org.robotoverlord.changelog.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Action;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.View;

/**
 * Says how a wished schema would come back from the server: each table is made as one that only this session sees and that is in no
 * transaction's way, and read. Foreign keys, which such a table can't have, are the wished ones; so are full-text indexes. Views come last.
 */
final class MysqlReadBack {
    private static final String SCRATCH = "robot_scratch";

    private final Dialect dialect;
    private final Server server;

    MysqlReadBack(Dialect dialect, Server server) {
        this.dialect = dialect;
        this.server = server;
    }

    /** @throws Problem if the server doesn't take it */
    Schema asPrinted(Connection connection, Schema wished) throws SQLException {
        Schema printed = Schema.empty(wished.setting());
        for (String schema : wished.schemas()) {
            printed = printed.withSchema(schema);
        }
        for (Map.Entry<Name, Table> table : wished.tables().entrySet()) {
            printed = printed.with(table.getKey(), printed(connection, wished, table.getKey(), table.getValue()));
        }
        printed = MysqlEnums.named(printed);
        for (Map.Entry<Name, Sequence> sequence : wished.all(Kind.SEQUENCE).entrySet()) {
            printed = printed.with(Kind.SEQUENCE, sequence.getKey(), MysqlSequences.asKept(sequence.getValue()));
        }
        MysqlPhrases write = new MysqlPhrases(dialect, wished, server);
        for (Routine<?> routine : Routines.all(wished)) {
            printed = MysqlRoutines.isForTriggers(routine.body())
                    ? printed
                    : Routines.with(printed, MysqlRoutines.asKept(routine, write));
        }
        printed = MysqlTriggers.asKept(printed, wished, write);
        for (Map.Entry<Name, View> view : wished.all(Kind.VIEW).entrySet()) {
            View is = MysqlScratchView.printed(connection, view.getKey(), view.getValue(), write);
            printed = printed.with(Kind.VIEW, view.getKey(), is);
        }
        return printed;
    }

    private Table printed(Connection connection, Schema wished, Name name, Table table) throws SQLException {
        Map<String, Check> checks = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        table.checks().forEach((check, is) -> {
            String scratch = "robot_check_" + checks.size();
            names.put(scratch, check);
            checks.put(scratch, is);
        });
        Map<String, Index> indexes = new LinkedHashMap<>(table.indexes());
        indexes.values().removeIf(index -> MysqlKey.OTHER_KINDS.contains(index.method()));
        Name scratch = Name.of(SCRATCH);
        Table alone = table.withForeignKeys(Map.of()).withChecks(checks).withIndexes(indexes);
        Schema around = Schema.empty(wished.setting());
        for (Map.Entry<Name, EnumType> type : wished.enums().entrySet()) {
            around = around.with(Kind.ENUM, type.getKey(), type.getValue());
        }
        around = around.with(scratch, alone.withTriggers(Map.of()));
        MysqlPhrases write = new MysqlPhrases(dialect, around, server);
        String create = MysqlTable.of(around, scratch, write).create("temporary table", write.name(SCRATCH), write);
        return completed(name, table, names, seen(connection, create, name));
    }

    private static Table seen(Connection connection, String create, Name name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            String sorting = asked(statement, "@@collation_database");
            String home = asked(statement, "database()");
            statement.execute("drop temporary table if exists " + SCRATCH);
            try {
                statement.execute(create);
            } catch (SQLException refused) {
                throw new Problem(
                        "the server doesn't take table '" + name + "': "
                                + MysqlMessage.of(refused).message() + "\n  statement: " + create,
                        refused);
            }
            Table seen = MysqlIntrospector.table(connection, Name.of(SCRATCH), home, sorting);
            statement.execute("drop temporary table " + SCRATCH);
            return seen;
        }
    }

    private static String asked(Statement statement, String what) throws SQLException {
        try (ResultSet row = statement.executeQuery("select " + what)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Table completed(Name name, Table wished, Map<String, String> names, Table seen) {
        Map<String, Check> checks = new LinkedHashMap<>();
        seen.checks().forEach((check, is) -> checks.put(names.get(check), is));
        Map<String, Index> indexes = new LinkedHashMap<>(seen.indexes());
        wished.indexes().forEach((index, is) -> {
            if (MysqlKey.OTHER_KINDS.contains(is.method())) {
                indexes.put(index, is);
            }
        });
        Map<String, ForeignKey> keys = new LinkedHashMap<>();
        wished.foreignKeys().forEach((key, is) -> {
            keys.put(key, plain(is));
            if (Optional.ofNullable(indexes.get(key))
                    .filter(Index.of(is.columns())::equals)
                    .isPresent()) {
                indexes.remove(key);
            }
        });
        Table table = seen.withChecks(checks).withIndexes(indexes).withForeignKeys(keys);
        return table.withPrimaryKey(
                table.primaryKey().map(key -> new PrimaryKey(DerivedName.primaryKey(name), key.columns())));
    }

    /** That rows in the way refuse a change has two names, and is one here. */
    private static ForeignKey plain(ForeignKey key) {
        return new ForeignKey(
                key.columns(),
                key.references(),
                key.to(),
                plain(key.onDelete()),
                plain(key.onUpdate()),
                Deferrable.NO,
                key.external());
    }

    private static Action plain(Action action) {
        return action == Action.RESTRICT ? Action.NO_ACTION : action;
    }
}
