package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.problem.Problem;

/** Changelogs are proved on a real database: up, filled, down, up, compared at every stop. */
class VerifyingTest {
    private static final String FORUM = """
            - createEnum: {name: user_role, values: [citizen, overlord]}
            - createTable:
                name: teams
                columns:
                  id: {type: bigint, identity: true}
                  name: {type: varchar(10), nullable: false}
                primaryKey: [id]
                unique: {teams_name_key: [name]}
            - createTable:
                name: users
                columns:
                  id: {type: bigint, identity: always}
                  email: {type: varchar(320), nullable: false}
                  role: {type: user_role, nullable: false, default: citizen}
                  status: {type: text, nullable: false}
                  score: {type: integer, nullable: false}
                  team_id: {type: bigint, nullable: false}
                  born: date
                  handle: {type: text, generated: {sql: lower(email)}}
                primaryKey: [id]
                unique: {users_email_key: [email]}
                checks:
                  users_score_check: score >= 7 and score < 1000
                  users_status_check: status in ('new', 'old')
                foreignKeys: {users_team_id_fkey: {columns: [team_id], references: teams}}
            """;

    @TempDir
    private Path folder;

    private Project project;

    private final List<Verified> told = new ArrayList<>();

    @BeforeEach
    void makeProject() {
        project = new Project(folder).changelog(1, "init", FORUM);
    }

    @Test
    void changelogs_that_do_what_they_say_hold_with_rows() {
        project.changelog(2, "types", """
                - changeType: {table: users, column: score, to: bigint}
                - changeType: {table: users, column: born, to: timestamptz}
                - changeType: {table: teams, column: name, to: varchar(4)}
                """).changelog(3, "renames", """
                - renameTable: {from: users, to: people}
                - renameColumn: {table: people, from: email, to: mail}
                - addColumn: {table: people, column: {bio: {type: text, nullable: false}}, fill: none yet}
                - dropColumn: {table: people, column: status}
                """.replace("- dropColumn", """
                - dropConstraint: {table: people, name: users_status_check}
                - dropColumn""")
                .replace("column: status}", "column: status, fill: new}"));
        verify();
        assertThat(told)
                .extracting(Verified::id)
                .containsExactly(Project.id(1, "init"), Project.id(2, "types"), Project.id(3, "renames"));
        assertThat(told).allSatisfy(verified -> {
            assertThat(verified.remarks()).isEmpty();
            assertThat(verified.rows()).isBetween(4L, 6L);
        });
    }

    @Test
    void what_raw_sql_makes_and_the_replay_does_not_know_of_is_told() {
        project.changelog(2, "raw", "- sql: {up: create table sneaky (id int), down: drop table sneaky}");
        assertThatThrownBy(this::verify)
                .isInstanceOf(Problem.class)
                .hasMessage("migrations/models/" + Project.id(2, "raw")
                        + ".yaml: the database isn't what the changelogs say"
                        + " after it went up; it differs by:\n  create table sneaky");
        assertThat(told).hasSize(1);
    }

    @Test
    void a_way_back_that_leaves_something_is_told() {
        project.changelog(2, "raw", """
                - sql:
                    up: create table notes (id integer)
                    down: select 1
                    schema:
                      - createTable: {name: notes, columns: {id: integer}}
                """);
        assertThatThrownBy(this::verify)
                .hasMessageContaining(
                        "isn't what the changelogs say after it was taken back; it differs by:\n  create table notes");
    }

    @Test
    void rows_that_do_not_stand_a_way_back_are_left_out_and_that_is_remarked() {
        project.changelog(
                2, "raw", "- changeType: {table: users, column: score, to: bigint, using: {sql: score, reverse: '0'}}");
        verify();
        assertThat(told.get(1).remarks().get(0)).startsWith("not tried with rows: change type of users.score");
    }

    @Test
    void where_few_rows_are_in_the_way_one_is_tried() {
        project.changelog(2, "flag", """
                        - addColumn: {table: users, column: {first: {type: boolean, nullable: false}}, fill: true}
                        - addUnique: {table: users, name: one_first, columns: [first]}
                        """)
                .changelog(3, "many_first", "- dropConstraint: {table: users, name: one_first}");
        verify();
        assertThat(told.get(2).rows()).isEqualTo(2);
        assertThat(told.get(2).remarks().get(0))
                .startsWith("tried with a row a table only: ")
                .contains("one_first");
    }

    @Test
    void rows_point_only_to_what_their_column_could_hold_before() {
        project.changelog(2, "days", """
                        - createTable: {name: days, columns: {at: timestamptz, on: date}, primaryKey: [at]}
                        - createTable: {name: shifts, columns: {at: date}}
                        """).changelog(3, "to_the_minute", """
                        - changeType: {table: shifts, column: at, to: timestamptz}
                        - addForeignKey: {table: shifts, name: shifts_at_fkey, columns: [at], references: days, to: [at]}
                        """);
        verify();
        assertThat(told).hasSize(3);
    }

    @Test
    void what_cannot_be_tried_is_remarked() {
        project.changelog(2, "no_fill", "- addColumn: {table: users, column: {bio: {type: text, nullable: false}}}")
                .changelog(3, "one_way", "- sql: {up: select 1}");
        verify();
        assertThat(told.get(1).remarks().get(0))
                .startsWith("not tried with rows: table 'users' has rows, and column 'bio'");
        assertThat(told.get(2).remarks().get(0)).startsWith("no way back: ");
    }

    @Test
    void only_the_newer_ones_are_tried_where_that_is_said() {
        project.changelog(2, "two", "- dropTable: {name: users}");
        project.robot().verify(project.bench(), Optional.of("1"), told::add);
        assertThat(told).extracting(Verified::id).containsExactly(Project.id(2, "two"));
        assertThatThrownBy(() -> project.robot().verify(project.bench(), Optional.of("9"), told::add))
                .hasMessageStartingWith("there is no changelog '9'");
    }

    @Test
    void roles_stand_in() {
        project.changelog(2, "roles", """
                - createPolicy: {table: users, name: own, to: [current_user, Some Body, pg_monitor], using: 'true'}
                """);
        verify();
        assertThat(told).hasSize(2);
    }

    @Test
    void all_are_newer_than_nothing() {
        project.robot().verify(project.bench(), Optional.of("0"), told::add);
        assertThat(told).hasSize(1);
    }

    @Test
    void tables_of_others_stand_in() {
        project.changelog(2, "external", """
                - addColumn: {table: users, column: {country: {type: char(2)}}}
                - addForeignKey: {table: users, name: users_country_fkey, columns: [country], references: countries, to: [code], external: true}
                """);
        verify();
        assertThat(told).hasSize(2);
    }

    private void verify() {
        project.robot().verify(project.bench(), Optional.empty(), told::add);
    }
}
