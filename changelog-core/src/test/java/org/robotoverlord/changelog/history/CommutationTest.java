package org.robotoverlord.changelog.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robotoverlord.changelog.Documents.SETTING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.Documents;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ChangelogReader;
import org.robotoverlord.changelog.schema.Schema;

class CommutationTest {
    private static final String BASE = """
            - createEnum: {name: role, values: [citizen]}
            - createTable: {name: teams, columns: {id: bigint}, primaryKey: [id]}
            - createTable: {name: users, columns: {id: bigint, mail: text, role: role}, primaryKey: [id]}
            - createView: {name: named, query: select 1 as id}
            """;

    private static Changelog log(String name, String items) {
        return ChangelogReader.read(
                ChangelogId.parse("2_20260525000000_" + name).orElseThrow(),
                name,
                Documents.bytes("changes:\n" + items.indent(2)));
    }

    private static Commutation of(String first, String second) {
        Schema base = Documents.replayed(Schema.empty(SETTING), BASE);
        return Commutation.of(base, List.of(log("a", first)), List.of(log("b", second)));
    }

    private static List<String> obstacles(String first, String second) {
        return of(first, second).obstacles().stream().map(Obstacle::toString).toList();
    }

    @Test
    void what_touches_different_things_happens_in_either_order() {
        assertThat(of(
                                "- addColumn: {table: users, column: {bio: text}}",
                                "- addColumn: {table: users, column: {age: integer}}\n- dropTable: {name: teams}")
                        .isFree())
                .isTrue();
        assertThat(of(
                                "- renameColumn: {table: users, from: mail, to: email}",
                                "- renameTable: {from: teams, to: groups}")
                        .isFree())
                .isTrue();
    }

    @Test
    void a_column_that_both_rename_is_in_the_way() {
        assertThat(obstacles(
                        "- renameColumn: {table: users, from: mail, to: email}",
                        "- renameColumn: {table: users, from: mail, to: address}"))
                .containsExactly("column users.mail: table 'users' has no column 'mail'"
                        + "\n    a:2:5: rename column users.mail to email"
                        + "\n    b:2:5: rename column users.mail to address");
    }

    @Test
    void what_one_drops_and_the_other_alters_is_in_the_way() {
        assertThat(obstacles(
                        "- dropColumn: {table: users, column: mail}",
                        "- changeType: {table: users, column: mail, to: varchar(320)}"))
                .hasSize(1)
                .first()
                .asString()
                .contains("column users.mail", "a:2:5: drop column users.mail", "b:2:5: ");
        assertThat(obstacles(
                        "- dropColumn: {table: users, column: mail}",
                        "- createIndex: {table: users, name: users_mail_idx, columns: [mail]}"))
                .isNotEmpty()
                .first()
                .asString()
                .contains("column users.mail", "a:2:5: drop column users.mail", "b:2:5: create index users_mail_idx");
        assertThat(obstacles("- dropTable: {name: teams}", """
                - addColumn: {table: users, column: {team_id: bigint}}
                - addForeignKey: {table: users, name: users_team_id_fkey, columns: [team_id], references: teams, to: [id]}
                """))
                .isNotEmpty()
                .allMatch(told -> told.contains("b:3:5") && told.contains("a:2:5"));
    }

    @Test
    void a_name_that_both_add_is_in_the_way() {
        assertThat(obstacles(
                        "- addColumn: {table: users, column: {bio: text}}",
                        "- addColumn: {table: users, column: {bio: varchar(10)}}\n"
                                + "- addColumn: {table: users, column: {age: integer}}"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("column users.bio: table 'users' has a column 'bio' already")
                .contains("b:2:5");
    }

    @Test
    void what_both_do_is_possible_and_not_the_same_is_in_the_way() {
        assertThat(obstacles("- addEnumValue: {enum: role, value: boss}", "- addEnumValue: {enum: role, value: guest}"))
                .containsExactly("enum role: it isn't the same in one order as in the other"
                        + "\n    a:2:5: add value boss to enum role\n    b:2:5: add value guest to enum role");
        assertThat(obstacles(
                        "- setDefault: {table: users, column: mail, default: a}",
                        "- setDefault: {table: users, column: mail, default: b}"))
                .hasSize(1);
    }

    @Test
    void what_the_replay_does_not_know_is_told_and_is_not_in_the_way() {
        Commutation commutation = of("- changeType: {table: users, column: mail, to: varchar(320)}", """
                        - sql: {up: select 1, down: none}
                        - update: {table: users, set: {mail: x}, where: 'true', down: none}
                        """);
        assertThat(commutation.isFree()).isTrue();
        assertThat(commutation.warnings())
                .hasSize(2)
                .anyMatch(told -> told.contains("b:2:5: sql select 1 says not what it does"))
                .anyMatch(told -> told.contains("both lines touch column users.mail"));
        assertThat(of("- dropTable: {name: teams}", "- insert: {table: users, rows: [{id: 1}]}")
                        .warnings())
                .isEmpty();
    }

    @Test
    void text_that_names_what_the_other_line_renames_is_told() {
        String function = "- createFunction: {name: \"first()\", returns: text, language: plpgsql,"
                + " body: \"begin return (select mail from users limit 1); end\"}";
        assertThat(of("- renameColumn: {table: users, from: mail, to: email}", function)
                        .warnings())
                .containsExactly(
                        "b:2:5: create function first() names mail, which the other line renames or drops; look"
                                + " yourself whether it means these");
        assertThat(of(function, "- renameTable: {from: users, to: people}").warnings())
                .hasSize(1);
        assertThat(of("- renameColumn: {table: users, from: role, to: rank}", function)
                        .warnings())
                .isEmpty();
        assertThat(of("- dropView: {name: named}", "- createView: {name: first, query: select id from named}")
                        .warnings())
                .containsExactly(
                        "b:2:5: create view first names named, which the other line renames or drops; look yourself whether it"
                                + " means these");
    }
}
