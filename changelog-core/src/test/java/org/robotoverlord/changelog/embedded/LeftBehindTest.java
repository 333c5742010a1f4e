package org.robotoverlord.changelog.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.robotoverlord.changelog.embedded.Sandbox.execute;
import static org.robotoverlord.changelog.embedded.Sandbox.query;
import static org.robotoverlord.changelog.embedded.Sandbox.settings;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.Eventually;
import org.robotoverlord.changelog.embedded.Sandbox.Running;

/** What happens when a program, its server, or two at once come to grief. */
class LeftBehindTest {
    private Sandbox sandbox;
    private Path directory;

    @BeforeEach
    void lay() throws IOException {
        sandbox = new Sandbox();
        directory = sandbox.directory();
    }

    @AfterEach
    void clear() throws IOException {
        sandbox.close();
    }

    @Test
    void a_server_whose_program_was_killed_is_replaced_and_its_work_rolled_back() throws Exception {
        Running killed = sandbox.launch(directory, 5);
        String url = killed.url();
        execute(url, "create table users as select 'Ada' as name");
        ProcessHandle server = server();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("drop table users");
            killed.process().destroyForcibly().waitFor();
            assertThat(server.isAlive()).isTrue();

            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory))) {
                assertThat(server.isAlive()).isFalse();
                assertThat(query(postgres, "select name from users")).isEqualTo("Ada");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP"})
    void an_interrupted_program_stops_its_server(String signal) throws Exception {
        assumeThat(isIgnored(signal))
                .as("whoever started the tests had SIG%s ignored, which a program's children inherit", signal)
                .isFalse();
        Running interrupted = sandbox.launch(directory, 5);
        interrupted.url();
        ProcessHandle server = server();

        Command.run(List.of(
                "sh", "-c", "kill -" + signal + " " + interrupted.process().pid()));

        assertThat(interrupted.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.isAlive()).isFalse();
        assertThat(Files.readString(directory.resolve("server.log"))).endsWith("database system is shut down\n");
    }

    /** Whether this process was started with a signal ignored, as {@code nohup} and a shell's {@code &} do it. */
    private static boolean isIgnored(String signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        int number = Map.of("HUP", 1, "INT", 2, "TERM", 15).get(signal);
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> new BigInteger(line.substring("SigIgn:".length()).strip(), 16))
                .anyMatch(mask -> mask.testBit(number - 1));
    }

    /** What lies in the directory when its lock is taken, its data is half made, its server starts. */
    private static final List<String> MOMENTS = List.of("robot.lock", "new-", "server.log");

    @Test
    void a_program_that_is_interrupted_while_it_starts_leaves_no_server() throws Exception {
        for (String moment : MOMENTS) {
            Path fresh = sandbox.directory();
            Running interrupted = sandbox.launch(fresh, 5);
            await(fresh, moment, interrupted);
            interrupted.process().destroy();
            assertThat(interrupted.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(serversIn(sandbox.folder())).isEmpty();
    }

    @Test
    void a_program_killed_while_it_starts_does_no_harm_to_the_next() throws Exception {
        for (String moment : MOMENTS) {
            Running killed = sandbox.launch(directory, 5);
            await(directory, moment, killed);
            killed.process().destroyForcibly().waitFor();
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory))) {
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    /** Waits until there is a file whose name begins so. */
    private static void await(Path directory, String name, Running running) {
        Eventually.is("there is " + name + "… in " + directory, () -> {
            String[] names = directory.toFile().list();
            return !running.process().isAlive()
                    || names != null && Stream.of(names).anyMatch(each -> each.startsWith(name));
        });
        assertThat(running.process().isAlive()).isTrue();
    }

    @Test
    void a_killed_server_is_repaired_at_the_next_start() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory))) {
            execute(postgres, "create table users as select 'Ada' as name");
            server().destroyForcibly();
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory))) {
            assertThat(query(postgres, "select name from users")).isEqualTo("Ada");
        }
    }

    @Test
    void a_process_number_that_is_in_use_again_is_no_server() throws Exception {
        List<String> lines;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory))) {
            lines = new ArrayList<>(pid().lines());
            assertThat(postgres.port()).isPositive();
        }
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(directory.resolve("data/postmaster.pid"), lines);

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory))) {
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_second_program_waits_for_the_first_and_says_so() throws Exception {
        Running first = sandbox.launch(directory, 5);
        execute(first.url(), "create table users as select 'Ada' as name");
        Running second = sandbox.launch(directory, 20);
        assertThat(second.lineWith("Waiting"))
                .isEqualTo("Waiting for the process " + first.process().pid()
                        + ", which uses the embedded PostgreSQL in '" + directory + "'");

        first.finish();

        execute(second.url(), "insert into users values ('Grace')");
    }

    @Test
    void several_at_once_on_an_empty_place_take_turns() throws Exception {
        List<Running> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(sandbox.launch(directory, 30));
        }
        for (Running each : all) {
            each.finish();
        }
        for (Running each : all) {
            each.lineWith("closed");
        }
        assertThat(serversIn(directory)).isEmpty();
    }

    private PostmasterFile pid() {
        return PostmasterFile.in(directory.resolve("data")).orElseThrow();
    }

    private ProcessHandle server() {
        return pid().server().orElseThrow();
    }

    /** The servers that are left; an initdb that lost its program may still run for a moment. */
    private static List<ProcessHandle> serversIn(Path folder) {
        List<ProcessHandle> servers = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .toList();
        servers.forEach(server -> Stop.ended(server, Duration.ofSeconds(5)));
        return servers.stream().filter(ProcessHandle::isAlive).toList();
    }
}
