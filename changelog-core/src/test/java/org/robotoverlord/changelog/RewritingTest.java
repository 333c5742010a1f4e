package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.diff.Asker;

/** Where the order of two lines matters, the one that moves is written anew from the models. */
class RewritingTest extends Rebases {
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
}
