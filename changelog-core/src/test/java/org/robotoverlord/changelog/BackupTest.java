package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.dialect.Access;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;

/** A backup is taken before anything is changed, brings everything back, and where it can't be taken nothing is changed. */
class BackupTest {
    private static final String FORUM = """
            - createTable:
                name: users
                columns: {id: {type: bigint}, email: {type: varchar(100)}}
                primaryKey: [id]
            - insert: {table: users, rows: [{id: 1, email: "it's a@b"}, {id: 2, email: "ä@ö"}]}
            """;
    private static final String HARM = "- dropTable: {name: users}";

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    private static Access access(String url) {
        Matcher user = Pattern.compile("user=([^&;]*)").matcher(url);
        Matcher password = Pattern.compile("password=([^&;]*)").matcher(url);
        return new Access(
                url.replaceAll("(user|password)=[^&;]*[&;]?", ""),
                user.find() ? Optional.of(user.group(1)) : Optional.empty(),
                password.find() ? Optional.of(password.group(1)) : Optional.empty());
    }

    private void upgrade(Project project, String url, Optional<String> program, Path file) {
        upgrade(project, access(url), program, file);
    }

    private void upgrade(Project project, Access access, Optional<String> program, Path file) {
        try (Database database = project.database()) {
            Backup backup = new Backup(database, access, program, file, "shop.dump", told::add);
            project.robot().first(backup).upgrade(database, Target.USUAL, Progress.NONE);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The version of the pg_dump on the path; 0 where there is none. */
    private static int pgDump() {
        try {
            Process process = new ProcessBuilder("pg_dump", "--version").start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(said.replaceAll("(?s)\\D*(\\d+).*", "$1"));
        } catch (IOException none) {
            return 0;
        }
    }

    private static void requirePgDump(int major) {
        if (pgDump() < major) {
            String said = "NOT TESTED: backups of PostgreSQL " + major + ", as there is no pg_dump of that version on"
                    + " the path; install postgresql-client";
            assertThat(System.getenv("CI")).as(said).isNull();
            System.err.println("\n*** " + said + "\n");
            assumeTrue(false, said);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15})
    void a_backup_of_postgresql_brings_everything_back(int major) throws Exception {
        requirePgDump(major);
        String url = TestPostgres.freshDatabase(major);
        Project project = Project.on(folder.resolve("project"), url).changelog(1, "forum", FORUM);
        project.upgrade();
        String models = models(project);
        project.changelog(2, "harm", HARM);
        Path file = folder.resolve("shop.dump");
        upgrade(project, url, Optional.empty(), file);
        assertThat(project.tables()).isEmpty();
        assertThat(told.get(0)).isEqualTo("Saving the database into shop.dump");
        assertThat(told.get(1))
                .matches("Saved it: shop.dump, \\d+ kB; to bring it back: pg_restore --clean --if-exists"
                        + " --dbname=<database> shop.dump");
        assertThat(files()).containsExactly("project", "shop.dump");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        String other = TestPostgres.freshDatabase(major);
        restore(other, file);
        Project restored = Project.on(folder.resolve("project"), other);
        assertThat(models(restored)).isEqualTo(models);
        assertThat(restored.query("select * from users order by id")).containsExactly("1 it's a@b", "2 ä@ö");
        assertThat(restored.rows()).containsExactly("1 1 1");
        assertThat(restored.upgrade().changelogs()).hasSize(1);
    }

    private static String models(Project project) {
        try (Database database = project.database()) {
            return project.robot().inspect(database, List.of()).text();
        }
    }

    private static void restore(String url, Path file) throws IOException, InterruptedException {
        Access access = access(url);
        Matcher place = Pattern.compile("//([^:/]*):(\\d+)/([^?]*)").matcher(url);
        assertThat(place.find()).isTrue();
        ProcessBuilder builder = new ProcessBuilder(
                        "pg_restore",
                        "--exit-on-error",
                        "--host=" + place.group(1),
                        "--port=" + place.group(2),
                        "--username=" + access.user().orElseThrow(),
                        "--dbname=" + place.group(3),
                        file.toString())
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", access.password().orElseThrow());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void a_pg_dump_older_than_the_server_is_refused_with_both_versions() throws IOException {
        requirePgDump(14);
        int newest = TestPostgres.NEWEST;
        Path old = program("pg_dump", "echo 'pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)'");
        program("pg_restore", "exit 0");
        String url = TestPostgres.freshDatabase(newest);
        Project project = Project.on(folder.resolve("project"), url).changelog(1, "forum", FORUM);
        Optional<String> program = pgDump() < newest ? Optional.empty() : Optional.of(old.toString());
        assertThatThrownBy(() -> upgrade(project, url, program, folder.resolve("shop.dump")))
                .isInstanceOf(Problem.class)
                .hasMessageMatching(
                        "(?s)'.*pg_dump' is of version \\d+\\.\\d+, and the server is of version 18\\.\\d+, which"
                                + " that can't read; nothing was done\\. Install PostgreSQL's client programs of version 18 or newer"
                                + " .*-Drobot\\.pgDump=/usr/lib/postgresql/18/bin/pg_dump\\.");
        assertThat(project.tables()).isEmpty();
        assertThat(files()).doesNotContain("shop.dump");
    }

    private Path program(String name, String script) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }

    @Test
    void a_missing_pg_dump_and_one_that_fails_are_refused() throws IOException {
        String url = TestPostgres.freshDatabase();
        Project project = Project.on(folder.resolve("project"), url).changelog(1, "forum", FORUM);
        Path file = folder.resolve("shop.dump");
        assertThatThrownBy(() -> upgrade(project, url, Optional.of("pg_dump_of_nobody"), file))
                .hasMessageStartingWith(
                        "a backup is wanted, and there is no program 'pg_dump_of_nobody'; nothing was done.");
        Path failing = program("pg_dump", """
                case "$1" in --version) echo 'pg_dump (PostgreSQL) 18.6';;
                *) echo "no dump today for $PGUSER with $PGPASSWORD at $PGHOST:$PGPORT/$PGDATABASE"; exit 1;; esac""");
        assertThatThrownBy(() -> upgrade(project, url, Optional.of(failing.toString()), file))
                .hasMessageStartingWith("a backup is proven by pg_restore, which isn't beside '" + failing + "'");
        program("pg_restore", "echo unreadable; exit 1");
        Access access = access(url);
        assertThatThrownBy(() -> upgrade(project, url, Optional.of(failing.toString()), file))
                .hasMessageStartingWith("the backup failed, and nothing was done; pg_dump says:\n  no dump today for "
                        + access.user().orElseThrow() + " with *** at 127.0.0.1:")
                .hasMessageNotContaining(access.password().orElseThrow());
        program("pg_dump", "echo 'pg_dump (PostgreSQL) 18.6'");
        assertThatThrownBy(() -> upgrade(project, url, Optional.of(failing.toString()), file))
                .hasMessageStartingWith(
                        "the backup can't be read again, and nothing was done; pg_restore says:\n  unreadable");
        assertThat(project.tables()).isEmpty();
        assertThat(files()).containsExactly("pg_dump", "pg_restore", "project");
    }

    static List<String> files_that_copy_themselves() {
        return List.of("sqlite", "h2");
    }

    private Project ofFile(String which, String name) {
        return Project.on(folder.resolve("project"), url(which, name));
    }

    private String url(String which, String name) {
        return which.equals("sqlite")
                ? "jdbc:sqlite:" + folder.resolve(name + ".db")
                : "jdbc:h2:" + folder.resolve(name) + ";DATABASE_TO_LOWER=TRUE";
    }

    @ParameterizedTest
    @MethodSource("files_that_copy_themselves")
    void a_database_that_is_a_file_is_copied_by_itself(String which) throws Exception {
        Project project = ofFile(which, "shop").changelog(1, "forum", FORUM);
        project.upgrade();
        project.changelog(2, "harm", HARM);
        Path file = folder.resolve("saved");
        upgrade(project, url(which, "shop"), Optional.empty(), file);
        assertThat(told.get(1)).startsWith("Saved it: shop.dump, ");
        assertThatThrownBy(() -> project.query("select * from users")).hasRootCauseInstanceOf(SQLException.class);
        if (which.equals("sqlite")) {
            Files.copy(file, folder.resolve("restored.db"));
        } else {
            try (var zip = new java.util.zip.ZipFile(file.toFile())) {
                var entry = zip.entries().nextElement();
                Files.copy(zip.getInputStream(entry), folder.resolve("restored.mv.db"));
            }
        }
        Project restored = ofFile(which, "restored");
        assertThat(restored.query("select * from users order by id")).containsExactly("1 it's a@b", "2 ä@ö");
        assertThat(restored.query("select number from robot_migrations")).containsExactly("1");
        assertThat(restored.upgrade().changelogs()).hasSize(1);
    }

    @Test
    void a_backup_takes_no_place_and_needs_a_folder() throws IOException {
        Project project = ofFile("sqlite", "shop").changelog(1, "forum", FORUM);
        Path file = Files.writeString(folder.resolve("mine"), "mine");
        assertThatThrownBy(() -> upgrade(project, url("sqlite", "shop"), Optional.empty(), file))
                .hasMessageStartingWith(
                        "the backup is to be 'shop.dump', and that is there already; no backup was taken, and"
                                + " nothing was done.");
        assertThat(file).hasContent("mine");
        assertThatThrownBy(
                        () -> upgrade(project, url("sqlite", "shop"), Optional.empty(), folder.resolve("none/saved")))
                .hasMessageContaining("there is no such folder");
        assertThatThrownBy(() -> project.query("select * from users")).hasRootCauseInstanceOf(SQLException.class);
    }

    @Test
    void where_nothing_is_to_be_done_no_backup_is_taken() throws IOException {
        Project project = ofFile("sqlite", "shop").changelog(1, "forum", FORUM);
        project.upgrade();
        upgrade(project, url("sqlite", "shop"), Optional.empty(), folder.resolve("saved"));
        assertThat(told).isEmpty();
        assertThat(files()).doesNotContain("saved");
    }

    @Test
    void a_downgrade_takes_one_too() throws IOException {
        Project project = ofFile("sqlite", "shop").changelog(1, "forum", FORUM);
        project.upgrade();
        try (Database database = project.database()) {
            Backup backup = new Backup(
                    database,
                    access(url("sqlite", "shop")),
                    Optional.empty(),
                    folder.resolve("saved"),
                    "saved",
                    told::add);
            project.robot().first(backup).downgrade(database, Target.USUAL, plan -> true, Progress.NONE);
        }
        assertThat(files()).contains("saved");
    }

    @Test
    void mariadb_and_mysql_and_databases_elsewhere_are_refused_with_what_to_do() throws SQLException {
        for (int major : TestMysql.majors().subList(0, 1)) {
            String url = TestMysql.freshDatabase(major);
            Project project = Project.on(folder.resolve("project"), url).changelog(1, "forum", FORUM);
            assertThatThrownBy(() -> upgrade(project, url, Optional.empty(), folder.resolve("saved")))
                    .hasMessageContaining("mariadb-dump")
                    .hasMessageContaining("leave -Dbackup out");
            assertThat(project.query("show tables")).isEmpty();
        }
        String url = "jdbc:h2:mem:shop;DATABASE_TO_LOWER=TRUE";
        try (Database memory = new Database(DriverManager.getConnection(url), Dialects.of(url), "public")) {
            Backup backup =
                    new Backup(memory, access(url), Optional.empty(), folder.resolve("saved"), "saved", told::add);
            assertThatThrownBy(backup::check).hasMessageContaining("jdbc:h2:mem:shop is none");
        }
    }
}
