package org.robotoverlord.changelog.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robotoverlord.changelog.Documents.SETTING;
import static org.robotoverlord.changelog.Documents.changelog;
import static org.robotoverlord.changelog.Documents.models;
import static org.robotoverlord.changelog.Documents.refusals;
import static org.robotoverlord.changelog.Documents.replayed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.schema.Schema;

class SchemaAtTest {
    private static final String ITEMS = """
            - createSchema: {name: audit}
            - createEnum: {name: user_role, values: [citizen, boss]}
            - createTable:
                name: teams
                columns: {id: {type: bigint, primaryKey: true}}
            - createTable:
                name: people
                columns:
                  id: {type: bigint, identity: true, primaryKey: true}
                  mail: {type: text, unique: true, check: people.mail <> ''}
                  role: {type: user_role, default: boss}
                  up: {type: text, generated: {sql: upper(mail)}}
                  boss_id: {type: bigint, references: people}
                indexes: {lower_mail: {columns: [{sql: lower(mail)}], where: mail > 'a'}}
            - addColumn: {table: people, column: {team_id: bigint}}
            - addForeignKey: {table: people, name: in_team, columns: [team_id], references: teams}
            - renameColumn: {table: teams, from: id, to: no}
            - renameColumn: {table: people, from: id, to: nr}
            - renameColumn: {table: people, from: mail, to: E-Mail}
            - renameTable: {from: people, to: audit.users}
            - renameEnumValue: {enum: user_role, from: boss, to: overlord}
            - renameEnum: {from: user_role, to: audit.role}
            - renameSchema: {from: audit, to: log}
            """;

    @Test
    void what_is_renamed_is_renamed_wherever_it_is_named() {
        assertThat(replayed(ITEMS)).isEqualTo(models("""
                schemas: [log]
                enums: {log.role: [citizen, overlord]}
                tables:
                  teams: {columns: {no: {type: bigint, primaryKey: true}}}
                  log.users:
                    columns:
                      nr: {type: bigint, identity: true}
                      E-Mail: text
                      role: {type: log.role, default: overlord}
                      up: {type: text, generated: {sql: upper("E-Mail")}}
                      boss_id: bigint
                      team_id: bigint
                    primaryKey: {name: people_pkey, columns: [nr]}
                    unique: {people_mail_key: [E-Mail]}
                    checks: {people_mail_check: users."E-Mail" <> ''}
                    foreignKeys:
                      people_boss_id_fkey: {columns: [boss_id], references: log.users, to: [nr]}
                      in_team: {columns: [team_id], references: teams, to: [no]}
                    indexes: {lower_mail: {columns: [{sql: lower("E-Mail")}], where: '"E-Mail" > ''a'''}}
                """));
    }

    @Test
    void every_change_can_be_taken_back_from_the_last_to_the_first() {
        List<Change> changes = changelog("changes:\n" + ITEMS.indent(2)).plainChanges();
        Schema start = Schema.empty(SETTING);
        takeBack(changes, 0, start);
    }

    private static void takeBack(List<Change> changes, int from, Schema before) {
        if (from == changes.size()) {
            return;
        }
        Change change = changes.get(from);
        Schema after = change.apply(before);
        takeBack(changes, from + 1, after);
        assertThat(change.reverse(before).apply(after)).as(change.describe()).isEqualTo(before);
    }

    @Test
    void a_schema_is_got_at_any_changelog() {
        Changelog one = changelog("changes:\n  - createTable: {name: a, columns: {x: text}}\n");
        Changelog two = changelog(
                "2_20260525081500_b",
                "parent: 1_20260524193000_init\nchanges:\n  - addColumn: {table: a, column: {y: text}}\n");

        Schema head = SchemaAt.head(History.of(List.of(two, one)), SETTING);

        assertThat(head).isEqualTo(models("tables: {a: {columns: {y: text, x: text}}}"));
        assertThat(SchemaAt.after(List.of(one), Schema.empty(SETTING)))
                .isEqualTo(models("tables: {a: {columns: {x: text}}}"));
    }

    @Test
    void columns_of_a_dropped_key_stay_not_null() {
        assertThat(replayed("""
                - createTable: {name: a, columns: {x: {type: text, primaryKey: true}}}
                - dropConstraint: {table: a, name: a_pkey}
                """)).isEqualTo(models("tables: {a: {columns: {x: {type: text, nullable: false}}}}"));
    }

    @Test
    void what_raw_sql_makes_is_known_to_the_replay() {
        assertThat(replayed("""
                - sql: {up: create table …, schema: [{createTable: {name: a, columns: {x: text}}}]}
                - addColumn: {table: a, column: {y: text}}
                """)).isEqualTo(models("tables: {a: {columns: {x: text, y: text}}}"));
    }

    @Test
    void what_can_not_happen_is_told_at_the_change() {
        assertThat(refusals("""
                - createTable: {name: a, columns: {x: nope, y: {type: bigint, references: nowhere}}}
                - dropTable: {name: b}
                """))
                .containsExactly(
                        "f:2:41: no type 'nope'; a type that only the database knows is written native(nope)",
                        "f:2:77: foreign key 'a_y_fkey' points to table 'nowhere', which isn't there; declare it, or write external: true if this app doesn't manage it");
    }
}
