package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.change.ChangeExamples;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Trial;
import org.robotoverlord.changelog.schema.Schema;

class PostgresEnumsTest {
    private static final String ADD = "addEnumValue: {enum: user_role, value: robot}";
    private static final List<Change> GIVEN = given();

    private static List<Change> given() {
        List<Change> given = new ArrayList<>(ChangeExamples.forum());
        given.add(ChangeExample.change("setDefault: {table: users, column: age}"));
        return given;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "setDefault: {table: users, column: role, default: robot}",
                "addColumn: {table: posts, column: {by: {type: user_role, default: robot}}}",
                "addColumn: {table: posts, column: {by: {type: user_role, nullable: false}}, fill: robot}",
                "createTable: {name: bots, columns: {role: {type: user_role, default: robot}}}",
                "addCheck: {table: users, name: no_robots, check: role <> 'robot'}",
                "createIndex: {table: users, name: robots, columns: [id], where: role = 'robot'}",
                "insert: {table: users, rows: [{id: 7, email: x, role: robot}]}",
                "update: {table: users, set: {role: {sql: \"case when id = 1 then 'robot' else 'citizen' end::user_role\"}}, where: 'true', down: none}",
                "delete: {table: users, where: role = 'robot', down: none}",
                "sql: {up: update users set role = enum_last(null::user_role), down: none}",
                "changeType: {table: users, column: age, to: user_role, using: {sql: \"'robot'\"}}",
                "setGenerated: {table: users, column: bio, generated: {sql: \"case role when 'robot' then 'x' end\"}}"
            })
    void a_value_that_is_used_later_is_committed_first(String later) throws SQLException {
        List<Change> changes = List.of(ChangeExample.change(ADD), ChangeExample.change(later));
        Statement first = statements(changes).get(0);
        assertThat(first.transactional()).isFalse();
        assertThat(first.sql()).contains("add value if not exists 'robot'");
        for (int major : List.of(14, 18)) {
            try (Trial trial = new Trial(
                    new PostgresDialect(), DriverManager.getConnection(TestPostgres.freshDatabase(major)), List.of())) {
                trial.run(GIVEN, ChangeExample.empty());
                trial.run(changes, schema());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "addColumn: {table: posts, column: {by: {type: user_role, default: citizen}}}",
                "createTable: {name: bots, columns: {role: {type: user_role, nullable: false}}}",
                "renameTable: {from: users, to: members}",
                "setDefault: {table: users, column: role, default: overlord}",
                "addEnumValue: {enum: user_role, value: android}",
                "dropColumn: {table: users, column: bio}"
            })
    void a_value_that_nothing_uses_stays_in_the_transaction(String later) throws SQLException {
        List<Change> changes = List.of(ChangeExample.change(ADD), ChangeExample.change(later));
        assertThat(statements(changes)).allMatch(Statement::transactional);
        try (Trial trial = new Trial(
                new PostgresDialect(), DriverManager.getConnection(TestPostgres.freshDatabase()), List.of())) {
            trial.run(GIVEN, ChangeExample.empty());
            trial.run(changes, schema());
        }
    }

    private static List<Statement> statements(List<Change> changes) {
        return new PostgresDialect().statements(changes, schema(), new PostgresDialect().newest());
    }

    private static Schema schema() {
        Schema schema = ChangeExample.empty();
        for (Change change : GIVEN) {
            schema = change.apply(schema);
        }
        return schema;
    }
}
