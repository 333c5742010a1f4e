package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Finding;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Severity;
import org.robotoverlord.changelog.run.Database;

/** What the gate finds, part by part. */
class CheckTest {
    private static final String CREATE_USERS =
            "- createTable: {name: users, columns: {id: bigint, mail: text}, primaryKey: [id]}";
    private static final String USERS = """
            tables:
              users:
                columns:
                  id:   {type: bigint, primaryKey: true}
                  mail: text
            """;
    private static final String AHEAD = "the models are ahead of the changelogs: ";
    private static final String RUN_MIGRATE = ". Run robot:migrate.";

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(folder);
    }

    @Test
    void nothing_is_found_where_the_changelogs_do_what_the_models_say() {
        project.changelog(1, "users", CREATE_USERS);
        models(USERS);
        assertThat(files()).isEmpty();
    }

    @Test
    void models_that_are_ahead_are_found_where_they_say_so() {
        project.changelog(1, "users", CREATE_USERS).changelog(2, "mood", "- createEnum: {name: mood, values: [good]}");
        models("""
                extensions: [citext]
                enums: {mood: [good, bad]}
                sequences: {ticket: {}}
                views: {all_users: {query: select id from users}}
                functions: {f(): {returns: integer, language: sql, body: select 1}}
                tables:
                  users:
                    columns:
                      id:   {type: bigint, primaryKey: true}
                      mail: {type: text, unique: true}
                      bio:  text
                    indexes:
                      users_bio_idx: [bio]
                  posts:
                    columns:
                      author: {type: bigint, references: users}
                """);
        assertThat(files())
                .allMatch(Finding::isError)
                .allMatch(finding ->
                        finding.rule().equals("check/models") && finding.app().equals("models"))
                .extracting(finding -> finding.toString().replace("src/main/models/models/all.yaml:", ""))
                .containsExactlyInAnyOrder(
                        "1:13: " + AHEAD + "create extension citext" + RUN_MIGRATE,
                        "2:15: " + AHEAD + "add value bad to enum mood" + RUN_MIGRATE,
                        "3:21: " + AHEAD + "create sequence ticket" + RUN_MIGRATE,
                        "4:20: " + AHEAD + "create view all_users" + RUN_MIGRATE,
                        "5:18: " + AHEAD + "create function f()" + RUN_MIGRATE,
                        "10:34: " + AHEAD + "add unique users_mail_key to users" + RUN_MIGRATE,
                        "11:13: " + AHEAD + "add column users.bio" + RUN_MIGRATE,
                        "13:22: " + AHEAD + "create index users_bio_idx on users" + RUN_MIGRATE,
                        "15:5: " + AHEAD + "create table posts" + RUN_MIGRATE);
    }

    @Test
    void what_the_models_do_not_say_any_more_is_found_where_it_would_stand() {
        project.changelog(1, "users", CREATE_USERS)
                .changelog(2, "gone", "- createTable: {name: gone, columns: {a: text}}");
        models("tables:\n  users:\n    columns: {id: {type: bigint, primaryKey: true}}\n");
        assertThat(lines(files()))
                .containsExactlyInAnyOrder(
                        "src/main/models/models/all.yaml: " + AHEAD + "drop table gone" + RUN_MIGRATE,
                        "src/main/models/models/all.yaml:3:5: " + AHEAD + "drop column users.mail" + RUN_MIGRATE);
        project.file("src/main/models/models/more.yaml", "tables: {}\n");
        assertThat(lines(files())).contains("src/main/models/models: " + AHEAD + "drop table gone" + RUN_MIGRATE);
    }

    @Test
    void a_rename_is_found_at_the_new_name_though_other_tables_change_with_it() {
        project.changelog(1, "posts", "- createTable: {name: a_posts, columns: {author: bigint}}")
                .changelog(
                        2,
                        "users",
                        CREATE_USERS
                                + "\n- addForeignKey: {table: a_posts, name: f, columns: [author], references: users, to: [id]}");
        models("""
                tables:
                  a_posts:
                    columns: {author: bigint}
                    foreignKeys: {f: {columns: [author], references: users}}
                  users:
                    columns:
                      no:   {type: bigint, primaryKey: true, renamedFrom: id}
                      mail: text
                """);
        assertThat(lines(files()))
                .containsExactly("src/main/models/models/all.yaml:7:13: " + AHEAD + "rename column users.id to no"
                        + RUN_MIGRATE);
    }

    @Test
    void of_very_many_changes_the_last_are_found_in_the_file_as_a_whole() {
        StringBuilder many = new StringBuilder("tables:\n");
        for (int i = 1; i <= 400; i++) {
            many.append("  t").append(i).append(": {columns: {id: bigint}}\n");
        }
        models(many.toString());
        List<String> lines = lines(files());
        assertThat(lines).hasSize(400);
        assertThat(lines.get(299)).startsWith("src/main/models/models/all.yaml:301:9: ");
        assertThat(lines.get(300)).startsWith("src/main/models/models/all.yaml: ");
    }

    @Test
    void a_hint_that_does_nothing_is_a_warning() {
        project.changelog(1, "users", CREATE_USERS);
        models(USERS.replace("mail: text", "mail: {type: text, renamedFrom: post}"));
        assertThat(files()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.toString())
                    .startsWith("src/main/models/models/all.yaml:5:")
                    .contains("renamedFrom: post");
        });
    }

    @Test
    void what_is_broken_in_changelogs_and_in_models_is_found_at_once() {
        project.changelog(1, "init", "- createTabel: {name: users}")
                .file("migrations/models/wrong.yaml", "changes: []\n");
        models("tables: {t: {columns: {a: intt}}}");
        assertThat(files()).extracting(Finding::rule).containsExactly("check/changelogs", "check/models");
        assertThat(files()).anyMatch(finding -> finding.text().contains("no type 'intt'"));
    }

    @Test
    void changelogs_that_cannot_happen_are_found_with_their_place() {
        project.changelog(1, "users", CREATE_USERS).changelog(2, "twice", CREATE_USERS);
        models(USERS);
        assertThat(files())
                .extracting(finding -> finding.place().map(Place::toString).orElse(""))
                .containsExactly("migrations/models/" + Project.id(2, "twice") + ".yaml:3:25");
        project.changelog(3, "sql", "- sql: {up: select 1, dialect: postgres}");
        assertThat(files())
                .extracting(finding -> finding.place().map(Place::toString).orElse(""))
                .contains("migrations/models/" + Project.id(3, "sql") + ".yaml:3:34");
    }

    @Test
    void a_part_that_is_switched_off_finds_nothing() {
        project.changelog(1, "init", "- createTabel: {name: users}");
        models("tables: {t: {columns: {a: intt}}}");
        assertThat(project.robot().check(Set.of(Checked.CHANGELOGS)))
                .extracting(Finding::rule)
                .containsExactly("check/changelogs");
        assertThat(project.robot().check(Set.of())).isEmpty();
    }

    @Test
    void models_that_could_not_be_compared_are_not_passed_in_silence() {
        project.changelog(1, "init", "- createTabel: {name: users}");
        models(USERS);
        assertThat(project.robot().check(Set.of(Checked.MODELS)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING))
                .hasToString("the models of app 'models' weren't compared with its changelogs, as those are broken,"
                        + " and <checkChangelogs> is off. Switch it on to see what is wrong with them.");
    }

    @Test
    void changelogs_without_a_folder_of_models_are_enough() {
        project.changelog(1, "users", CREATE_USERS);
        assertThat(files()).isEmpty();
        project.changelog(2, "broken", "- createTabel: {name: users}");
        assertThat(files()).extracting(Finding::rule).containsExactly("check/changelogs");
    }

    @Test
    void a_database_that_has_everything_is_fine() {
        project.changelog(1, "users", CREATE_USERS).upgrade();
        assertThat(database(Optional.of(Severity.ERROR))).isEmpty();
    }

    @Test
    void what_is_pending_weighs_as_much_as_somebody_says() {
        project.changelog(1, "users", CREATE_USERS)
                .changelog(2, "bio", "- addColumn: {table: users, column: {bio: text}}")
                .upgrade(Target.count(1));
        String pending = "migrations/models/" + Project.id(2, "bio") + ".yaml: changelog '" + Project.id(2, "bio")
                + "' isn't applied to the database of app 'models'. Run robot:upgrade.";
        assertThat(database(Optional.of(Severity.ERROR)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isError()).isTrue())
                .hasToString(pending);
        assertThat(database(Optional.of(Severity.WARNING)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isError()).isFalse())
                .hasToString(pending);
        assertThat(database(Optional.empty())).isEmpty();
    }

    @Test
    void edited_and_unknown_changelogs_are_found_beside_pending_ones() {
        project.changelog(1, "users", CREATE_USERS)
                .changelog(2, "bio", "- addColumn: {table: users, column: {bio: text}}")
                .upgrade();
        project.execute("update robot_migrations set id = '2_20260101000000_elsewhere' where number = 2");
        project.file(
                "migrations/models/" + Project.id(1, "users") + ".yaml",
                "changes:\n" + CREATE_USERS + "\n- createSchema: {name: s}\n");
        assertThat(lines(database(Optional.of(Severity.ERROR))))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("migrations/models/" + Project.id(2, "bio") + ".yaml: ")
                        && line.contains("isn't applied"))
                .anyMatch(line -> line.startsWith("migrations/models/" + Project.id(1, "users") + ".yaml: ")
                        && line.contains("edited after it was applied"))
                .anyMatch(line -> line.contains("'2_20260101000000_elsewhere' was applied to this database"));
    }

    @Test
    void a_changelog_in_which_a_run_ended_is_found_however_pending_ones_weigh() {
        project.changelog(1, "users", CREATE_USERS).upgrade();
        project.execute("update robot_migrations set steps_total = 5, steps_done = 2");
        assertThat(lines(database(Optional.empty())))
                .containsExactly(
                        "migrations/models/" + Project.id(1, "users") + ".yaml: a run ended within changelog '"
                                + Project.id(1, "users")
                                + "', after 2 of its 5 steps. Run robot:upgrade or robot:downgrade: either looks at the database and goes on.");
    }

    private void models(String text) {
        project.file("src/main/models/models/all.yaml", text);
    }

    private List<Finding> files() {
        return project.robot().check(EnumSet.allOf(Checked.class));
    }

    private List<Finding> database(Optional<Severity> pending) {
        try (Database database = project.database()) {
            return project.robot().check(database, pending);
        }
    }

    private static List<String> lines(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }
}
