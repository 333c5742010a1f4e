package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.diff.Asker;
import org.robotoverlord.changelog.history.Fork;
import org.robotoverlord.changelog.problem.Problem;

/** Lines of changelogs become one, or nothing is changed. */
class RebaseTest {
    private static final String USERS =
            "- createTable: {name: users, columns: {id: bigint, mail: text, age: integer}, primaryKey: [id]}";
    private static final String FIRST = "1_20260524193000_users";
    private static final String BIO = "2_20260525100000_bio";
    private static final String TEAMS = "2_20260525110000_teams";
    private static final String ADD_BIO = "- addColumn: {table: users, column: {bio: text}}";
    private static final String ADD_TEAMS = "- createTable: {name: teams, columns: {id: bigint}, primaryKey: [id]}";

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void makeProject() {
        project = Project.on(folder, "jdbc:postgresql://127.0.0.1:1/none");
        log(FIRST, "", USERS);
    }

    private void log(String id, String parent, String changes) {
        String head = parent.isEmpty() ? "" : "parent: " + parent + "\n";
        project.file("migrations/models/" + id + ".yaml", head + "changes:\n" + changes.indent(2));
    }

    /** The columns of users, and of teams if there are some. */
    private void models(String users, String teams) {
        String more = teams.isEmpty() ? "" : "  teams:\n    columns: {" + teams + "}\n    primaryKey: [id]\n";
        project.file(
                "src/main/models/models/all.yaml",
                "tables:\n  users:\n    columns: {" + users + "}\n    primaryKey: [id]\n" + more);
    }

    private String read(String id) {
        try {
            return Files.readString(folder.resolve("migrations/models/" + id + ".yaml"));
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private Rebase rebase(String names) {
        return rebase(names, DraftRequest.named("x"));
    }

    private Rebase rebase(String names, DraftRequest request) {
        Robot robot = project.robot();
        Rebase rebase = robot.rebase(named(names), request, Optional.empty());
        robot.write(rebase);
        return rebase;
    }

    private static DraftRequest consent(Optional<String> rename) {
        return new DraftRequest(Optional.empty(), rename, Optional.empty(), Optional.empty(), true);
    }

    private static Whose named(String names) {
        return new NamedLines(names, "-Dname", new AskedLines(Optional.empty()));
    }

    private AbstractThrowableAssert<?, ?> stopped(String names) {
        return stopped(names, DraftRequest.named("x"));
    }

    private AbstractThrowableAssert<?, ?> stopped(String names, DraftRequest request) {
        List<String> before = project.changelogs();
        AbstractThrowableAssert<?, ?> thrown =
                assertThatThrownBy(() -> rebase(names, request)).isInstanceOf(Problem.class);
        assertThat(project.changelogs()).isEqualTo(before);
        return thrown;
    }

    private List<String> ids() {
        return project.changelogs().stream()
                .map(name -> name.replace(".yaml", ""))
                .toList();
    }

    private void inLine(String... ids) {
        assertThat(project.robot().history(Optional.empty()))
                .extracting(HistoryEntry::id)
                .containsExactly(ids);
        assertThat(project.robot().conflicts()).isEmpty();
    }

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
    void a_column_that_both_renamed_is_renamed_again_from_the_models() {
        log(BIO, FIRST, "- renameColumn: {table: users, from: mail, to: email}");
        log(TEAMS, FIRST, "- renameColumn: {table: users, from: mail, to: address}\n" + ADD_TEAMS);
        models("id: bigint, address: text, age: integer", "id: bigint");

        Rebase rebase = rebase("teams");
        assertThat(rebase.moves())
                .extracting(Rebase.Move::told)
                .containsExactly(TEAMS + " -> 3_20260525110000_teams (rewritten from the models)");
        assertThat(rebase.notes())
                .first()
                .asString()
                .contains("The order matters to\n  column users.mail: ")
                .contains(BIO + ".yaml:3:5: rename column users.mail to email")
                .contains(TEAMS + ".yaml:3:5: rename column users.mail to address")
                .contains("robot:downgrade there, before the rebase");
        assertThat(read("3_20260525110000_teams")).isEqualTo("""
                parent: 2_20260525100000_bio
                changes:
                  - renameColumn: {table: users, from: email, to: address}
                  - createTable:
                      name: teams
                      columns:
                        id: bigint
                      primaryKey: [id]
                """);
        inLine(FIRST, BIO, "3_20260525110000_teams");
    }

    @Test
    void a_rename_that_is_asked_about_is_answered_as_the_question_says() {
        log(BIO, FIRST, "- renameColumn: {table: users, from: mail, to: email}");
        log(TEAMS, FIRST, "- changeType: {table: users, column: mail, to: varchar(200)}\n" + ADD_TEAMS);
        models("id: bigint, emailx: varchar(200), age: integer", "id: bigint");
        stopped("teams", consent(Optional.empty())).hasMessageContaining("-Drename=users.email:emailx");
        Rebase rebase = rebase("teams", consent(Optional.of("users.email:emailx")));
        assertThat(rebase.moves().get(0).text()).contains("renameColumn: {table: users, from: email, to: emailx}");
        inLine(FIRST, BIO, "3_20260525110000_teams");
    }

    @Test
    void a_rename_that_both_did_may_be_answered_too() {
        log(BIO, FIRST, "- renameColumn: {table: users, from: mail, to: email}");
        log(TEAMS, FIRST, "- renameColumn: {table: users, from: mail, to: address}\n" + ADD_TEAMS);
        models("id: bigint, address: text, age: integer", "id: bigint");
        Rebase rebase = rebase("teams", consent(Optional.of("users.email:address")));
        assertThat(rebase.moves().get(0).text()).contains("renameColumn: {table: users, from: email, to: address}");
    }

    @Test
    void what_both_did_is_done_once_and_of_a_line_nothing_may_be_left() {
        log(BIO, FIRST, ADD_BIO);
        log(TEAMS, FIRST, ADD_BIO);
        models("id: bigint, mail: text, age: integer, bio: text", "");
        assertThat(rebase("teams").moves())
                .extracting(Rebase.Move::told)
                .containsExactly(TEAMS + " -> nothing: all of it is there already");
        inLine(FIRST, BIO);
    }

    @Test
    void several_that_have_to_be_rewritten_become_one() {
        log(BIO, FIRST, ADD_BIO);
        log(TEAMS, FIRST, "- addColumn: {table: users, column: {bio: varchar(10)}}");
        log("3_20260525110001_title", TEAMS, ADD_TEAMS);
        models("id: bigint, mail: text, age: integer, bio: varchar(99)", "id: bigint");
        rebase("title", consent(Optional.empty()));
        inLine(FIRST, BIO, "3_20260525110001_title");
        assertThat(read("3_20260525110001_title"))
                .contains("changeType: {table: users, column: bio, to: varchar(99)}", "createTable:");
    }

    /** What is renamed there, and altered here. */
    private void renamedAndAltered() {
        log(
                BIO,
                FIRST,
                "- renameColumn: {table: users, from: mail, to: email}\n- addColumn: {table: users, column: {phone: text}}");
        log(
                TEAMS,
                FIRST,
                "- addColumn: {table: users, column: {vip: boolean}}\n"
                        + "- changeType: {table: users, column: mail, to: varchar(200)}\n" + ADD_TEAMS);
    }

    @Test
    void what_the_models_lack_of_the_line_that_moves_is_never_left_out_without_consent() {
        renamedAndAltered();
        models("id: bigint, email: text, age: integer, phone: text", "");
        stopped("teams")
                .hasMessageContaining("\nThe models don't have what these do, so that is not done any more:\n")
                .hasMessageContaining(TEAMS + ".yaml:3:5: add column users.vip\n")
                .hasMessageContaining(TEAMS + ".yaml:4:5: change type of users.mail")
                .hasMessageContaining(TEAMS + ".yaml:5:5: create table teams\n")
                .hasMessageContaining("robot:downgrade there, before the rebase")
                .hasMessageContaining("Nothing was changed. Run again with -DallowDataLoss if all of that is meant.")
                .hasMessageNotContaining("Data would be lost")
                .hasMessageNotContaining("taken back");
        Rebase rebase = rebase("teams", consent(Optional.empty()));
        assertThat(rebase.notes()).anyMatch(note -> note.contains("not done any more:\n"));
        assertThat(rebase.moves())
                .extracting(Rebase.Move::told)
                .containsExactly(TEAMS + " -> nothing: the models have no more of it than is there already");
    }

    @Test
    void what_is_left_out_of_a_rewritten_file_is_told_and_no_more() {
        renamedAndAltered();
        models("id: bigint, email: text, age: integer, phone: text", "id: bigint");
        stopped("teams")
                .hasMessageContaining("add column users.vip\n")
                .hasMessageContaining("change type of users.mail")
                .hasMessageNotContaining("create table teams");
    }

    @Test
    void what_the_line_that_stays_did_is_not_taken_back_without_consent() {
        renamedAndAltered();
        models("id: bigint, mail: varchar(200), age: integer, vip: boolean", "id: bigint");
        stopped("teams")
                .hasMessageContaining("\nThe models don't have what these did, which stay, so it is taken back:\n")
                .hasMessageContaining(BIO + ".yaml:3:5: rename column users.mail to email\n")
                .hasMessageContaining(BIO + ".yaml:4:5: add column users.phone\n")
                .hasMessageContaining("drop column users.phone loses")
                .hasMessageContaining("-DallowDataLoss")
                .hasMessageNotContaining("-Drename")
                .hasMessageNotContaining("not done any more");
    }

    @Test
    void a_line_that_is_wholly_kept_needs_no_consent_though_the_other_renamed_what_it_alters() {
        log(BIO, FIRST, "- renameColumn: {table: users, from: mail, to: email}");
        log(
                TEAMS,
                FIRST,
                "- addUnique: {table: users, name: users_mail_key, columns: [mail]}\n- addColumn: {table: users, column: {vip: boolean}}");
        project.file("src/main/models/models/all.yaml", """
                tables:
                  users:
                    columns: {id: bigint, email: text, age: integer, vip: boolean}
                    primaryKey: [id]
                    unique: {users_mail_key: [email]}
                """);
        assertThat(rebase("teams").moves().get(0).told()).endsWith("(rewritten from the models)");
        inLine(FIRST, BIO, "3_20260525110000_teams");
    }

    @Test
    void a_rename_that_the_models_do_not_have_is_told() {
        log(BIO, FIRST, "- renameColumn: {table: users, from: mail, to: email}");
        log(TEAMS, FIRST, "- renameColumn: {table: users, from: mail, to: address}\n" + ADD_TEAMS);
        models("id: bigint, email: text, age: integer", "id: bigint");
        stopped("teams")
                .hasMessageContaining(TEAMS + ".yaml:3:5: rename column users.mail to address\n")
                .hasMessageNotContaining("create table")
                .hasMessageNotContaining("taken back");
    }

    @Test
    void what_the_other_line_dropped_is_not_made_again_empty_without_consent() {
        log(BIO, FIRST, ADD_TEAMS);
        log("3_20260525100001_no_teams", BIO, "- dropTable: {name: teams}");
        log("3_20260525100002_title", BIO, "- addColumn: {table: teams, column: {title: text}}");
        models("id: bigint, mail: text, age: integer", "id: bigint, title: text");
        stopped("title")
                .hasMessageContaining("create table teams makes it again, empty")
                .hasMessageContaining("-DallowDataLoss");
        stopped("no_teams").hasMessageContaining("no_teams.yaml:3:5: drop table teams\n");
    }

    @Test
    void the_other_way_round_is_told_where_nothing_need_be_rewritten_in_it() {
        renamedAndAltered();
        models("id: bigint, email: varchar(200), age: integer, vip: boolean, phone: text", "id: bigint");
        String told = "The other way round nothing need be written anew: mvn robot:rebase -Dname=" + BIO + "\n";
        stopped("teams").hasMessageContaining(told);
        Rebase turned = rebase(BIO);
        assertThat(turned.notes())
                .anyMatch(note -> note.contains("so the changes stay as they are"))
                .noneMatch(note -> note.contains("The other way round"));
        inLine(FIRST, TEAMS, "3_20260525100000_bio");
    }

    @Test
    void what_a_draft_said_of_its_losses_is_said_of_the_rewritten_one() {
        renamedAndAltered();
        String changes = "- changeType: {table: users, column: mail, to: varchar(200)}\n";
        models("id: bigint, email: varchar(200), age: integer, phone: text", "");
        describedAs("Teams. Loses values of 'users.mail' that don't fit.", changes);
        assertThat(rebase("teams", consent(Optional.empty())).moves().get(0).text())
                .startsWith("description: Teams. Loses ")
                .contains("'users.email'")
                .doesNotContain("'users.mail'");
    }

    @Test
    void own_words_of_a_rewritten_changelog_stay() {
        renamedAndAltered();
        String changes = "- changeType: {table: users, column: mail, to: varchar(200)}\n";
        models("id: bigint, email: varchar(200), age: integer, phone: text", "");
        describedAs("See the minutes.", changes);
        assertThat(rebase("teams", consent(Optional.empty())).moves().get(0).text())
                .startsWith("description: See the minutes.\n");
    }

    private void describedAs(String description, String changes) {
        project.file(
                "migrations/models/" + TEAMS + ".yaml",
                "description: " + description + "\nparent: " + FIRST + "\nchanges:\n" + changes.indent(2));
    }

    @Test
    void reasons_say_what_is_wrong_and_not_what_the_author_of_one_line_alone_would_do() {
        log(BIO, FIRST, ADD_TEAMS);
        log("3_20260525100001_no_teams", BIO, "- dropTable: {name: teams}");
        log(
                "3_20260525100002_link",
                BIO,
                "- addForeignKey: {table: users, name: users_id_fkey, columns: [id], references: teams}");
        stopped("link")
                .hasMessageContaining("points to table 'teams', which isn't there\n")
                .hasMessageNotContaining("declare it");
    }

    @Test
    void consent_is_asked_for_once_and_no_is_what_enter_says() {
        renamedAndAltered();
        models("id: bigint, email: text, age: integer, phone: text", "id: bigint");
        List<String> asked = new ArrayList<>();
        Asker no = new Asker() {
            @Override
            public boolean yes(String question, boolean defaultAnswer) {
                asked.add(question);
                return defaultAnswer;
            }

            @Override
            public String text(String question) {
                throw new AssertionError(question);
            }
        };
        assertThatThrownBy(() -> project.robot().rebase(named("teams"), DraftRequest.named("x"), Optional.of(no)))
                .hasMessageContaining("nothing was changed, as this was not consented to:");
        assertThat(asked).singleElement().asString().endsWith("Go on [False]");
    }

    @Test
    void what_loses_data_is_asked_about_before_it_is_rewritten() {
        log(BIO, FIRST, ADD_BIO);
        log(TEAMS, FIRST, "- addColumn: {table: users, column: {bio: varchar(10)}}");
        models("id: bigint, mail: text, age: integer, bio: varchar(10)", "");
        stopped("teams").hasMessageContaining("Data would be lost").hasMessageContaining("-DallowDataLoss");
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
