package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.State;
import org.robotoverlord.changelog.plan.Takeover;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.schema.Schema;

/** A database that has changelogs which moved since follows, where the order doesn't matter; else it is said what to do. */
class FollowTest {
    private static final String FIRST = "1_20260524193000_users";
    private static final String BIO = "2_20260525100000_bio";
    private static final String TEAMS = "2_20260525110000_teams";
    private static final String MOVED = "3_20260525110000_teams";
    private static final String MORE = "3_20260525110001_more";
    private static final String POSTS = "3_20260525100001_posts";
    private static final String ANEW = "4_20260525110001_more";
    private static final String USERS =
            "- createTable: {name: users, columns: {id: bigint, mail: text, age: integer}, primaryKey: [id]}";
    private static final String ADD_BIO = "- addColumn: {table: users, column: {bio: text}}";
    private static final String ADD_TEAMS = "- createTable: {name: teams, columns: {id: bigint}, primaryKey: [id]}";

    @TempDir
    private Path folder;

    private Project project;
    private final List<String> renamed = new ArrayList<>();

    @BeforeEach
    void makeProject() {
        project = new Project(folder);
        log(FIRST, "", USERS);
    }

    private void log(String id, String parent, String changes) {
        String head = parent.isEmpty() ? "" : "parent: " + parent + "\n";
        project.file("migrations/models/" + id + ".yaml", head + "changes:\n" + changes.indent(2));
    }

    /** The developer's own line is applied; then the other comes in, and the own one is put after it. */
    private void appliedBeforeTheOther(String theirs, String own) {
        log(TEAMS, FIRST, own);
        project.upgrade();
        log(BIO, FIRST, theirs);
        rebase("teams");
    }

    private void rebase(String name) {
        Robot robot = project.robot();
        Whose named = new NamedLines(name, "-Dname", new AskedLines(Optional.empty()));
        robot.write(robot.rebase(named, DraftRequest.named("x"), Optional.empty()));
    }

    private Plan upgrade() {
        try (Database database = project.database()) {
            return project.robot().upgrade(database, Target.USUAL, new Progress() {
                @Override
                public void tookOver(Takeover takeover) {
                    renamed.add(takeover.told());
                }
            });
        }
    }

    private static List<String> done(Plan plan) {
        return plan.changelogs().stream()
                .map(changelog -> changelog.file().id().toString())
                .toList();
    }

    private List<String> ids() {
        return project.query("select number, id from robot_migrations order by number").stream()
                .map(row -> row.substring(row.indexOf(' ') + 1))
                .toList();
    }

    private Schema live() {
        try (Database database = project.database()) {
            Schema like = Schema.empty(database.dialect().setting(database.home(), database.server()));
            return database.live(like, table -> !table.local().equals("robot_migrations"));
        }
    }

    private void requireNoDrift() {
        try (Database database = project.database()) {
            assertThat(project.robot().drift(database).changes()).isEmpty();
        }
    }

    @Test
    void the_row_gets_the_new_name_and_what_came_in_before_is_applied() {
        appliedBeforeTheOther(ADD_BIO, ADD_TEAMS);
        requireNoDrift();

        assertThat(done(upgrade())).containsExactly(BIO);
        assertThat(renamed)
                .containsExactly("Renamed " + TEAMS + " to " + MOVED + " in the migration table, as it was rebased");
        assertThat(ids()).containsExactly(FIRST, BIO, MOVED);
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1", "3 1 1");
        requireNoDrift();
        assertThat(upgrade().isEmpty()).isTrue();
        assertThat(renamed).hasSize(1);
    }

    @Test
    void the_end_is_what_a_new_database_comes_to_and_the_way_back_too() {
        log(TEAMS, FIRST, "- renameColumn: {table: users, from: mail, to: email}\n" + ADD_TEAMS);
        log("3_20260525110001_title", TEAMS, "- addColumn: {table: teams, column: {title: text}}");
        project.upgrade();
        Schema own = live();
        log(BIO, FIRST, ADD_BIO + "\n- dropColumn: {table: users, column: age}");
        log("3_20260525100001_posts", BIO, "- createTable: {name: posts, columns: {id: bigint}, primaryKey: [id]}");
        rebase("title");

        assertThat(done(upgrade())).containsExactly(BIO, "3_20260525100001_posts");
        assertThat(renamed).hasSize(2);
        Schema end = live();
        assertThat(own).isNotEqualTo(end);
        Project other = new Project(folder);
        other.upgrade();
        assertThat(other.query("select id from robot_migrations order by number"))
                .isEqualTo(ids());
        for (int left = 4; left >= 0; left--) {
            assertThat(live()).isEqualTo(liveOf(other));
            assertThat(done(project.downgrade(Target.USUAL))).isEqualTo(done(other.downgrade(Target.USUAL)));
            requireNoDrift();
        }
        assertThat(project.tables()).isEmpty();
    }

    private static Schema liveOf(Project other) {
        try (Database database = other.database()) {
            Schema like = Schema.empty(database.dialect().setting(database.home(), database.server()));
            return database.live(like, table -> !table.local().equals("robot_migrations"));
        }
    }

    @Test
    void it_is_applied_and_not_unknown() {
        appliedBeforeTheOther(ADD_BIO, ADD_TEAMS);
        try (Database database = project.database()) {
            assertThat(project.robot().history(Optional.of(database)))
                    .extracting(HistoryEntry::id, HistoryEntry::state)
                    .containsExactly(
                            tuple(FIRST, State.APPLIED), tuple(BIO, State.PENDING), tuple(MOVED, State.APPLIED));
            assertThat(project.robot().heads(Optional.of(database))).containsExactly(BIO);
        }
        assertThat(ids()).containsExactly(FIRST, TEAMS);
    }

    @Test
    void where_nothing_is_pending_the_row_follows_all_the_same() {
        log(BIO, FIRST, ADD_BIO);
        project.upgrade();
        log(TEAMS, FIRST, ADD_TEAMS);
        rebase("bio");
        project.upgrade();
        assertThat(ids()).containsExactly(FIRST, TEAMS, "3_20260525100000_bio");
        assertThat(upgrade().isEmpty()).isTrue();

        project.file("migrations/models/7_20260525100000_bio.yaml", text("parent: " + TEAMS, ADD_BIO));
        delete("3_20260525100000_bio");
        assertThat(upgrade().isEmpty()).isTrue();
        assertThat(renamed).hasSize(1);
        assertThat(ids()).containsExactly(FIRST, TEAMS, "7_20260525100000_bio");
    }

    private static String text(String head, String changes) {
        return head + "\nchanges:\n" + changes.indent(2);
    }

    private void delete(String id) {
        try {
            Files.delete(folder.resolve("migrations/models/" + id + ".yaml"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void where_the_order_matters_it_is_said_what_to_do_and_that_helps() {
        log(TEAMS, FIRST, "- renameColumn: {table: users, from: mail, to: email}");
        project.upgrade();
        log(BIO, FIRST, "- renameColumn: {table: users, from: mail, to: address}");
        // As somebody may do by hand.
        project.file(
                "migrations/models/" + MOVED + ".yaml",
                text("parent: " + BIO, "- renameColumn: {table: users, from: mail, to: email}"));
        delete(TEAMS);
        assertThatThrownBy(this::upgrade)
                .isInstanceOf(Problem.class)
                .hasMessageContaining(
                        "changelog '" + BIO + "' comes before '" + MOVED + "', which this database has already")
                .hasMessageContaining("\n  column users.mail: ")
                .hasMessageContaining(BIO + ".yaml:3:5: rename column users.mail to address")
                .hasMessageContaining(MOVED + ".yaml:3:5: rename column users.mail to email")
                .hasMessageEndingWith("mvn robot:downgrade -Dversion=1, then mvn robot:upgrade.");
        assertThat(ids()).containsExactly(FIRST, TEAMS);

        assertThat(done(project.downgrade(Target.version("1")))).containsExactly(MOVED);
        assertThat(ids()).containsExactly(FIRST);
        assertThat(project.query("select column_name from information_schema.columns where table_name = 'users'"
                        + " and column_name like '%mail'"))
                .containsExactly("mail");
        project.file("migrations/models/" + MOVED + ".yaml", text("parent: " + BIO, ADD_TEAMS));
        assertThat(done(upgrade())).containsExactly(BIO, MOVED);
    }

    @Test
    void what_another_line_is_in_the_way_of_can_be_taken_back_before_the_rebase() {
        log(TEAMS, FIRST, ADD_TEAMS + "\n- renameColumn: {table: users, from: mail, to: email}");
        project.upgrade();
        log(BIO, FIRST, "- renameColumn: {table: users, from: mail, to: address}");
        assertThatThrownBy(this::upgrade).hasMessageContaining("so the changelogs fork there");
        requireNoDrift();

        assertThat(done(project.downgrade(Target.USUAL))).containsExactly(TEAMS);
        assertThat(project.tables()).containsExactly("users");
        assertThat(ids()).containsExactly(FIRST);
        assertThatThrownBy(this::upgrade).hasMessageContaining("so the changelogs fork there");
    }

    @Test
    void models_that_git_could_not_merge_are_told_before_the_fork() {
        log(TEAMS, FIRST, ADD_TEAMS);
        log(BIO, FIRST, ADD_BIO);
        project.file(
                "src/main/models/models/all.yaml",
                "tables:\n<<<<<<< HEAD\n  users:\n=======\n  teams:\n>>>>>>> main\n    columns: {id: bigint}\n");
        String models = "src/main/models/models/all.yaml:2:1: git couldn't merge this, up to line 6";
        String fork = "so the changelogs fork there";

        assertThat(told(this::upgrade)).startsWith(models).contains(fork);
        assertThat(told(() -> project.robot().draft(DraftRequest.named("x"), Optional.empty())))
                .startsWith(models)
                .contains(fork);
        assertThat(project.robot().check(Set.of(Checked.CHANGELOGS, Checked.MODELS)))
                .extracting(finding -> finding.place().orElseThrow().path())
                .containsExactly("src/main/models/models/all.yaml", "migrations/models/" + TEAMS + ".yaml");
        assertThat(told(() -> rebase("teams"))).startsWith(models);
    }

    /** Two are applied that have to become one after one or two others. */
    private void writtenAnew(boolean afterTwo) {
        log(TEAMS, FIRST, "- renameColumn: {table: users, from: mail, to: email}");
        log(MORE, TEAMS, ADD_TEAMS);
        project.upgrade();
        git("init -q -b own .", "add -A", "commit -qm own");
        log(BIO, FIRST, "- renameColumn: {table: users, from: mail, to: address}");
        String tables = "  %s:\n    columns: {id: bigint}\n    primaryKey: [id]\n";
        if (afterTwo) {
            log(POSTS, BIO, "- createTable: {name: posts, columns: {id: bigint}, primaryKey: [id]}");
        }
        project.file(
                "src/main/models/models/all.yaml",
                "tables:\n  users:\n    columns: {id: bigint, email: text, age: integer}\n    primaryKey: [id]\n"
                        + tables.formatted("teams") + (afterTwo ? tables.formatted("posts") : ""));
        rebase("more");
        git("add -A", "commit -qm merged");
    }

    private void git(String... commands) {
        for (String command : commands) {
            shell("git -c user.name=t -c user.email=t@t -c commit.gpgsign=false " + command);
        }
    }

    private void shell(String command) {
        try {
            Process process = new ProcessBuilder("sh", "-c", command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(command + "\n" + output).isZero();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String told(ThrowingCallable refused) {
        return catchThrowable(refused).getMessage();
    }

    @Test
    void what_was_written_anew_is_taken_back_by_the_commands_that_are_told() {
        writtenAnew(true);
        takenBackAsTold(ANEW, BIO, POSTS, ANEW);
    }

    @Test
    void what_was_written_anew_and_kept_its_name_is_taken_back_so_too() {
        writtenAnew(false);
        takenBackAsTold(MORE, BIO, MORE);
    }

    private void takenBackAsTold(String anew, String... then) {
        assertThat(project.changelogs()).hasSize(1 + then.length).contains(anew + ".yaml");
        try (Database database = project.database()) {
            assertThat(project.robot().diagnose(database).repairs()).isEmpty();
        }
        String told = told(this::upgrade);
        assertThat(told)
                .startsWith("changelogs '" + TEAMS + "', '" + MORE + "' were applied to this database by tester at ")
                .contains("by its time and name, '" + anew + "' is what robot:rebase made of it")
                .doesNotContain("robot:repair");

        List<String> commands = told.lines()
                .filter(line -> line.startsWith("  "))
                .map(String::strip)
                .toList();
        assertThat(commands).hasSize(4);
        shell(commands.get(0));
        shell(commands.get(1));
        Matcher downgrade = Pattern.compile("mvn robot:downgrade -Dversion=(\\d+) -Drobot.location=(\\S+)/migrations")
                .matcher(commands.get(2));
        assertThat(downgrade.matches()).as(commands.get(2)).isTrue();
        Project asApplied = Project.on(folder.resolve(downgrade.group(2)), project.url());
        assertThat(done(asApplied.downgrade(Target.version(downgrade.group(1)))))
                .containsExactly(MORE, TEAMS);
        assertThat(commands.get(3)).isEqualTo("mvn robot:upgrade");
        assertThat(done(upgrade())).containsExactly(then);
        requireNoDrift();
    }

    @Test
    void what_was_written_anew_is_told_so_by_whoever_looks_and_not_forgotten() {
        writtenAnew(true);
        String told = told(this::upgrade);
        assertThat(told(this::requireNoDrift)).endsWith("see robot:repair.\n" + told);
        assertThat(told(() -> project.downgrade(Target.USUAL))).isEqualTo(told);
        try (Database database = project.database()) {
            Diagnosis found = project.robot().diagnose(database);
            assertThat(found.repairs()).isEmpty();
            assertThat(found.notes())
                    .singleElement()
                    .asString()
                    .startsWith(told)
                    .contains("move '" + ANEW + "' away");
            assertThat(project.robot().history(Optional.of(database)))
                    .filteredOn(entry -> entry.state() == State.UNKNOWN)
                    .extracting(HistoryEntry::id, HistoryEntry::description)
                    .containsExactly(
                            tuple(TEAMS, Optional.of("Written anew as " + ANEW)),
                            tuple(MORE, Optional.of("Written anew as " + ANEW)));
        }
    }

    @Test
    void what_only_has_the_name_of_a_file_here_is_gone() {
        log(TEAMS, FIRST, ADD_TEAMS);
        project.upgrade();
        delete(TEAMS);
        log("3_20260525110001_teams", FIRST, ADD_BIO);
        assertThat(told(this::upgrade)).contains("and isn't here. Bring its file back");
    }

    @Test
    void what_was_applied_under_its_old_name_can_be_taken_back_at_once() {
        appliedBeforeTheOther(ADD_BIO, ADD_TEAMS);
        assertThat(done(project.downgrade(Target.USUAL))).containsExactly(MOVED);
        assertThat(project.tables()).containsExactly("users");
        assertThat(done(upgrade())).containsExactly(BIO, MOVED);
    }

    @Test
    void the_script_of_a_dry_run_says_and_does_the_same() {
        appliedBeforeTheOther(ADD_BIO, ADD_TEAMS);
        String script;
        try (Database database = project.database()) {
            script = project.robot().script(database, Direction.UP, Target.USUAL);
        }
        assertThat(script)
                .contains("-- Renamed " + TEAMS + " to " + MOVED + " in the migration table, as it was rebased\n")
                .contains("-- " + BIO);
        assertThat(ids()).containsExactly(FIRST, TEAMS);
        project.execute(script);
        assertThat(ids()).containsExactly(FIRST, BIO, MOVED);
        assertThat(upgrade().isEmpty()).isTrue();
        requireNoDrift();
    }

    @Test
    void one_that_failed_on_the_way_goes_on_at_the_next_run() {
        appliedBeforeTheOther(ADD_BIO, ADD_TEAMS);
        project.execute("alter table users add column bio text");
        assertThatThrownBy(this::upgrade).isInstanceOf(Problem.class);
        assertThat(ids()).containsExactly(FIRST, MOVED);
        project.execute("alter table users drop column bio");
        assertThat(done(upgrade())).containsExactly(BIO);
        assertThat(ids()).containsExactly(FIRST, BIO, MOVED);
    }

    @Test
    void what_a_run_ended_within_is_finished_before_what_came_in_before_it() {
        appliedBeforeTheOther(ADD_BIO, ADD_TEAMS + """

                - sql: {up: create index concurrently teams_idx on teams (id), down: drop index concurrently teams_idx, transactional: false}
                """);
        project.execute("drop index teams_idx");
        project.execute("update robot_migrations set steps_done = 1 where number = 2");
        assertThat(done(upgrade())).containsExactly(MOVED, BIO);
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1", "3 2 2");
        assertThat(project.query("select indisvalid::text from pg_index where indexrelid = 'teams_idx'::regclass"))
                .containsExactly("true");
    }

    @Test
    void a_database_that_rebuilds_tables_rebuilds_what_it_has() {
        project = Project.on(folder, "jdbc:sqlite:" + folder.resolve("own.db"));
        appliedBeforeTheOther(ADD_BIO, "- changeType: {table: users, column: age, to: bigint}");
        assertThat(done(project.downgrade(Target.USUAL))).containsExactly(MOVED);
        log(TEAMS, FIRST, "- changeType: {table: users, column: age, to: bigint}");
        delete(MOVED);
        delete(BIO);
        project.upgrade();
        log(BIO, FIRST, "- changeType: {table: users, column: mail, to: varchar(100)}");
        rebase("teams");
        assertThat(done(upgrade())).containsExactly(BIO);
        requireNoDrift();
        assertThat(done(project.downgrade(Target.version("0")))).containsExactly(MOVED, BIO, FIRST);
    }

    @Test
    void what_is_only_to_be_recorded_follows_too() {
        appliedBeforeTheOther(ADD_BIO, ADD_TEAMS);
        project.execute("alter table users add column bio text");
        try (Database database = project.database()) {
            project.robot().recordOnly(database, Target.USUAL, Progress.NONE);
        }
        assertThat(ids()).containsExactly(FIRST, BIO, MOVED);
        requireNoDrift();
    }

    @Test
    void a_file_that_went_down_the_line_is_left_to_be_repaired() {
        log("5_20260525110000_teams", FIRST, ADD_TEAMS);
        project.upgrade();
        delete("5_20260525110000_teams");
        log(TEAMS, FIRST, ADD_TEAMS);
        assertThatThrownBy(this::upgrade).hasMessageContaining("robot:repair mends that");
    }
}
