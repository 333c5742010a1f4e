package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.history.Squash;
import org.robotoverlord.changelog.problem.Finding;
import org.robotoverlord.changelog.problem.Problem;

/** What is made of many changelogs, and what is refused. */
class SquashTest {
    private static final String USERS =
            "- createTable: {name: users, columns: {id: {type: bigint}, mail: text}, primaryKey: [id]}\n";

    @TempDir
    private Path folder;

    private Project project;
    private int number;

    @BeforeEach
    void makeProject() {
        project = Project.on(folder, "jdbc:postgresql://nowhere/none");
    }

    private SquashTest changelog(String changes) {
        number++;
        project.changelog(number, "c" + number, changes);
        return this;
    }

    private static SquashRequest all() {
        return keeping(0);
    }

    private static SquashRequest keeping(int count) {
        return new SquashRequest(Optional.empty(), Optional.empty(), Optional.of(count), Optional.empty());
    }

    private static SquashRequest from(String from, String to) {
        return new SquashRequest(Optional.of(from), Optional.of(to), Optional.empty(), Optional.empty());
    }

    private List<String> squashed(SquashRequest request) {
        return project.robot().squash(request).changes().stream()
                .map(Change::describe)
                .toList();
    }

    private List<String> found() {
        return project.robot().check(EnumSet.allOf(Checked.class)).stream()
                .map(Finding::toString)
                .toList();
    }

    private List<String> squashed() {
        return squashed(all());
    }

    @Test
    void a_table_is_created_as_it_ended() {
        changelog(USERS)
                .changelog("- addColumn: {table: users, column: {bio: text}}")
                .changelog("- addColumn: {table: users, column: {tmp: text}}")
                .changelog("- setDefault: {table: users, column: bio, default: a}")
                .changelog("- renameColumn: {table: users, from: mail, to: email}")
                .changelog("- setDefault: {table: users, column: bio, default: b}")
                .changelog("- dropColumn: {table: users, column: tmp}")
                .changelog("- renameTable: {from: users, to: people}")
                .changelog("- renameTable: {from: people, to: members}");

        Squash squash = project.robot().squash(all());

        assertThat(squash.text()).isEqualTo("""
                description: Takes the place of 9 changelogs, %s to %s.
                changes:
                  - createTable:
                      name: members
                      columns:
                        id: bigint
                        email: text
                        bio: {type: text, default: b}
                      primaryKey:
                        name: users_pkey
                        columns: [id]
                replaces:
                """.formatted(Project.id(1, "c1"), Project.id(9, "c9")) + replaces(1, 9));
        assertThat(squash.id().toString()).isEqualTo("9_20260525081500_squashed_1_to_9");
        assertThat(squash.changesBefore()).isEqualTo(9);
    }

    /** As the page about long histories shows it. */
    @Test
    void the_example_of_the_page() {
        changelog("""
                - createTable: {name: users, columns: {id: bigint, mail: text}, primaryKey: [id]}
                - createTable: {name: notes, columns: {id: bigint, text: text}}
                """).changelog("""
                - renameColumn: {table: users, from: mail, to: email}
                - addColumn: {table: users, column: {role: {type: text, default: guest}}}
                - setDefault: {table: users, column: role, default: citizen}
                - dropTable: {name: notes}
                """).changelog("""
                - update: {table: users, set: {role: citizen}, where: role is null, down: none, once: true}
                - insert: {table: users, rows: [{id: 1, email: robot@example.org, role: overlord}]}
                """).changelog("""
                - addColumn: {table: users, column: {bio: text}}
                - createIndex: {table: users, name: users_role_idx, columns: [role]}
                """);
        assertThat(project.robot().squash(all()).text()).isEqualTo("""
                description: Takes the place of 4 changelogs, 1_20260524193000_c1 to 4_20260524193000_c4. Leaves out 1 data change that did its work.
                changes:
                  - createTable:
                      name: users
                      columns:
                        id: bigint
                        email: text
                        role: {type: text, default: citizen}
                      primaryKey: [id]
                  - insert: {table: users, rows: [{id: 1, email: robot@example.org, role: overlord}]}
                  - addColumn: {table: users, column: {bio: text}}
                  - createIndex: {table: users, name: users_role_idx, columns: [role]}
                replaces:
                  - 1_20260524193000_c1
                  - 2_20260524193000_c2
                  - 3_20260524193000_c3
                  - 4_20260524193000_c4
                """);
    }

    private static String replaces(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append("  - ").append(Project.id(i, "c" + i)).append('\n');
        }
        return text.toString();
    }

    @Test
    void what_came_and_went_is_nothing() {
        changelog(USERS).changelog("- dropTable: {name: users}");
        Squash squash = project.robot().squash(all());
        assertThat(squash.changes()).isEmpty();
        assertThat(squash.text()).contains("changes: []\n");
    }

    @Test
    void foreign_keys_to_later_tables_and_enums_find_their_order() {
        changelog("- createEnum: {name: role, values: [citizen]}\n" + USERS)
                .changelog("- addColumn: {table: users, column: {role: role}}")
                .changelog("- addEnumValue: {enum: role, value: overlord}")
                .changelog("- createTable: {name: teams, columns: {id: bigint, boss: bigint}, primaryKey: [id]}")
                .changelog(
                        "- addForeignKey: {table: teams, name: teams_boss_fkey, columns: [boss], references: users, to: [id]}")
                .changelog("- addColumn: {table: users, column: {team: bigint}}")
                .changelog(
                        "- addForeignKey: {table: users, name: users_team_fkey, columns: [team], references: teams, to: [id]}");

        assertThat(squashed())
                .containsExactly(
                        "create enum role",
                        "create table users",
                        "create table teams",
                        "add foreign key users_team_fkey to users");
    }

    @Test
    void nothing_is_moved_across_what_reads_or_writes_rows() {
        changelog(USERS)
                .changelog("- addColumn: {table: users, column: {bio: text}}")
                .changelog("- insert: {table: users, rows: [{id: 1, mail: a, bio: b}]}")
                .changelog("- renameColumn: {table: users, from: mail, to: email}")
                .changelog("- addColumn: {table: users, column: {age: {type: integer, nullable: false}}, fill: 7}")
                .changelog("- createTable: {name: teams, columns: {id: bigint}}")
                .changelog("- addColumn: {table: teams, column: {name: text}}")
                .changelog("- sql: {up: \"delete from users\", down: none}")
                .changelog("- addColumn: {table: users, column: {x: text}}")
                .changelog("- dropColumn: {table: users, column: x}")
                .changelog("- dropColumn: {table: users, column: bio}");

        assertThat(squashed())
                .containsExactly(
                        "create table users",
                        "insert 1 row into users",
                        "rename column users.mail to email",
                        "add column users.age",
                        "create table teams",
                        "sql delete from users",
                        "drop column users.bio");
    }

    @Test
    void what_did_its_work_is_left_out_for_new_databases() {
        changelog(USERS)
                .changelog("- insert: {table: users, rows: [{id: 1, mail: a}], once: true}")
                .changelog("- update: {table: users, set: {mail: x}, where: 'true', down: none, once: true}")
                .changelog("- renameColumn: {table: users, from: mail, to: email}")
                .changelog("- delete: {table: users, where: 'true', down: none, once: true}");
        Squash squash = project.robot().squash(all());

        assertThat(squash.changes().stream().map(Change::describe)).containsExactly("create table users");
        assertThat(squash.leftOut()).isEqualTo(3);
        assertThat(squash.text()).contains("Leaves out 3 data changes that did their work.");
    }

    @Test
    void a_database_that_has_the_tables_needs_what_does_its_work_once() {
        changelog(USERS)
                .changelog("- addColumn: {table: users, column: {bio: text}}")
                .changelog("- update: {table: users, set: {bio: x}, where: 'true', down: none, once: true}")
                .changelog("- renameColumn: {table: users, from: mail, to: email}");
        assertThat(squashed(from("2", "4")))
                .containsExactly(
                        "add column users.bio", "update users where true", "rename column users.mail to email");
    }

    @Test
    void a_column_with_a_default_that_changed_keeps_what_its_rows_got() {
        changelog(USERS)
                .changelog("- addColumn: {table: users, column: {bio: {type: text, default: a}}}")
                .changelog("- setDefault: {table: users, column: bio, default: b}");
        assertThat(squashed(from("2", "3"))).containsExactly("add column users.bio", "set default of users.bio");
        assertThat(squashed()).containsExactly("create table users");
    }

    @Test
    void a_table_that_went_and_came_again_under_its_name_is_another() {
        changelog(USERS).changelog("- dropTable: {name: users}").changelog(USERS);
        assertThat(squashed(from("2", "3"))).containsExactly("drop table users", "create table users");
        assertThat(squashed()).containsExactly("create table users");
    }

    @Test
    void the_newest_may_be_kept() {
        changelog(USERS)
                .changelog("- addColumn: {table: users, column: {a: text}}")
                .changelog("- addColumn: {table: users, column: {b: text}}");
        Squash squash = project.robot().squash(keeping(1));
        assertThat(squash.id().number()).isEqualTo(2);
        assertThat(squash.replaced()).hasSize(2);
    }

    @Test
    void a_squash_may_be_squashed_with_what_came_after_it() {
        changelog(USERS).changelog("- addColumn: {table: users, column: {a: text}}");
        String first = project.robot().write(project.robot().squash(all()));
        changelog("- addColumn: {table: users, column: {b: text}}");
        Squash squash = project.robot().squash(all());

        assertThat(first).isEqualTo("migrations/models/2_20260525081500_squashed_1_to_2.yaml");
        assertThat(squash.text())
                .endsWith("replaces:\n  - 2_20260525081500_squashed_1_to_2\n  - " + Project.id(3, "c3") + "\n");
        assertThat(squash.id().toString()).isEqualTo("3_20260525081500_squashed_1_to_3");
        project.robot().write(squash);
        assertThat(found()).isEmpty();
        assertThat(project.robot().history(Optional.empty()))
                .extracting(HistoryEntry::id)
                .containsExactly("3_20260525081500_squashed_1_to_3");
        assertThat(pruned())
                .containsExactly(
                        "migrations/models/" + Project.id(1, "c1") + ".yaml",
                        "migrations/models/" + Project.id(2, "c2") + ".yaml",
                        "migrations/models/2_20260525081500_squashed_1_to_2.yaml",
                        "migrations/models/" + Project.id(3, "c3") + ".yaml");
        assertThat(project.changelogs()).containsExactly("3_20260525081500_squashed_1_to_3.yaml");
        assertThat(pruned()).isEmpty();
        assertThat(found()).isEmpty();
    }

    private List<String> pruned() {
        Robot robot = project.robot();
        List<ChangelogFile> prunable = robot.prunable(Optional.empty());
        robot.prune(prunable);
        return prunable.stream().map(ChangelogFile::path).toList();
    }

    @Test
    void a_hand_on_the_squash_is_noticed_as_long_as_what_it_replaces_is_here() {
        changelog(USERS).changelog("- addColumn: {table: users, column: {a: text}}");
        Squash squash = project.robot().squash(all());
        project.file(
                "migrations/models/" + squash.id().fileName(), squash.text().replace("a: text", "a: integer"));
        String told =
                "migrations/models/2_20260525081500_squashed_1_to_2.yaml: it makes another schema than the changelogs"
                        + " that it replaces; to be theirs it would need:\n"
                        + "  change type of users.a to text\nRestore the file, or delete it and run robot:squash again.";
        assertThat(found()).containsExactly(told);
        assertThatThrownBy(this::pruned).hasMessage(told);
        assertThat(project.changelogs()).hasSize(3);
    }

    @Test
    void old_names_in_the_models_that_would_count_anew_are_refused() {
        changelog(USERS)
                .changelog("- renameColumn: {table: users, from: mail, to: email}")
                .changelog("- addColumn: {table: users, column: {mail: text}}");
        String models = """
                tables:
                  users:
                    columns:
                      id: bigint
                      email: {type: text, renamedFrom: mail}
                      mail: text
                    primaryKey: [id]
                """;
        project.file("src/main/models/models/users.yaml", models);
        assertThatThrownBy(this::squashed)
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(
                        "the models say 'renamedFrom' of renames that are done, and of which the squash would"
                                + " know nothing, so robot:migrate would take them for new ones. Take them out of the models first:")
                .hasMessageContaining("users.yaml:5:")
                .hasMessageEndingWith("renamedFrom: mail");
        project.file("src/main/models/models/users.yaml", models.replace(", renamedFrom: mail", ""));
        assertThat(squashed()).containsExactly("create table users");
    }

    @Test
    void what_can_not_be_squashed_is_told() {
        changelog(USERS).changelog("[]").changelog("- addColumn: {table: users, column: {b: text}}");
        assertThatThrownBy(this::squashed)
                .hasMessage("migrations/models/" + Project.id(2, "c2")
                        + ".yaml: it has no change yet, so nothing can stand in for it; write its changes, or delete the"
                        + " file");
        assertThatThrownBy(() -> squashed(keeping(2)))
                .hasMessage("there is one changelog to put another in place of, and a squash needs two at least; give"
                        + " others, as in -Dfrom=1 -Dto=20, or keep fewer, as in -Dkeep=5");
        assertThatThrownBy(() -> squashed(from("3", "1"))).hasMessageStartingWith("there is no changelog to put");
        assertThatThrownBy(() -> squashed(from("7", "9"))).hasMessageStartingWith("there is no changelog '7'");
        assertThatThrownBy(
                        () -> new SquashRequest(Optional.of("1"), Optional.empty(), Optional.of(1), Optional.empty()))
                .hasMessageStartingWith("-Dkeep says how many of the newest stay, and -Dfrom and -Dto say which go");
        assertThatThrownBy(
                        () -> new SquashRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .hasMessageStartingWith("it isn't said which changelogs one is to stand in for");
    }
}
