package org.robotoverlord.it.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.TestMysql;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.it.build.Build;
import org.robotoverlord.it.build.NewProject;
import org.robotoverlord.it.build.Output;
import org.robotoverlord.it.build.Running;

/**
 * Many processes begin at once on one empty database: one works, the others wait and find nothing left to do, and all succeed. {@code
 * -Drobot.runs=20} starts so many on each of the other databases, too; usually a few on SQLite stand for them.
 */
class ManyRunsIT {
    private static final int MANY = 20;
    private static final int BUILDS = 2;
    private static final int FEW = 4;
    private static final int SOME = Integer.getInteger("robot.runs", FEW);
    private static final int CHANGELOGS = 10;

    @Test
    void of_twenty_processes_one_works_and_the_others_find_nothing_to_do() throws Exception {
        Build project = project("many-runs", "select pg_sleep(0.3)");
        String url = TestPostgres.freshDatabase();
        List<Running> runs = new ArrayList<>(programs("many-runs", url, MANY - BUILDS));
        for (int i = 0; i < BUILDS; i++) {
            runs.add(project.start("-B", "robot:upgrade", "-Drobot.url=" + url));
        }
        List<String> said = finished(runs);
        requireOnce(said, url);
        assertThat(said).anyMatch(line -> line.contains("Another run is at this database: "));
        assertThat(said).filteredOn(line -> line.contains("Nothing to upgrade")).hasSizeGreaterThan(MANY / 2);
    }

    static Stream<Arguments> others() throws IOException {
        Path file = Path.of("target/projects/many-runs.db").toAbsolutePath();
        Files.deleteIfExists(file);
        List<Integer> servers = SOME == FEW ? List.of() : TestMysql.majors();
        return Stream.concat(
                servers.stream()
                        .map(major -> Arguments.of("mysql-" + major, TestMysql.freshDatabase(major), "do sleep(0.2)")),
                Stream.of(Arguments.of("sqlite", "jdbc:sqlite:" + file, "select 1")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void so_it_is_on_other_databases(String name, String url, String slow) throws Exception {
        project("many-runs-" + name, slow);
        requireOnce(finished(programs("many-runs-" + name, url, SOME)), url);
    }

    private static Build project(String name, String slow) {
        List<String> changes = new ArrayList<>();
        for (int i = 1; i <= CHANGELOGS; i++) {
            changes.add("- createTable: {name: t%d, columns: {id: bigint}}\n".formatted(i)
                    + "- sql: {up: %s, down: none}".formatted(slow));
        }
        return NewProject.withChangelogs(NewProject.named(name), changes);
    }

    /** Programs that are all at the same point when they are told to go. */
    private static List<Running> programs(String project, String url, int count) throws IOException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx96m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            OneOfMany.class.getName(),
                            Path.of("target/projects", project).toAbsolutePath().toString(),
                            url)
                    .redirectErrorStream(true)
                    .start());
        }
        for (Process process : processes) {
            awaitReady(process);
        }
        List<Running> runs = new ArrayList<>();
        for (Process process : processes) {
            runs.add(Running.of(process, List.of("go")));
        }
        return runs;
    }

    /** Byte by byte: what comes after is for others to read. */
    private static void awaitReady(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        while (said.indexOf(OneOfMany.READY) < 0) {
            int next = process.getInputStream().read();
            assertThat(next).as("it ended and said %s", said).isNotNegative();
            said.append((char) next);
        }
    }

    private static List<String> finished(List<Running> runs) {
        List<String> said = new ArrayList<>();
        for (Running run : runs) {
            Output output = run.waitFor().succeeds();
            output.text().lines().forEach(said::add);
        }
        return said;
    }

    /** Each changelog was applied by one of them, and all is there. */
    private static void requireOnce(List<String> said, String url) throws SQLException {
        assertThat(said)
                .filteredOn(line -> line.contains("Success upgrade "))
                .hasSize(CHANGELOGS)
                .doesNotHaveDuplicates();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*), sum(case when steps_done = steps_total then 1 else 0 end) from robot_migrations")) {
            row.next();
            assertThat(List.of(row.getInt(1), row.getInt(2))).containsExactly(CHANGELOGS, CHANGELOGS);
        }
    }
}
