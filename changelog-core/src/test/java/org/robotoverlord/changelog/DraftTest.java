package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.diff.Asker;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;

/** From models to a changelog, and on to a database. */
class DraftTest {
    private static final String USERS = """
            enums: {user_role: [citizen, overlord]}
            tables:
              users:
                comment: People and robots that post.
                columns:
                  id:    {type: bigint, identity: true}
                  mail:  {type: varchar(320), nullable: false, unique: true}
                  role:  {type: user_role, nullable: false, default: citizen, index: true}
                  score: {type: "decimal(10,2)", nullable: false, default: 0, check: score >= 0}
                primaryKey: [id]
            """;

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(folder);
    }

    @Test
    void the_first_changelog_makes_everything_and_reads_like_the_format() {
        Draft draft = draft(USERS, "init");
        assertThat(draft.id()).hasToString("1_20260525081500_init");
        assertThat(draft.text()).isEqualTo("""
                description: Init.
                changes:
                  - createEnum: {name: user_role, values: [citizen, overlord]}
                  - createTable:
                      name: users
                      comment: People and robots that post.
                      columns:
                        id: {type: bigint, identity: true}
                        mail: {type: varchar(320), nullable: false}
                        role: {type: user_role, nullable: false, default: citizen}
                        score: {type: 'decimal(10,2)', nullable: false, default: 0}
                      primaryKey: [id]
                      checks:
                        users_score_check: score >= 0
                      unique:
                        users_mail_key: [mail]
                      indexes:
                        users_role_idx: [role]
                """);
    }

    @Test
    void a_second_draft_straight_after_the_first_finds_nothing() {
        write(draft(USERS, "init"));
        assertThat(project.robot().draft(DraftRequest.named("again"), Optional.empty()))
                .isEmpty();
    }

    @Test
    void a_rename_is_asked_about_also_where_the_type_changed() {
        write(draft(USERS, "init"));
        models(USERS.replace("mail:  {type: varchar(320)", "email: {type: text"));
        Answering person = new Answering("true");
        Draft draft = project.robot()
                .draft(DraftRequest.named("Rename é-mail!"), Optional.of(person))
                .orElseThrow();
        assertThat(person.questions).containsExactly("Rename users.mail to users.email [True]");
        assertThat(draft.id().name()).isEqualTo("rename_e_mail");
        assertThat(draft.changes())
                .extracting(Draft.DraftedChange::description)
                .containsExactly(
                        "rename column users.mail to email",
                        "rename constraint users_mail_key of users to users_email_key",
                        "change type of users.email to text");
    }

    @Test
    void an_open_question_without_anybody_to_ask_shows_how_to_answer_it() {
        write(draft(USERS, "init"));
        models(USERS.replace("mail: ", "email:"));
        assertThatThrownBy(() -> project.robot().draft(DraftRequest.named("x"), Optional.empty()))
                .hasMessageContaining("Rename users.mail to users.email")
                .hasMessageContaining("-Drename=users.mail:email")
                .hasMessageContaining("-Drename=none");
        assertThat(project.changelogs()).hasSize(1);
    }

    @Test
    void lost_data_needs_consent() {
        write(draft(USERS, "init"));
        models(USERS.replaceFirst(" *score: .*\n", ""));
        assertThatThrownBy(() -> project.robot().draft(DraftRequest.named("x"), Optional.empty()))
                .hasMessageContaining("drop column users.score loses the values of column 'users.score'")
                .hasMessageContaining("-DallowDataLoss");
        assertThatThrownBy(() -> project.robot().draft(DraftRequest.named("x"), Optional.of(new Answering(""))))
                .hasMessageContaining("nothing was written");
        Draft draft = project.robot()
                .draft(DraftRequest.named("x"), Optional.of(new Answering("y")))
                .orElseThrow();
        assertThat(draft.text()).startsWith("description: X. Loses the values of column 'users.score'.\n");
    }

    @Test
    void a_changelog_is_named_after_its_changes_where_nobody_names_it() {
        write(draft(USERS, "init"));
        models(USERS.replace("    primaryKey", "      bio: text\n    primaryKey"));
        DraftRequest unnamed =
                new DraftRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        assertThat(project.robot()
                        .draft(unnamed, Optional.empty())
                        .orElseThrow()
                        .id()
                        .name())
                .isEqualTo("add_users_bio");
    }

    @Test
    void changelogs_without_a_folder_of_models_are_not_taken_for_a_wish_to_drop_everything() {
        project.changelog(1, "init", "- createTable: {name: users, columns: {id: bigint}}");
        assertThatThrownBy(() -> project.robot().draft(DraftRequest.named("x"), Optional.empty()))
                .hasMessageContaining("there is no folder of models");
    }

    @Test
    void what_postgresql_cannot_do_is_refused_when_the_changelog_is_made() {
        models("tables: {t: {columns: {id: {type: native(int), identity: true}, a: intt}}}");
        assertThatThrownBy(() -> project.robot().draft(DraftRequest.named("x"), Optional.empty()))
                .hasMessageContaining("no type 'intt' (did you mean 'int'?)");
    }

    @Test
    void rows_of_a_view_are_no_type_of_functions() {
        models("""
                views: {va: {query: select 1 as one}}
                functions: {f(): {returns: setof va, language: sql, body: select * from va}}
                """);
        assertThatThrownBy(() -> project.robot().draft(DraftRequest.named("x"), Optional.empty()))
                .hasMessageContaining(":2:28: 'va' is a view, and those come after functions; say its columns");
    }

    @Test
    void what_is_broken_in_changelogs_and_in_models_is_told_at_once() {
        project.changelog(1, "init", "- createTabel: {name: users}");
        models("tables: {t: {columns: {a: intt}}}");
        assertThatThrownBy(() -> project.robot().draft(DraftRequest.named("x"), Optional.empty()))
                .hasMessageContaining("there is no change 'createTabel'")
                .hasMessageContaining("no type 'intt'");
    }

    @Test
    void sql_of_another_dialect_makes_nothing_here() {
        project.changelog(1, "init", """
                - createTable: {name: users, columns: {id: bigint}}
                - sql: {up: select nonsense, dialect: sqlite, schema: [{addColumn: {table: users, column: {a: text}}}]}
                - sql:
                    up: alter table users add b text
                    dialect: [mariadb, postgresql]
                    schema: [{addColumn: {table: users, column: {b: text}}}]
                """);
        models("tables: {users: {columns: {id: bigint, b: text}}}");
        assertThat(project.robot().draft(DraftRequest.named("x"), Optional.empty()))
                .isEmpty();
    }

    @Test
    void what_the_database_has_not_is_told_with_the_change_that_asks_for_it(@TempDir Path other) {
        Project lite = Project.on(other, "jdbc:sqlite:" + other.resolve("app.db"))
                .file("src/main/models/models/posts.yaml", "tables: {posts: {columns: {id: bigint, tags: 'text[]'}}}");
        assertThatThrownBy(() -> lite.robot().draft(DraftRequest.named("init"), Optional.empty()))
                .hasMessage("can't create table posts: SQLite has no arrays; keep the values in a table of their own,"
                        + " or as a list in a json column");
        assertThat(lite.changelogs()).isEmpty();
    }

    @Test
    void sql_of_a_dialect_that_there_is_not_is_told() {
        project.changelog(1, "init", "- sql: {up: select 1, dialect: [sqlite, postgres]}");
        models("tables: {}");
        assertThatThrownBy(() -> project.robot().draft(DraftRequest.named("x"), Optional.empty()))
                .hasMessageContaining("_init.yaml:2:43: there is no dialect 'postgres' (did you mean 'postgresql'?)");
    }

    @Test
    void a_view_of_all_columns_has_them_in_whatever_order_they_came() {
        String models = """
                tables: {a: {columns: {x: integer, y: integer, z: integer}}}
                views:
                  everything: {query: select * from a}
                  above: {query: "select e.*, 1 as one from everything as e"}
                """;
        List<Verified> verified = new ArrayList<>();
        write(draft(models, "init"));
        models(models.replace(" y: integer,", ""));
        DraftRequest dropping =
                new DraftRequest(Optional.of("drop"), Optional.empty(), Optional.empty(), Optional.empty(), true);
        write(project.robot().draft(dropping, Optional.empty()).orElseThrow());
        write(draft(models.replace(" y: integer,", " w: integer,"), "add"));
        write(draft(models.replace(" y: integer,", " w: integer,").replace("x: integer", "x: text"), "retype"));
        project.robot().verify(project.bench(), Optional.empty(), verified::add);
        assertThat(verified).hasSize(4);
    }

    @Test
    void what_names_a_value_that_goes_is_taken_away_before() {
        String models = """
                enums: {k: [a, b, c]}
                domains: {d: {type: k, checks: {d_c: "value <> 'c'"}}, e: {type: d, checks: {e_c: "value::k <> 'c'"}}}
                functions: {f(): {returns: trigger, language: plpgsql, body: begin return new; end}}
                tables:
                  t:
                    columns: {x: d, y: k, z: e, note: text}
                    triggers:
                      one: {when: before, on: [insert], forEach: row, condition: "new.y <> 'c'", call: f()}
                      two: {when: before, on: [insert], forEach: row, condition: "new.note <> 'c'", call: f()}
                """;
        List<Verified> verified = new ArrayList<>();
        write(draft(models, "init"));
        models(models.replace("[a, b, c]", "[b, a]")
                .replace(", checks: {d_c: \"value <> 'c'\"}", "")
                .replace("value::k <> 'c'", "value::k <> 'b'")
                .replace("new.y <> 'c'", "new.y <> 'b'"));
        DraftRequest dropping =
                new DraftRequest(Optional.of("gone"), Optional.empty(), Optional.empty(), Optional.of("k.c:a"), true);
        write(project.robot().draft(dropping, Optional.empty()).orElseThrow());
        project.robot().verify(project.bench(), Optional.empty(), verified::add);
        assertThat(verified).hasSize(2);
        assertThat(project.robot().draft(DraftRequest.named("none"), Optional.empty()))
                .isEmpty();
    }

    @Test
    void a_table_may_move_to_where_its_sequence_would_have_its_name() {
        List<Verified> verified = new ArrayList<>();
        write(draft("""
                schemas: [audit]
                sequences: {audit.members: {ownedBy: audit.people.id}}
                tables: {audit.people: {columns: {id: bigint}}}
                """, "init"));
        models("""
                schemas: [audit]
                tables: {members: {columns: {id: bigint}, renamedFrom: audit.people}}
                """);
        DraftRequest dropping =
                new DraftRequest(Optional.of("move"), Optional.empty(), Optional.empty(), Optional.empty(), true);
        write(project.robot().draft(dropping, Optional.empty()).orElseThrow());
        project.robot().verify(project.bench(), Optional.empty(), verified::add);
        assertThat(verified).hasSize(2);
    }

    @Test
    void an_empty_draft_waits_for_its_changes() {
        Draft draft = project.robot().emptyDraft(DraftRequest.named("by hand"));
        write(draft);
        assertThat(draft.text())
                .contains("changes:\n  # Write the changes here")
                .contains("renameEnumValue");
        assertThat(project.robot().heads(Optional.empty())).containsExactly("1_20260525081500_by_hand");
    }

    @Test
    void init_db_writes_the_first_changelog_and_applies_it() {
        Draft draft = draft(USERS, "init");
        try (Database database = project.database()) {
            project.robot().initDb(database, draft, false, Progress.NONE);
        }
        assertThat(project.tables()).containsExactly("users");
        assertThat(project.changelogs()).containsExactly("1_20260525081500_init.yaml");
    }

    @Test
    void init_db_leaves_no_file_where_the_database_refuses() {
        project.execute("create table users (x int)");
        Draft draft = draft(USERS, "init");
        try (Database database = project.database()) {
            assertThatThrownBy(() -> project.robot().initDb(database, draft, false, Progress.NONE))
                    .hasMessageContaining("relation \"users\" already exists")
                    .hasMessageContaining("Mend the models and run robot:init-db again")
                    .hasMessageNotContaining("robot:upgrade");
        }
        assertThat(project.changelogs()).isEmpty();
    }

    @Test
    void init_db_keeps_the_file_of_what_the_database_has() {
        Draft draft = draft(USERS, "init");
        Progress broken = new Progress() {
            @Override
            public void done(PlannedChangelog changelog) {
                throw new IllegalStateException("the pipe is closed");
            }
        };
        try (Database database = project.database()) {
            assertThatThrownBy(() -> project.robot().initDb(database, draft, false, broken))
                    .hasMessage("the pipe is closed");
        }
        assertThat(project.rows()).containsExactly("1 1 1");
        assertThat(project.changelogs()).containsExactly("1_20260525081500_init.yaml");
    }

    @Test
    void init_db_keeps_the_file_where_nobody_can_tell_whether_the_database_has_it() {
        Draft draft = draft(USERS, "init");
        Progress killing = new Progress() {
            @Override
            public void begin(PlannedChangelog changelog) {
                project.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = 'robot' and datname = current_database()");
            }
        };
        try (Database database = project.database()) {
            assertThatThrownBy(() -> project.robot().initDb(database, draft, false, killing))
                    .isInstanceOf(Problem.class);
        }
        assertThat(project.changelogs()).containsExactly("1_20260525081500_init.yaml");
    }

    @Test
    void a_database_that_has_the_tables_is_adopted_once_it_is_found_equal() {
        project.execute("create type user_role as enum ('citizen', 'overlord')");
        project.execute(
                "create table users (id bigint generated by default as identity primary key, mail varchar(320) not null,"
                        + " role user_role not null default 'citizen', score numeric(10,2) not null default 0.00, constraint users_mail_key unique (mail),"
                        + " constraint users_score_check check (score >= 0.0))");
        project.execute("comment on table users is 'People and robots that post.'");
        Draft draft = draft(USERS.replace("score >= 0", "score >= 0.0"), "init");
        try (Database database = project.database()) {
            assertThatThrownBy(() -> project.robot().initDb(database, draft, true, Progress.NONE))
                    .hasMessageContaining(
                            "the database isn't what the changelogs make; to be so it would need:\n  create index users_role_idx on users\n");
            assertThat(project.changelogs()).isEmpty();
            project.execute("create index users_role_idx on users (role)");
            project.robot().initDb(database, draft, true, Progress.NONE);
        }
        assertThat(project.rows()).containsExactly("1 1 1");
        assertThat(project.upgrade().isEmpty()).isTrue();
    }

    @Test
    void a_database_can_be_emptied() {
        write(draft(USERS, "init"));
        project.upgrade(Target.USUAL);
        project.execute("create schema other");
        try (Database database = project.database()) {
            project.robot().clean(database);
        }
        assertThat(project.query("select nspname from pg_namespace where nspname !~ '^pg_' order by 1"))
                .containsExactly("information_schema", "public");
        assertThat(project.upgrade().changelogs()).hasSize(1);
    }

    private void models(String text) {
        project.file("src/main/models/models/users.yaml", text);
    }

    private Draft draft(String models, String name) {
        models(models);
        return project.robot().draft(DraftRequest.named(name), Optional.empty()).orElseThrow();
    }

    private void write(Draft draft) {
        project.robot().write(draft);
    }

    /** A person with answers ready; Enter where there is an empty one. */
    private static final class Answering implements Asker {
        private final Deque<String> answers;
        private final List<String> questions = new java.util.ArrayList<>();

        Answering(String... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public boolean yes(String question, boolean defaultAnswer) {
            String answer = text(question);
            return answer.isEmpty() ? defaultAnswer : answer.equals("y") || answer.equals("true");
        }

        @Override
        public String text(String question) {
            questions.add(question);
            return answers.pop();
        }
    }
}
