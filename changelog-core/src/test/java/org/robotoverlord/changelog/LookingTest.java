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
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;

/** Models of a live database, and what happened to one behind the changelogs' back. */
class LookingTest {
    private static final String FORUM = """
            - createEnum: {name: user_role, values: [citizen, overlord]}
            - createTable:
                name: users
                columns:
                  id: {type: bigint, identity: true}
                  email: {type: varchar(320), nullable: false}
                  role: {type: user_role, nullable: false, default: citizen}
                  score: {type: integer, nullable: false, default: 0}
                primaryKey: [id]
                unique: {users_email_key: [email]}
                checks: {users_score_check: score >= 0}
                indexes: {users_role_idx: {columns: [role], where: role <> 'overlord'}}
            """;

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(folder);
    }

    @Test
    void a_database_that_was_only_migrated_has_not_drifted() {
        project.changelog(1, "init", FORUM);
        project.upgrade();
        assertThat(drift()).isEmpty();
    }

    @Test
    void a_changelog_that_is_still_pending_is_no_drift() {
        project.changelog(1, "init", FORUM);
        project.upgrade();
        project.changelog(2, "more", "- addColumn: {table: users, column: {bio: text}}");
        assertThat(drift()).isEmpty();
    }

    @Test
    void what_somebody_did_by_hand_is_told_as_changes() {
        project.changelog(1, "init", FORUM);
        project.upgrade();
        project.execute("alter table users add column bio text");
        project.execute(
                "alter table users alter column score type uuid using gen_random_uuid(), drop constraint users_score_check, alter column score drop default");
        project.execute("create table notes (id bigint primary key)");
        project.execute("drop index users_role_idx");
        assertThat(drift())
                .containsExactlyInAnyOrder(
                        "drop index users_role_idx of users",
                        "drop constraint users_score_check of users",
                        "remove default of users.score",
                        "change type of users.score to uuid",
                        "add column users.bio",
                        "create table notes");
    }

    @Test
    void what_drift_cannot_tell_of_is_told_object_by_object() {
        project.changelog(1, "init", FORUM);
        project.upgrade();
        assertThat(uncompared()).isEmpty();
        project.execute("create rule quiet as on delete to users do instead nothing");
        assertThat(uncompared()).singleElement().asString().contains("quiet");
        assertThat(drift()).isEmpty();
    }

    private List<String> uncompared() {
        try (Database database = project.database()) {
            return project.robot().uncompared(database);
        }
    }

    @Test
    void drift_from_a_changelog_that_is_not_here_cannot_be_told() {
        project.changelog(1, "init", FORUM);
        project.upgrade();
        project.execute("update robot_migrations set id = '1_20260101000000_other'");
        assertThatThrownBy(this::drift)
                .hasMessage("what the database should be can't be told: changelog '1_20260101000000_other' is unknown."
                        + " Look at robot:history, and mend that first; see robot:repair.");
    }

    @Test
    void models_of_a_database_make_it_again() {
        project.changelog(1, "init", FORUM);
        project.upgrade();
        Inspection inspection = inspect();
        assertThat(inspection.leftOut()).isEmpty();
        assertThat(inspection.text()).isEqualTo("""
                enums:
                  user_role: [citizen, overlord]
                tables:
                  users:
                    columns:
                      id: {type: bigint, identity: true}
                      email: {type: varchar(320), nullable: false, unique: true}
                      role: {type: user_role, nullable: false, default: citizen}
                      score: {type: integer, nullable: false, default: 0, check: score >= 0}
                    primaryKey: [id]
                    indexes:
                      users_role_idx: {columns: [role], where: 'role <> ''overlord''::user_role'}
                """);
    }

    @Test
    void a_schema_is_told_whatever_lies_in_it() {
        project.execute("create schema of_nothing");
        project.execute("create schema of_sequences");
        project.execute("create sequence of_sequences.ticket");
        project.execute("create schema of_views");
        project.execute("create view of_views.one as select 1 as one");
        project.execute("create schema of_functions");
        project.execute("create function of_functions.one() returns integer language sql as 'select 1'");
        assertThat(inspect().text()).startsWith("""
                schemas:
                  - of_functions
                  - of_sequences
                  - of_views
                functions:
                """);
    }

    @Test
    void the_version_of_an_extension_is_told_only_where_the_server_would_make_another() {
        project.execute("create extension citext");
        project.execute("create extension hstore version '1.4'");
        assertThat(inspect().text()).isEqualTo("""
                extensions:
                  citext: {}
                  hstore: {version: 1.4}
                """);
    }

    @Test
    void the_migration_table_of_another_app_is_left_alone() {
        project.execute("create schema audit");
        project.execute("create table audit.events (id int primary key)");
        project.execute("create table audit.robot_migrations (id text primary key)");
        assertThat(inspect().text()).contains("audit.events:").doesNotContain("robot_migrations");
    }

    @Test
    void models_can_be_made_of_some_tables_alone() {
        project.execute("create schema audit");
        project.execute("create type audit.kind as enum ('a')");
        project.execute("create type other as enum ('b')");
        project.execute("create table teams (id int primary key)");
        project.execute("create table audit.events (id int primary key, kind audit.kind, team int references teams)");
        assertThat(inspect("audit.events").text()).isEqualTo("""
                schemas:
                  - audit
                enums:
                  audit.kind: [a]
                tables:
                  audit.events:
                    columns:
                      id: integer
                      kind: audit.kind
                      team: integer
                    primaryKey: [id]
                    foreignKeys:
                      events_team_fkey: {columns: [team], references: teams, to: [id], external: true}
                """);
        assertThatThrownBy(() -> inspect("audit.event"))
                .hasMessage("the database has no table 'audit.event' (did you mean 'audit.events'?)");
    }

    @Test
    void what_models_have_no_words_for_is_said_object_by_object() {
        project.execute("create table part (id int) partition by range ((id + 1))");
        project.execute("create table kept (id int, at date) partition by range (id)");
        project.execute("create table kept_1 partition of kept for values from (0) to (10)");
        project.execute("create table kept_2 partition of kept for values from (10) to (20) partition by range (at)");
        project.execute("create table kept_3 partition of kept default");
        project.execute("create index on kept_3 (at)");
        project.execute(
                "create schema elsewhere; create table elsewhere.kept_4 partition of kept for values from (20) to (30)");
        project.execute("create unlogged table fast (id int)");
        project.execute("alter table fast add constraint fast_id_check check (id > 0) not valid");
        project.execute("create rule quiet as on delete to fast do instead nothing");
        project.execute("alter table fast force row level security");
        project.execute("create type pair as (a int, b int)");
        project.execute("create view seen as select 1 as one");
        project.execute("create function seen_ones() returns setof seen language sql as 'select * from seen'");
        project.execute("create function of_pairs(p pair[]) returns int language sql as 'select 1'");
        project.execute("create function of_fast(f fast) returns setof fast language sql as 'select * from fast'");
        project.execute("create domain word as text collate \"C\"");
        project.execute("alter domain word add constraint short check (length(value) < 9) not valid");
        assertThat(inspect().leftOut())
                .containsExactly(
                        "composite type 'pair' is left out",
                        "constraint 'fast.fast_id_check' is read as if its rows had been checked",
                        "domain 'word' is read as if its values had been checked",
                        "domain 'word' is read without its collation",
                        "function 'of_pairs(p pair[])' is left out",
                        "function 'seen_ones()' is left out",
                        "partition 'kept.kept_2' is read without its own partitions",
                        "partition 'kept.kept_3' is read without what it has of its own",
                        "partition 'kept.kept_4' is left out",
                        "rule 'fast.quiet' is left out",
                        "table 'fast' is read without being unlogged",
                        "table 'fast' is read without its forced row security, which isn't enabled",
                        "table 'part' is read without its partitions, as its partition key is more than plain columns");
    }

    @Test
    void comments_that_models_have_no_place_for_are_told() {
        project.execute("create schema audit");
        project.execute(
                "create table audit.notes (id int primary key, body text constraint short check (length(body) < 9))");
        project.execute("create sequence numbers");
        project.execute("create function one() returns int language sql as 'select 1'");
        project.execute("create policy all_of_them on audit.notes");
        for (String thing : List.of(
                "schema audit",
                "sequence numbers",
                "function one()",
                "constraint short on audit.notes",
                "policy all_of_them on audit.notes",
                "table audit.notes")) {
            project.execute("comment on " + thing + " is 'why'");
        }
        assertThat(inspect().leftOut())
                .containsExactly(
                        "constraint 'audit.notes.short' is read without its comment",
                        "function 'one()' is read without its comment",
                        "policy 'audit.notes.all_of_them' is read without its comment",
                        "schema 'audit' is read without its comment",
                        "sequence 'numbers' is read without its comment");
    }

    @Test
    void written_models_are_never_overwritten() {
        project.execute("create table notes (id int primary key)");
        project.file("src/main/models/models/notes.yaml", "# mine\n");
        assertThatThrownBy(() -> project.robot().write(inspect()))
                .hasMessageContaining("src/main/models/models/notes.yaml: the file is there already");
        project.execute("alter table notes rename to other_notes");
        assertThat(project.robot().write(inspect())).containsExactly("src/main/models/models/other_notes.yaml");
    }

    @Test
    void a_database_is_taken_over_by_models_of_itself() {
        project.execute("create type mood as enum ('fine', 'so so')");
        project.execute(
                "create table people (id int generated always as identity primary key, email text unique,"
                        + " mood mood default 'fine', boss int references people on delete set null, check (email like '%@%'))");
        project.execute("create index on people (lower(email)) where mood = 'fine'");
        project.robot().write(inspect());
        try (Database database = project.database()) {
            DraftRequest request =
                    new DraftRequest(Optional.of("init"), Optional.empty(), Optional.empty(), Optional.empty(), false);
            Draft draft = project.robot().draft(request, Optional.empty()).orElseThrow();
            project.robot().initDb(database, draft, true, Progress.NONE);
        }
        assertThat(project.rows()).containsExactly("1 1 1");
        assertThat(drift()).isEmpty();
        assertThat(project.robot()
                        .draft(
                                new DraftRequest(
                                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false),
                                Optional.empty()))
                .isEmpty();
    }

    @Test
    void what_could_not_be_compared_is_told_where_a_database_is_taken_over() {
        project.execute("create table people (id int primary key)");
        project.execute("create rule quiet as on delete to people do instead nothing");
        project.robot().write(inspect());
        List<String> notes = new ArrayList<>();
        try (Database database = project.database()) {
            Draft draft = project.robot()
                    .draft(DraftRequest.named("init"), Optional.empty())
                    .orElseThrow();
            project.robot().initDb(database, draft, true, new Progress() {
                @Override
                public void note(String text) {
                    notes.add(text);
                }
            });
        }
        assertThat(notes).containsExactly("not compared: rule 'people.quiet' is left out");
    }

    private List<String> drift() {
        try (Database database = project.database()) {
            return project.robot().drift(database).changes().stream()
                    .map(Change::describe)
                    .toList();
        }
    }

    private Inspection inspect(String... tables) {
        try (Database database = project.database()) {
            return project.robot().inspect(database, List.of(tables));
        }
    }
}
