package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.TestPostgres;

class UpgradeMojoTest extends GoalTest {
    @Test
    @InjectMojo(goal = "upgrade")
    void applies_what_is_pending_and_says_each(UpgradeMojo upgrade) throws Exception {
        twoChangelogs();

        assertThat(module.run(upgrade))
                .containsExactly("Success upgrade " + FIRST + ".yaml", "Success upgrade " + SECOND + ".yaml");
        assertThat(module.run(upgrade)).containsExactly("Nothing to upgrade");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void misses_a_placeholder_of_a_property_that_is_not_set_where_it_is_used(UpgradeMojo upgrade) throws Exception {
        twoChangelogs();
        upgrade.placeholders = new HashMap<>();
        upgrade.placeholders.put("region", null);

        assertThat(module.run(upgrade)).hasSize(2);

        module.changelog("3_20260526000000_region", """
                parent: %s
                changes:
                  - sql: {up: "select '${region}'", down: none}
                """.formatted(SECOND));
        assertThat(module.refused(upgrade))
                .contains("3_20260526000000_region.yaml:3:5: placeholder '${region}' has no value");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void goes_as_far_as_it_is_told(UpgradeMojo upgrade) throws Exception {
        twoChangelogs();

        assertThat(module.typing("count", "1").run(upgrade)).containsExactly("Success upgrade " + FIRST + ".yaml");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void goes_to_a_number_or_an_id(UpgradeMojo upgrade) throws Exception {
        twoChangelogs();

        assertThat(module.typing("version", "1").run(upgrade)).containsExactly("Success upgrade " + FIRST + ".yaml");
        assertThat(module.typing("version", SECOND).run(upgrade)).hasSize(1);
        assertThat(module.typing("version", "2").run(upgrade)).containsExactly("Nothing to upgrade");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void refuses_a_version_that_is_not_there(UpgradeMojo upgrade) {
        twoChangelogs();

        assertThat(module.typing("version", "7").refused(upgrade)).contains("there is no changelog '7'");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void refuses_two_ways_to_say_how_far(UpgradeMojo upgrade) {
        twoChangelogs();

        assertThat(module.typing("version", "1", "robot.count", "1").refused(upgrade))
                .isEqualTo("both -Dversion and -Drobot.count say how far to go; leave one out");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void refuses_a_count_that_is_none(UpgradeMojo upgrade) {
        twoChangelogs();

        assertThat(module.typing("count", "many").refused(upgrade))
                .isEqualTo("-Dcount takes a whole number from 1 on, not 'many'");
        assertThat(module.typing("count", "0").refused(upgrade)).contains("not '0'");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void refuses_a_duration_that_is_none(UpgradeMojo upgrade) {
        twoChangelogs();

        assertThat(module.typing("robot.lockTimeout", "3 seconds").refused(upgrade))
                .startsWith("-Drobot.lockTimeout is '3 seconds', which is no duration");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void tells_the_session_who_it_is_and_how_long_it_waits(UpgradeMojo upgrade) throws Exception {
        String url = twoChangelogs();
        module.changelog(
                "3_20260526000000_told",
                "parent: " + SECOND + "\nchanges:\n  - sql: {up: \"create table told as select"
                        + " current_setting('application_name') || ' ' || current_setting('lock_timeout') || ' '"
                        + " || current_setting('statement_timeout') as said\", down: none}\n");
        module.typing("robot.lockTimeout", "700ms", "robot.statementTimeout", "2m")
                .run(upgrade);

        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select said from told")) {
            row.next();
            assertThat(row.getString(1)).startsWith("robot ").endsWith(" 700ms 2min");
        }
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void refuses_a_flag_that_is_neither_true_nor_false(UpgradeMojo upgrade) {
        twoChangelogs();

        assertThat(module.typing("fake", "flase").refused(upgrade))
                .isEqualTo("-Dfake takes true or false, not 'flase'");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void fake_records_without_running(UpgradeMojo upgrade) throws Exception {
        twoChangelogs();

        assertThat(module.typing("fake", "true").run(upgrade)).hasSize(2);
        assertThat(module.run(upgrade)).containsExactly("Nothing to upgrade");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void dry_run_writes_the_script_and_does_nothing(UpgradeMojo upgrade) throws Exception {
        twoChangelogs();

        module.typing("dryRun", "", "outputFile", "target/up.sql");
        assertThat(module.run(upgrade)).containsExactly("Wrote target/up.sql");
        assertThat(module.read("target/up.sql"))
                .contains("-- " + FIRST, "begin;", "-- create table users", "commit;", "-- " + SECOND);
        module.typing("dryRun", "false");
        assertThat(module.run(upgrade)).hasSize(2);
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void a_failing_statement_is_told_with_its_place(UpgradeMojo upgrade) {
        module.changelog(FIRST, "changes:\n  - sql: {up: select nonsense, down: none}\n");
        module.typing("robot.url", TestPostgres.freshDatabase());

        assertThat(module.refused(upgrade))
                .contains(
                        "migrations/models/" + FIRST + ".yaml:2:", "column \"nonsense\" does not exist", "rolled back");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void a_broken_changelog_is_told_before_a_connection_is_tried(UpgradeMojo upgrade) {
        module.changelog(FIRST, "changes:\n  - createTabel: {name: users}\n");
        module.typing("robot.url", TestPostgres.freshDatabase());

        assertThat(module.refused(upgrade)).contains("createTabel", "createTable");
    }

    @Test
    @InjectMojo(goal = "upgrade", pom = TWO_APPS)
    void a_version_needs_an_app_where_there_are_several(UpgradeMojo upgrade) {
        module.file("migrations/models/readme", "").models("");

        assertThat(module.typing("version", "1").refused(upgrade))
                .isEqualTo("-Dversion is meant for one app, and there are several: models, audit. Say which, as in"
                        + " -Dapp=models");
    }

    @Test
    @InjectMojo(goal = "upgrade", pom = TWO_APPS)
    void a_typed_url_needs_an_app_where_there_are_several(UpgradeMojo upgrade) {
        module.models("");

        assertThat(module.typing("robot.url", "jdbc:postgresql:x").refused(upgrade))
                .startsWith("-Drobot.url is meant for one app");
    }

    @Test
    @InjectMojo(goal = "upgrade", pom = TWO_APPS)
    void acts_on_all_apps_in_the_order_of_the_pom(UpgradeMojo upgrade) throws Exception {
        twoChangelogs();
        module.file("migrations/audit/" + FIRST + ".yaml", "changes:\n  - createSchema: {name: log}\n");
        module.untyping("robot.url").environment("DATABASE_URL", TestPostgres.freshDatabase());

        assertThat(module.run(upgrade))
                .containsExactly(
                        "App models",
                        "Success upgrade " + FIRST + ".yaml",
                        "Success upgrade " + SECOND + ".yaml",
                        "App audit",
                        "Success upgrade " + FIRST + ".yaml");
    }

    @Test
    @InjectMojo(goal = "upgrade", pom = TWO_APPS)
    void a_dry_run_of_several_apps_says_which_is_which(UpgradeMojo upgrade) throws Exception {
        twoChangelogs();
        module.file("migrations/audit/" + FIRST + ".yaml", "changes:\n  - createSchema: {name: log}\n");
        module.untyping("robot.url").environment("DATABASE_URL", TestPostgres.freshDatabase());

        module.typing("dryRun", "", "outputFile", "target/up.sql").run(upgrade);

        assertThat(module.read("target/up.sql").lines())
                .startsWith("-- app models", "-- the migration table")
                .containsSubsequence("-- app models", "-- " + SECOND, "", "-- app audit", "-- " + FIRST);
    }

    @Test
    @InjectMojo(goal = "upgrade", pom = TWO_APPS)
    void a_dry_run_names_no_app_that_has_nothing_pending(UpgradeMojo upgrade) throws Exception {
        module.file("migrations/audit/" + FIRST + ".yaml", "changes:\n  - createSchema: {name: log}\n")
                .models("");
        module.environment("DATABASE_URL", TestPostgres.freshDatabase());

        module.typing("dryRun", "", "outputFile", "target/up.sql").run(upgrade);

        assertThat(module.read("target/up.sql")).startsWith("-- app audit\n").doesNotContain("-- app models");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void a_dry_run_with_nothing_to_do_prints_nothing(UpgradeMojo upgrade) throws Exception {
        applied(twoChangelogs());
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true));
        try {
            assertThat(module.typing("dryRun", "").run(upgrade)).containsExactly("Nothing to upgrade");
        } finally {
            System.setOut(out);
        }

        assertThat(printed.toString()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void an_output_file_is_no_dry_run(UpgradeMojo upgrade) throws Exception {
        twoChangelogs();

        assertThat(module.typing("outputFile", "target/up.sql").refused(upgrade))
                .isEqualTo("-DoutputFile is where the script of -DdryRun goes, and without that the deed is done; add"
                        + " -DdryRun, or leave it out");
        assertThat(module.typing("dryRun", "").run(upgrade)).containsExactly("Wrote target/up.sql");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void a_script_is_never_that_of_recording_only(UpgradeMojo upgrade) {
        twoChangelogs();

        assertThat(module.typing("dryRun", "", "robot.fake", "").refused(upgrade))
                .isEqualTo("-DdryRun shows what would be run, and -Drobot.fake runs nothing; leave one out");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void a_script_that_cannot_be_written_is_told_and_leaves_what_was_there(UpgradeMojo upgrade) {
        twoChangelogs();
        module.file("out", "no folder").typing("dryRun", "", "outputFile", "out/up.sql");

        assertThat(module.refused(upgrade))
                .isEqualTo(
                        "out/up.sql: the script can't be written: 'out' is a file, and should be a folder; look at the"
                                + " folder's permissions and the disk");
        assertThat(module.read("out")).isEqualTo("no folder");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void takes_a_backup_first_and_tells_no_password_on_a_command_line(UpgradeMojo upgrade) throws Exception {
        String url = twoChangelogs();
        program("pg_dump", """
                case "$1" in
                  --version) echo 'pg_dump (PostgreSQL) 99.1';;
                  *) for each in "$@"; do case "$each" in --file=*) echo "$@ for $PGUSER with $PGPASSWORD" > "${each#--file=}";; esac; done;;
                esac
                """);
        program("pg_restore", "echo 'TOC Entries: 7'");
        module.file("saved/README", "")
                .typing(
                        "backup",
                        "saved/shop.dump",
                        "robot.pgDump",
                        module.path("bin/pg_dump").toString());

        assertThat(module.run(upgrade))
                .hasSize(4)
                .startsWith("Saving the database into saved/shop.dump")
                .anySatisfy(line ->
                        assertThat(line).startsWith("Saved it: saved/shop.dump, 1 kB; to bring it back: pg_restore "));
        String password = url.replaceFirst(".*password=", "").replaceFirst("&.*", "");
        assertThat(module.read("saved/shop.dump"))
                .startsWith("--format=custom --no-password")
                .endsWith(" for postgres with " + password + "\n")
                .containsOnlyOnce(password);
        assertThat(module.files("saved")).containsExactly("README", "shop.dump");
        assertThat(module.run(upgrade)).containsExactly("Nothing to upgrade");
    }

    private void program(String name, String script) throws Exception {
        module.file("bin/" + name, "#!/bin/sh\n" + script + "\n");
        assertThat(module.path("bin/" + name).toFile().setExecutable(true)).isTrue();
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void a_backup_that_cannot_be_taken_keeps_the_upgrade_from_beginning(UpgradeMojo upgrade) throws Exception {
        twoChangelogs();
        module.file("shop.dump", "mine").typing("backup", "shop.dump");

        assertThat(module.refused(upgrade)).contains("'shop.dump', and that is there already", "nothing was done");
        assertThat(module.read("shop.dump")).isEqualTo("mine");
        assertThat(module.typing("backup", "").run(upgrade)).hasSize(2);
    }

    @Test
    @InjectMojo(goal = "upgrade", pom = TWO_APPS)
    void a_backup_means_one_app(UpgradeMojo upgrade) throws Exception {
        String url = twoChangelogs();
        module.untyping("robot.url").environment("DATABASE_URL", url);

        assertThat(module.typing("backup", "shop.dump").refused(upgrade)).startsWith("-Dbackup is meant for one app");
    }
}
