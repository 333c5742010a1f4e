package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.diff.Asker;
import org.robotoverlord.changelog.history.Fork;

/** Lines of changelogs become one, or nothing is changed. */
class RebaseTest extends Rebases {
    @Test
    void the_line_that_is_named_comes_after_the_other_and_only_its_parent_is_another() {
        log(BIO, FIRST, ADD_BIO);
        String text = "# Why: see the minutes\ndescription: Teams.\nparent: " + FIRST
                + "   # the table of users\nchanges:\n" + ADD_TEAMS.indent(2);
        project.file("migrations/models/" + TEAMS + ".yaml", text);
        models("id: bigint, mail: text, age: integer, bio: text", "id: bigint");

        assertThat(rebase("teams").moves())
                .extracting(Rebase.Move::told)
                .containsExactly(TEAMS + " -> 3_20260525110000_teams");
        inLine(FIRST, BIO, "3_20260525110000_teams");
        assertThat(read("3_20260525110000_teams")).isEqualTo(text.replace("parent: " + FIRST, "parent: " + BIO));
        assertThat(rebase("teams").isEmpty()).isTrue();
    }

    @Test
    void either_line_may_be_named_by_its_id_too() {
        log(BIO, FIRST, ADD_BIO);
        log(TEAMS, FIRST, ADD_TEAMS);
        rebase(BIO);
        inLine(FIRST, TEAMS, "3_20260525100000_bio");
    }

    @Test
    void several_changelogs_on_each_line_stay_in_their_order_and_a_number_that_rises_stays() {
        log(BIO, FIRST, ADD_BIO);
        log("3_20260525100001_nick", BIO, "- addColumn: {table: users, column: {nick: text}}");
        log(TEAMS, FIRST, ADD_TEAMS);
        log("9_20260525110001_title", TEAMS, "- addColumn: {table: teams, column: {title: text}}");
        rebase("title");
        inLine(FIRST, BIO, "3_20260525100001_nick", "4_20260525110000_teams", "9_20260525110001_title");
        assertThat(read("9_20260525110001_title")).contains("parent: 4_20260525110000_teams\n");
    }

    @Test
    void three_lines_become_one_in_the_order_of_the_names() {
        log(BIO, FIRST, ADD_BIO);
        log(TEAMS, FIRST, ADD_TEAMS);
        log("2_20260525120000_nick", FIRST, "- addColumn: {table: users, column: {nick: text}}");
        rebase("nick,bio");
        inLine(FIRST, TEAMS, "3_20260525120000_nick", "4_20260525100000_bio");
    }

    @Test
    void a_fork_within_a_line_is_mended_first() {
        log(BIO, FIRST, ADD_BIO);
        log("3_20260525100001_nick", BIO, "- addColumn: {table: users, column: {nick: text}}");
        log("3_20260525100002_zip", BIO, "- addColumn: {table: users, column: {zip: text}}");
        log(TEAMS, FIRST, ADD_TEAMS);
        rebase("zip,teams");
        inLine(FIRST, BIO, "3_20260525100001_nick", "4_20260525100002_zip", "5_20260525110000_teams");
    }

    @Test
    void two_firsts_become_one_line() {
        log("1_20260525110000_teams", "", ADD_TEAMS);
        rebase("teams");
        inLine(FIRST, "2_20260525110000_teams");
    }

    @Test
    void one_whose_parent_got_another_number_follows_it() {
        log(BIO, FIRST, ADD_BIO);
        log("3_20260525110000_teams", BIO, ADD_TEAMS);
        log("3_20260525120000_title", TEAMS, "- addColumn: {table: teams, column: {title: text}}");
        rebase("title");
        inLine(FIRST, BIO, "3_20260525110000_teams", "4_20260525120000_title");
    }

    @Test
    void where_there_is_no_first_nothing_can_be_put_after_it() throws IOException {
        log(BIO, "1_20260524193000_gone", ADD_BIO);
        log(TEAMS, "1_20260524193000_lost", ADD_TEAMS);
        Files.delete(folder.resolve("migrations/models/" + FIRST + ".yaml"));
        stopped("teams")
                .hasMessageContaining("there is nothing that '")
                .hasMessageContaining("bring the file of its parent back");
    }

    @Test
    void a_number_that_does_not_rise_and_a_circle_are_mended_without_a_word() {
        log(BIO, FIRST, ADD_BIO);
        log(TEAMS, BIO, ADD_TEAMS);
        rebase("teams");
        inLine(FIRST, BIO, "3_20260525110000_teams");
        log("7_20260525120000_x", "8_20260525120000_y", "- addColumn: {table: users, column: {x: text}}");
        log("8_20260525120000_y", "7_20260525120000_x", "- addColumn: {table: users, column: {y: text}}");
        rebase("x");
        inLine(FIRST, BIO, "3_20260525110000_teams", "7_20260525120000_x", "8_20260525120000_y");
    }

    @Test
    void what_one_drops_and_the_other_alters_stops_where_there_are_no_models() {
        log(BIO, FIRST, "- dropColumn: {table: users, column: age}");
        log(TEAMS, FIRST, "- changeType: {table: users, column: age, to: bigint}");
        stopped("teams")
                .hasMessageContaining("Nothing was changed. In the way is\n  column users.age: ")
                .hasMessageContaining("drop column users.age");
    }

    @Test
    void rows_and_sql_are_never_rewritten() {
        log(BIO, FIRST, "- dropColumn: {table: users, column: age}");
        log(TEAMS, FIRST, "- update: {table: users, set: {age: 1}, where: 'true', down: none}");
        models("id: bigint, mail: text", "");
        stopped("teams").hasMessageContaining("holds rows or SQL of your own");
    }

    @Test
    void a_squash_stays_and_is_not_moved() {
        log(BIO, FIRST, ADD_BIO);
        project.file(
                "migrations/models/2_20260525100001_squash.yaml",
                "replaces: [" + FIRST + ", " + BIO + "]\nchanges:\n" + (USERS + "\n" + ADD_BIO).indent(2));
        log("3_20260525110000_nick", BIO, "- addColumn: {table: users, column: {nick: text}}");
        log("3_20260525120000_zip", "2_20260525100001_squash", "- addColumn: {table: users, column: {zip: text}}");
        rebase("zip");
        assertThat(project.robot().conflicts()).isEmpty();
        assertThat(read("4_20260525120000_zip")).startsWith("parent: 3_20260525110000_nick\n");

        log("9_20260525130000_teams", FIRST, ADD_TEAMS);
        rebase("teams");
        assertThat(read("9_20260525130000_teams")).startsWith("parent: 4_20260525120000_zip\n");
    }

    @Test
    void one_that_came_in_beside_what_a_squash_replaces_is_put_after_it() {
        log(BIO, FIRST, ADD_BIO);
        log("3_20260525100002_nick", BIO, "- addColumn: {table: users, column: {nick: text}}");
        project.file(
                "migrations/models/3_20260525100003_squash.yaml",
                "parent: " + FIRST + "\nreplaces: [" + BIO + ", 3_20260525100002_nick]\nchanges:\n"
                        + (ADD_BIO + "\n- addColumn: {table: users, column: {nick: text}}").indent(2));
        log(TEAMS, FIRST, ADD_TEAMS);
        stopped("bio").hasMessageContaining("it replaces changelogs of the numbers");
        rebase("teams");
        assertThat(ids()).contains("4_20260525110000_teams").hasSize(5);
        assertThat(project.robot().conflicts()).isEmpty();
    }

    @Test
    void a_squash_is_not_moved() {
        project.file(
                "migrations/models/2_20260525100001_squash.yaml",
                "parent: " + FIRST + "\nreplaces: [" + BIO + "]\nchanges:\n" + ADD_BIO.indent(2));
        log("9_20260525130000_teams", FIRST, ADD_TEAMS);
        stopped("squash").hasMessageContaining("a squash can't move");
    }

    @Test
    void sql_of_ones_own_is_told_and_moves() {
        log(BIO, FIRST, ADD_BIO);
        log(TEAMS, FIRST, "- sql: {up: update users set mail = null, down: none}");
        assertThat(rebase("teams").notes()).hasSize(1).first().asString().contains("look yourself");
        inLine(FIRST, BIO, "3_20260525110000_teams");
    }

    @Test
    void models_that_say_something_else_stop_it() {
        log(BIO, FIRST, ADD_BIO);
        log(TEAMS, FIRST, ADD_TEAMS);
        models("id: bigint, mail: text, age: integer, nick: text", "id: bigint");
        stopped("teams")
                .hasMessageContaining("don't make what the models say. Nothing was changed.")
                .hasMessageContaining("\n  add column users.nick")
                .hasMessageContaining("\n  drop column users.bio");
    }

    @Test
    void what_matters_in_order_and_is_what_the_models_say_stays_as_it_is() {
        log(BIO, FIRST, "- createEnum: {name: role, values: [a]}");
        rebase("bio");
        log("3_20260525100000_b", BIO, "- addEnumValue: {enum: role, value: b}");
        log("3_20260525100000_c", BIO, "- addEnumValue: {enum: role, value: c}");
        models("id: bigint, mail: text, age: integer", "");
        project.file("src/main/models/models/role.yaml", "enums: {role: [a, b, c]}\n");
        assertThat(rebase("c").notes())
                .anyMatch(note -> note.contains("enum role: it isn't the same"))
                .noneMatch(note -> note.contains("robot:downgrade"));
        inLine(FIRST, BIO, "3_20260525100000_b", "4_20260525100000_c");
    }

    @Test
    void whose_moves_is_asked_and_where_nobody_is_there_told_how_to_answer() {
        log(BIO, FIRST, ADD_BIO);
        log(TEAMS, FIRST, ADD_TEAMS);
        assertThatThrownBy(() -> project.robot()
                        .rebase(new AskedLines(Optional.empty()), DraftRequest.named("x"), Optional.empty()))
                .hasMessageContaining("-Dname=" + BIO + "   moves " + BIO)
                .hasMessageContaining("-Dname=" + TEAMS + "   moves " + TEAMS);
        Asker first = new Asker() {
            @Override
            public boolean yes(String question, boolean defaultAnswer) {
                throw new AssertionError(question);
            }

            @Override
            public String text(String question) {
                assertThat(question).contains("\n  1: " + BIO + "\n  2: " + TEAMS + "\nOne of 1 to 2?");
                return "1";
            }
        };
        Rebase rebase =
                project.robot().rebase(new AskedLines(Optional.of(first)), DraftRequest.named("x"), Optional.empty());
        assertThat(rebase.moves()).extracting(Rebase.Move::from).containsExactly(BIO);
    }

    @Test
    void a_name_that_fits_nothing_or_two_lines_is_told() {
        log(BIO, FIRST, ADD_BIO);
        log(TEAMS, FIRST, ADD_TEAMS);
        stopped("2").hasMessageContaining("-Dname=2 is in more than one line; say the id of one of");
        stopped("teems")
                .hasMessageStartingWith("-Dname=teems is none of the changelogs that make no line")
                .hasMessageEndingWith("these are: " + BIO + ", " + TEAMS);
        stopped("teams,boi").hasMessageContaining("-Dname=boi is none of the changelogs that make no line");
    }

    @Test
    void a_name_that_fits_nothing_is_told_before_anything_is_asked() {
        log(BIO, FIRST, ADD_BIO);
        log(TEAMS, FIRST, "- addColumn: {table: users, column: {bio: varchar(10)}}");
        models("id: bigint, mail: text, age: integer, bio: varchar(10)", "");
        List<Fork> asked = new ArrayList<>();
        Whose git = fork -> {
            asked.add(fork);
            return Optional.of(fork.lines());
        };
        Robot robot = project.robot();
        assertThatThrownBy(() -> robot.rebase(
                        new NamedLines("nonsense", "-Dname", git), DraftRequest.named("x"), Optional.empty()))
                .hasMessageStartingWith("-Dname=nonsense is none of the changelogs that make no line");
        assertThat(asked).isEmpty();
    }

    @Test
    void what_was_stopped_while_files_were_written_is_finished() throws IOException {
        log(BIO, FIRST, ADD_BIO);
        log(TEAMS, FIRST, ADD_TEAMS);
        Files.createDirectories(folder.resolve("migrations/models/.swap"));
        Rebase rebase = project.robot().rebase(named("teams"), DraftRequest.named("x"), Optional.empty());
        Rebase.Move move = rebase.moves().get(0);
        Path swap = folder.resolve("migrations/models/.swap");
        Files.writeString(swap.resolve("+3_20260525110000_teams.yaml"), move.text());
        Files.write(swap.resolve("-" + TEAMS + ".yaml"), move.bytes());

        assertThat(project.robot().finishRebase()).isTrue();
        inLine(FIRST, BIO, "3_20260525110000_teams");
        assertThat(project.robot().finishRebase()).isFalse();
        assertThat(ids()).hasSize(3);
    }
}
