package org.robotoverlord.it.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.robotoverlord.changelog.TestMysql;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.it.build.Build;
import org.robotoverlord.it.build.Output;

/**
 * Whole builds with {@code -X -e}, and with all that drivers tell of themselves, in which each module is given its password in another
 * form. Every password begins with the same letters, which nothing says or writes afterwards, whether the build succeeds or fails: but
 * for Maven itself, which shows with {@code -X} what a POM says of a goal.
 */
@DisabledOnOs(OS.WINDOWS)
class SecretsIT {
    /** What the driver of PostgreSQL tells; those of others are asked by Maven's own log. */
    private static final String LOGGING = """
            handlers = java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level = FINEST
            org.postgresql.level = FINEST
            """;

    private static final String SERVERS = """
            <settings><servers>
              <server><id>plain</id><username>%s</username><password>Pl4nted-server</password></server>
              <server><id>wrong</id><username>planted</username><password>Pl4nted-wrong</password></server>
              <server><id>encrypted</id><username>%s</username><password>%s</password></server>
            </servers></settings>
            """;

    private static final String MASTER = "<settingsSecurity><master>%s</master></settingsSecurity>";

    /** One that notes what all processes are shown of it, and whether it was told the password. */
    private static final String PG_DUMP = """
            #!/bin/sh
            tr '\\0' '\\n' < /proc/$$/cmdline >> "$(dirname "$0")/seen.txt"
            case "$1" in --version) echo 'pg_dump (PostgreSQL) 99.1'; exit;; esac
            case "$PGPASSWORD" in Pl4*) echo knows >> "$(dirname "$0")/seen.txt";; esac
            echo "no dump for $PGPASSWORD"
            exit 1
            """;

    private final String postgres = TestPostgres.freshDatabase();
    private final String url = postgres.replaceFirst("\\?.*", "");
    private final Planted planted = new Planted(postgres);

    @AfterEach
    void dropRoles() throws SQLException {
        planted.dropRoles();
    }

    @Test
    void no_password_is_said_or_written_in_whatever_form_it_was_given() throws IOException, SQLException {
        String bare = url.replaceFirst("jdbc:postgresql://", "");
        planted.succeeds(
                "in-a-url", "<url>postgres://" + planted.role("Pl4nted/url") + ":Pl4nted%2Furl@" + bare + "</url>");
        planted.succeeds(
                "as-a-parameter",
                "<url>" + url + "?user=" + planted.role("Pl4nted p")
                        + "&amp;password=Pl4nted+p&amp;sslpassword=Pl4nted-s</url>");
        planted.succeeds(
                "in-the-pom",
                "<url>" + url + "</url><user>" + planted.role("Pl4nted-pom")
                        + "</user><password>Pl4nted-pom</password>");
        planted.succeeds("in-the-settings", "<url>" + url + "</url><server>plain</server>");
        planted.succeeds("encrypted", "<url>" + url + "</url><server>encrypted</server>");
        planted.succeeds("in-a-file", "<url>" + url + "</url><user>" + planted.role("Pl4nted-file") + "</user>");
        planted.file("passwords", "*:*:*:*:Pl4nted-file\n");
        planted.succeeds("in-the-environment", "");
        planted.succeeds("of-h2", "<url>h2:target/shop;USER=ann;PASSWORD=Pl4nted-h2</url>");
        planted.failsAtAStatement("a-statement", "<url>" + url + "</url><server>plain</server>");
        planted.fails(
                "no-server",
                "<url>jdbc:postgresql://127.0.0.1:1/shop?trustStorePassword=Pl4nted-t</url><server>plain</server>");
        planted.fails(
                "no-key",
                "<url>" + url
                        + "?sslmode=verify-full&amp;sslkey=none.p12&amp;sslpassword=Pl4nted-k</url><server>plain</server>");
        planted.fails("no-file", "<url>jdbc:sqlite:none/none.db?password=Pl4nted-f</url>");
        planted.fails("no-setting", "<url>jdbc:h2:mem:x;NO_SUCH_SECRET=Pl4nted-x;PASSWORD=Pl4nted-y</url>");
        boolean mysql = !TestMysql.majors().isEmpty();
        if (mysql) {
            onMysql();
        }
        planted.file("logging.properties", LOGGING);
        Build project = encrypted(planted.project());

        Output output = project.where("DATABASE_URL", "postgres://" + planted.role("Pl4nted-e") + ":Pl4nted-e@" + bare)
                .where("PGPASSFILE", path(project, "passwords"))
                .where("MAVEN_OPTS", "-Djava.util.logging.config.file=" + path(project, "logging.properties"))
                .mvn(
                        "-X",
                        "-e",
                        "-fae",
                        "-gs",
                        "servers.xml",
                        "-Dsettings.security=security.xml",
                        "-Dorg.slf4j.simpleLogger.log.org.mariadb=trace",
                        "robot:upgrade");

        planted.requireEnds(output);
        assertThat(output.text()).contains("Configuration: <?xml", "FINEST:  FE=> StartupPacket");
        assertThat(output.text().contains("[TRACE] send")).isEqualTo(mysql);
        Planted.requireNothingSaid(output.text());
        Planted.requireNothingWritten(project);
    }

    private void onMysql() throws SQLException {
        String url = TestMysql.freshDatabase(TestMysql.majors().get(0)).replaceFirst("\\?.*", "");
        planted.fails("wrong", "<url>" + url + "</url><server>wrong</server>");
        planted.succeeds("right", "<url>" + url + "</url><user>planted_right</user><password>Pl4nted-right</password>");
        try (Connection connection = DriverManager.getConnection(
                        TestMysql.freshDatabase(TestMysql.majors().get(0)));
                Statement statement = connection.createStatement()) {
            statement.execute("create user if not exists planted identified by 'another'");
            statement.execute("create or replace user planted_right identified by 'Pl4nted-right'");
            statement.execute("grant all privileges on *.* to planted_right");
        }
    }

    /** With settings that hold a password which Maven itself made unreadable. */
    private Build encrypted(Build project) throws SQLException {
        String master = said(project.mvn("--encrypt-master-password", "Pl4nted-master"));
        project.file("security.xml", MASTER.formatted(master));
        String password =
                said(project.mvn("-Dsettings.security=security.xml", "--encrypt-password", "Pl4nted-encrypted"));
        return project.file(
                "servers.xml",
                SERVERS.formatted(planted.role("Pl4nted-server"), planted.role("Pl4nted-encrypted"), password));
    }

    private static String said(Output encrypted) {
        Matcher found = Pattern.compile("\\{.+}").matcher(encrypted.succeeds().text());
        assertThat(found.find()).as(encrypted.text()).isTrue();
        return found.group();
    }

    private static String path(Build project, String file) {
        return project.folder().resolve(file).toString();
    }

    @Test
    void what_is_typed_is_said_neither_where_it_is_taken_nor_where_it_is_refused() throws IOException, SQLException {
        planted.succeeds("typed", "<url>" + url + "</url>");
        Build project = planted.project();

        Output taken = project.mvn(
                "-X",
                "-e",
                "robot:upgrade",
                "robot:history",
                "-Drobot.user=" + planted.role("Pl4nted-1"),
                "-Drobot.password=Pl4nted-1",
                "-pl",
                "typed");
        Output refused = project.mvn(
                "-X",
                "-e",
                "robot:upgrade",
                "-Drobot.url=postgres://a:Pl4nted-2@:::/x",
                "-Drobot.app=typed",
                "-pl",
                "typed");

        assertThat(taken.status()).isZero();
        assertThat(refused.status()).isOne();
        Planted.requireNothingSaid(taken.text() + refused.text());
        Planted.requireNothingWritten(project);
    }

    @Test
    void no_program_that_it_starts_shows_a_password_to_who_lists_processes() throws IOException, SQLException {
        planted.succeeds("saved", "<url>" + url + "</url><user>" + planted.role("Pl4nted-saved") + "</user>");
        planted.file("bin/pg_dump", PG_DUMP);
        planted.file("bin/pg_restore", PG_DUMP);
        planted.file("home/.pgpass", "*:*:*:*:Pl4nted-saved\n");
        Build project = planted.project();
        for (String program : new String[] {"pg_dump", "pg_restore"}) {
            Files.setPosixFilePermissions(
                    project.folder().resolve("bin").resolve(program), PosixFilePermissions.fromString("rwx------"));
        }

        Output output = project.mvn(
                "-X",
                "-e",
                "robot:upgrade",
                "-Drobot.password=Pl4nted-saved",
                "-Dbackup=saved.dump",
                "-Drobot.pgDump=" + path(project, "bin/pg_dump"));

        assertThat(output.status()).isOne();
        output.says("no dump for ***");
        assertThat(project.text("bin/seen.txt")).contains("--version\n", "--format=custom\n", "knows\n");
        Planted.requireNothingSaid(output.text());
        Planted.requireNothingWritten(project);

        Output found = project.mvn("-X", "-e", "robot:upgrade", "-Duser.home=" + path(project, "home"));
        assertThat(found.succeeds().text()).contains("Success upgrade 1_20260101000000_x");
        Planted.requireNothingSaid(found.text());
    }
}
