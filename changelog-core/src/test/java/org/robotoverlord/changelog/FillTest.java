package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.plan.Target;

/** What rows that exist get where a column becomes NOT NULL. */
class FillTest {
    private static final String USERS = """
            - createTable:
                name: users
                columns: {id: {type: bigint, identity: true}, email: text, role: {type: text, default: citizen}}
                primaryKey: [id]
            """;
    private static final String ROWS = "insert into users (email, role) values ('a@x', null), (null, 'boss')";

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(folder).changelog(1, "init", USERS);
        project.upgrade();
    }

    @Test
    void rows_get_the_fill_of_a_new_column_and_the_column_keeps_no_default() {
        project.execute(ROWS);
        project.changelog(2, "verified", """
                - addColumn: {table: users, column: {verified: {type: boolean, nullable: false}}, fill: false}
                - addColumn: {table: users, column: {shown: {type: text, nullable: false}}, fill: {sql: "coalesce(email, 'nobody')"}}
                """);
        project.upgrade();
        assertThat(project.query("select verified, shown from users order by id"))
                .containsExactly("f a@x", "f nobody");
        assertThat(project.query(
                        "select column_default from information_schema.columns where column_name in ('verified', 'shown')"
                                + " and column_default is not null"))
                .isEmpty();
    }

    @Test
    void a_domain_that_takes_no_null_is_refused_beforehand_where_rows_hold_one() {
        project.changelog(2, "domains", """
                - createDomain: {name: email, type: text}
                - createDomain: {name: work_email, type: email}
                - changeType: {table: users, column: email, to: work_email}
                """);
        project.upgrade();
        project.execute(ROWS);
        project.changelog(3, "strict", "- alterDomain: {name: email, type: text, nullable: false}");
        assertThatThrownBy(project::upgrade)
                .hasMessageContaining(
                        Project.id(3, "strict")
                                + ".yaml:3:5: table 'users' has rows in which 'email' is null, and domain 'email', which that is of, becomes NOT NULL. Write an update");
        project.file(
                "migrations/models/" + Project.id(3, "strict") + ".yaml",
                "parent: " + Project.id(2, "domains") + "\nchanges:\n" + """
                - update: {table: users, set: {email: none}, where: email is null, down: none}
                - alterDomain: {name: email, type: text, nullable: false}
                """);
        project.upgrade();
        assertThat(project.query("select email from users order by id")).containsExactly("a@x", "none");
    }

    @Test
    void a_new_column_of_a_domain_that_takes_no_null_needs_a_fill() {
        project.execute(ROWS);
        project.changelog(2, "domains", """
                - createDomain: {name: word, type: text, nullable: false}
                - addColumn: {table: users, column: {word: word}}
                """);
        assertThatThrownBy(project::upgrade)
                .hasMessageContaining("table 'users' has rows, and column 'word' becomes NOT NULL");
    }

    @Test
    void a_missing_fill_is_refused_beforehand_where_rows_need_it() {
        project.execute(ROWS);
        project.changelog(2, "verified", """
                - addColumn: {table: users, column: {other: text}}
                - addColumn: {table: users, column: {verified: {type: boolean, nullable: false}}}
                """);
        assertThatThrownBy(project::upgrade)
                .hasMessageContaining(Project.id(2, "verified")
                        + ".yaml:4:5: table 'users' has rows, and column 'verified' becomes NOT NULL")
                .hasMessageContaining("Add a fill");
        assertThat(project.rows()).containsExactly("1 1 1");
        project.execute("delete from users");
        project.upgrade();
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
    }

    @Test
    void a_column_made_not_null_needs_a_fill_where_it_has_nulls() {
        project.execute(ROWS);
        project.changelog(2, "email", "- setNullable: {table: users, column: email, nullable: false}");
        assertThatThrownBy(project::upgrade).hasMessageContaining("table 'users' has rows in which 'email' is null");
        project.execute("update users set email = 'x' where email is null");
        project.upgrade();
    }

    @Test
    void a_default_fills_where_nothing_else_is_said() {
        project.execute(ROWS);
        project.changelog(2, "role", "- setNullable: {table: users, column: role, nullable: false}");
        project.upgrade();
        assertThat(project.query("select role from users order by id")).containsExactly("citizen", "boss");
    }

    @Test
    void rows_written_by_the_same_changelog_are_looked_at_when_their_turn_comes() {
        project.changelog(2, "late", """
                - createTable: {name: teams, columns: {id: bigint}, primaryKey: [id]}
                - insert: {table: teams, rows: [{id: 1}]}
                - addColumn: {table: teams, column: {name: {type: text, nullable: false}}}
                """);
        assertThatThrownBy(project::upgrade)
                .hasMessageContaining("table 'teams' has rows, and column 'name' becomes NOT NULL");
        assertThat(project.tables()).containsExactly("users");
    }

    @Test
    void rows_deleted_by_the_same_changelog_are_no_obstacle() {
        project.execute(ROWS);
        project.changelog(2, "late", """
                - delete: {table: users, where: 'true', down: none}
                - addColumn: {table: users, column: {name: {type: text, nullable: false}}}
                """);
        project.upgrade();
        assertThat(project.rows()).hasSize(2);
    }

    @Test
    void a_downgrade_that_brings_back_a_not_null_column_needs_a_fill_for_its_rows() {
        project.changelog(2, "strict", "- setNullable: {table: users, column: email, nullable: false}")
                .changelog(3, "drop", "- dropColumn: {table: users, column: email}");
        project.upgrade();
        project.execute("insert into users (role) values ('x')");
        assertThatThrownBy(() -> project.downgrade(Target.USUAL))
                .hasMessageContaining("table 'users' has rows, and column 'email' becomes NOT NULL");
        assertThat(project.rows()).hasSize(3);
    }

    @Test
    void a_fill_on_a_dropped_column_serves_the_way_back() {
        project.changelog(2, "strict", "- setNullable: {table: users, column: email, nullable: false}")
                .changelog(3, "drop", "- dropColumn: {table: users, column: email, fill: gone}");
        project.upgrade();
        project.execute("insert into users (role) values ('x')");
        project.downgrade(Target.USUAL);
        assertThat(project.query("select email from users")).containsExactly("gone");
    }
}
