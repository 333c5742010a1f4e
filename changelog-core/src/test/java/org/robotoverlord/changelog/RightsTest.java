package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.plan.State;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;

/** Whoever may do no more than they must does everything; what is missing is told before anything is done. */
class RightsTest {
    private static final AtomicInteger ROLES = new AtomicInteger();
    private static final String FORUM = """
            - createEnum: {name: mood, values: [calm, wild]}
            - createDomain: {name: mail, type: text, checks: {mail_check: "value like '%@%'"}}
            - createSequence: {name: ticket}
            - createTable:
                name: users
                columns:
                  id: {type: bigint, identity: true}
                  email: mail
                  mood: {type: mood, default: calm}
                primaryKey: [id]
                indexes: {users_email_idx: [email]}
            - createView: {name: calm, query: "select id from users where mood = 'calm'"}
            - insert: {table: users, rows: [{id: 1, email: a@b}]}
            """;
    private static final String MORE = """
            - addColumn: {table: users, column: {bio: text}}
            - changeEnum: {enum: mood, values: [wild, calm]}
            - sql: {up: create index concurrently users_bio_idx on users (bio), down: drop index users_bio_idx, transactional: false}
            """;

    /** As the page about rights shows it. */
    private static final String OWN_SCHEMA = """
            create role shop_migrations login password 'secret';
            create schema shop authorization shop_migrations;
            """;

    private static final String MISSING = """
            the database's user may not do all that is needed, and nothing was done. It may not
              make anything in schema public:
                grant usage, create on schema public to shop_migrations
              change public.users, which is postgres's:
                alter table public.users owner to shop_migrations
            Let somebody who may give these rights do so, and run it again.
            """;

    @TempDir
    private Path folder;

    /** A URL of the same database for another user. */
    private static String as(String url, String role) {
        return url.replaceFirst("user=[^&]*", "user=" + role).replaceFirst("password=[^&]*", "password=secret");
    }

    private static void execute(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String newRole() {
        return "app_" + ROLES.incrementAndGet();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void a_role_that_owns_its_schema_and_nothing_else_does_everything(int major) {
        String url = TestPostgres.freshDatabase(major);
        String role = newRole();
        execute(
                url,
                "create role " + role + " login password 'secret'",
                "revoke all on schema public from public",
                "create schema shop authorization " + role);
        Project project = Project.on(folder, as(url, role)).withSchema("shop");
        project.changelog(1, "forum", FORUM).changelog(2, "more", MORE.replace("on users", "on shop.users"));
        assertThat(project.upgrade().changelogs()).hasSize(2);
        try (Database database = project.database()) {
            assertThat(project.robot().history(Optional.of(database)))
                    .extracting(HistoryEntry::state)
                    .containsOnly(State.APPLIED);
            assertThat(project.robot().drift(database).changes())
                    .extracting(change -> change.describe())
                    .containsExactly("create index users_bio_idx on users");
            assertThat(project.robot().inspect(database, List.of()).text()).contains("users:");
        }
        assertThat(project.downgrade(Target.version("0")).changelogs()).hasSize(2);
        assertThat(project.query("select relname from pg_class where relnamespace = 'shop'::regnamespace"
                        + " and relkind in ('r', 'v')"))
                .containsExactly("robot_migrations");
    }

    @Test
    void what_is_missing_is_told_with_what_gives_it() {
        String url = TestPostgres.freshDatabase();
        Project owner = Project.on(folder, url).changelog(1, "forum", FORUM);
        owner.upgrade();
        execute(url, OWN_SCHEMA, "grant usage on schema public to shop_migrations");
        execute(url, "grant select, insert, update, delete on robot_migrations to shop_migrations");
        Project project = Project.on(folder, as(url, "shop_migrations"));
        owner.changelog(
                2,
                "more",
                "- addColumn: {table: users, column: {bio: text}}\n"
                        + "- createTable: {name: teams, columns: {id: bigint}}");
        assertThatThrownBy(project::upgrade).isInstanceOf(Problem.class).hasMessage(MISSING.strip());
        execute(url, MISSING.lines().filter(line -> line.startsWith("    ")).toArray(String[]::new));
        assertThat(project.upgrade().changelogs()).hasSize(1);
    }

    @Test
    void schemas_and_extensions_that_nobody_may_make_are_told() {
        String url = TestPostgres.freshDatabase();
        String role = newRole();
        execute(url, "create role " + role + " login password 'secret'");
        Project project = Project.on(folder, as(url, role)).withSchema("shop");
        project.changelog(1, "all", """
                - createSchema: {name: audit}
                - createExtension: {name: dblink}
                - createExtension: {name: citext}
                """);
        assertThatThrownBy(project::upgrade)
                .hasMessageContaining("make schema shop:\n    grant create on database ")
                .hasMessageContaining("make schema audit:\n    grant create on database ")
                .hasMessageContaining("make extension citext:\n    grant create on database ")
                .hasMessageContaining("make extension dblink:\n    create extension dblink by a superuser");
    }

    @Test
    void what_belongs_to_somebody_else_is_told_before_an_earlier_changelog_is_applied() {
        String url = TestPostgres.freshDatabase();
        String role = newRole();
        Project owner = Project.on(folder, url).changelog(1, "forum", FORUM);
        owner.upgrade();
        execute(
                url,
                "create role " + role + " login password 'secret'",
                "grant usage, create on schema public to " + role,
                "grant select, insert, update, delete on robot_migrations to " + role);
        Project project = Project.on(folder, as(url, role));
        owner.changelog(2, "teams", "- createTable: {name: teams, columns: {id: bigint}}")
                .changelog(3, "bio", "- addColumn: {table: users, column: {bio: text}}")
                .changelog(4, "moods", "- addEnumValue: {enum: mood, value: sad}");
        assertThatThrownBy(project::upgrade)
                .hasMessageContaining("  change public.users, which is postgres's:\n"
                        + "    alter table public.users owner to " + role)
                .hasMessageContaining("  change type public.mood, which is postgres's:\n"
                        + "    alter type public.mood owner to " + role);
        assertThat(owner.tables()).containsExactly("users");
        execute(url, "alter table public.users owner to " + role, "alter type public.mood owner to " + role);
        assertThat(project.upgrade().changelogs()).hasSize(3);
    }

    @Test
    void a_table_that_only_points_to_what_is_renamed_may_be_anybodys() {
        String url = TestPostgres.freshDatabase();
        String role = newRole();
        Project owner = Project.on(folder, url).changelog(1, "tables", """
                - createTable: {name: users, columns: {id: bigint}, primaryKey: [id]}
                - createTable:
                    name: posts
                    columns: {user_id: bigint}
                    foreignKeys: {posts_user_fkey: {columns: [user_id], references: users}}
                """);
        owner.upgrade();
        execute(
                url,
                "create role " + role + " login password 'secret'",
                "grant usage, create on schema public to " + role,
                "grant select, insert, update, delete on robot_migrations to " + role,
                "alter table users owner to " + role);
        owner.changelog(2, "people", "- renameTable: {from: users, to: people}");
        assertThat(Project.on(folder, as(url, role)).upgrade().changelogs()).hasSize(1);
        assertThat(owner.tables()).containsExactly("people", "posts");
    }

    @Test
    void a_table_that_nobody_lets_it_point_to_is_told_with_what_lets_it() {
        String url = TestPostgres.freshDatabase();
        String role = newRole();
        execute(
                url,
                "create role " + role + " login password 'secret'",
                "create schema shop authorization " + role,
                "revoke all on schema public from public",
                "create table public.accounts (id bigint primary key)",
                "create table public.bills (id bigint primary key)",
                "grant references (id) on public.bills to " + role);
        Project project = Project.on(folder, as(url, role)).withSchema("shop").changelog(1, "posts", """
                - createTable:
                    name: posts
                    columns: {id: bigint, account_id: bigint}
                    foreignKeys:
                      posts_account_fkey: {columns: [account_id], references: public.accounts, to: [id], external: true}
                """);
        String granting =
                "grant usage on schema public to " + role + "; grant references on public.accounts to " + role;
        assertThatThrownBy(project::upgrade)
                .hasMessageContaining(
                        "It may not\n  point to public.accounts, which is postgres's:\n    " + granting + "\nLet");
        execute(url, granting);
        assertThat(project.upgrade().changelogs()).hasSize(1);
        execute(url, "revoke references on public.accounts from " + role);
        project.changelog(2, "bills", """
                - addColumn: {table: posts, column: {bill_id: bigint}}
                - addForeignKey: {table: posts, name: posts_bill_fkey, columns: [bill_id], references: public.bills, to: [id], external: true}
                - renameConstraint: {table: posts, from: posts_account_fkey, to: posts_owner_fkey}
                - renameTable: {from: posts, to: articles}
                """);
        assertThat(project.upgrade().changelogs()).hasSize(1);
    }

    @Test
    void an_enum_may_be_renamed_by_whom_no_table_of_it_belongs_to() {
        String url = TestPostgres.freshDatabase();
        String role = newRole();
        Project owner = Project.on(folder, url).changelog(1, "forum", """
                - createEnum: {name: mood, values: [calm, wild]}
                - createTable:
                    name: users
                    columns: {id: bigint, mood: {type: mood, nullable: false, default: calm}}
                """);
        owner.upgrade();
        execute(
                url,
                "create role " + role + " login password 'secret'",
                "revoke create on schema public from public",
                "grant usage on schema public to " + role,
                "grant select, insert, update, delete on robot_migrations to " + role);
        owner.changelog(2, "temper", "- renameEnum: {from: mood, to: temper}");
        Project project = Project.on(folder, as(url, role));
        assertThatThrownBy(project::upgrade)
                .hasMessageContaining(
                        "It may not\n  change type public.mood, which is postgres's:\n    alter type public.mood owner to "
                                + role + "\nLet");
        execute(url, "alter type public.mood owner to " + role);
        assertThat(project.upgrade().changelogs()).hasSize(1);
        assertThat(project.downgrade(Target.USUAL).changelogs()).hasSize(1);
    }

    @Test
    void a_member_of_the_owning_role_may_do_what_that_may() {
        String url = TestPostgres.freshDatabase();
        String owner = newRole();
        String member = newRole();
        execute(
                url,
                "create role " + owner,
                "create role " + member + " login password 'secret' in role " + owner,
                "create schema shop authorization " + owner);
        Project project = Project.on(folder, as(url, member)).withSchema("shop");
        project.changelog(1, "forum", FORUM);
        assertThat(project.upgrade().changelogs()).hasSize(1);
        assertThat(project.downgrade(Target.USUAL).changelogs()).hasSize(1);
    }

    @Test
    void a_migration_table_that_may_not_be_read_or_written_is_told_with_what_allows_it() {
        String url = TestPostgres.freshDatabase();
        String role = newRole();
        Project owner = Project.on(folder, url).changelog(1, "forum", FORUM);
        owner.upgrade();
        execute(url, "create role " + role + " login password 'secret'");
        Project project = Project.on(folder, as(url, role));
        String granting = "read and write the migration table public.robot_migrations:\n"
                + "    grant select, insert, update, delete on public.robot_migrations to " + role;
        assertThatThrownBy(project::upgrade).hasMessageContaining(granting);
        execute(url, "grant select on robot_migrations to " + role);
        assertThat(project.upgrade().isEmpty()).isTrue();
        owner.changelog(2, "teams", "- createTable: {name: teams, columns: {id: bigint}}");
        try (Database database = project.database()) {
            Robot robot = project.robot();
            assertThatThrownBy(() -> robot.recordOnly(database, Target.USUAL, Progress.NONE))
                    .hasMessageContaining(granting);
        }
    }
}
