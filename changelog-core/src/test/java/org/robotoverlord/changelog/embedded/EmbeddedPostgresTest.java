package org.robotoverlord.changelog.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robotoverlord.changelog.embedded.Sandbox.execute;
import static org.robotoverlord.changelog.embedded.Sandbox.query;
import static org.robotoverlord.changelog.embedded.Sandbox.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.problem.Problem;

class EmbeddedPostgresTest {
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
    void data_is_there_at_the_next_start() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory))) {
            assertThat(postgres.majorVersion()).isEqualTo(18);
            execute(postgres, "create table users as select 'Ada' as name");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory))) {
            assertThat(query(postgres, "select name from users")).isEqualTo("Ada");
        }
    }

    @Test
    void the_server_is_durable_and_listens_to_this_machine_alone() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory))) {
            assertThat(query(postgres, "show fsync")).isEqualTo("on");
            assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(postgres, "show port")).isEqualTo(Integer.toString(postgres.port()));
            assertThat(query(postgres, "show server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void closing_ends_open_connections_and_closing_twice_does_no_harm() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory));
        try (var connection = java.sql.DriverManager.getConnection(postgres.jdbcUrl())) {
            postgres.close();
            postgres.close();
            assertThat(connection.isValid(1)).isFalse();
        }
        assertThat(PostmasterFile.in(directory.resolve("data"))).isEmpty();
    }

    @Test
    void a_user_of_this_machine_who_does_not_know_the_password_is_not_let_in() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory))) {
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres?user=postgres&password=guess";
            assertThatThrownBy(() -> java.sql.DriverManager.getConnection(url))
                    .hasMessageContaining("password authentication failed");
            assertThat(directory.resolve("password")).content().startsWith(postgres.password());
            assertThat(directory.resolve("password").toFile().length()).isEqualTo(49);
        }
    }

    @Test
    void parameters_of_the_caller_reach_the_server() throws Exception {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(settings(directory).with("wal_level", "logical"))) {
            assertThat(query(postgres, "show wal_level")).isEqualTo("logical");
        }
    }

    @Test
    void data_of_another_major_version_is_told_and_stays_usable() throws Exception {
        Settings older = Settings.of(TestPostgres.binaries(17), directory);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(older)) {
            execute(postgres, "create table users ()");
        }

        assertThatThrownBy(() -> EmbeddedPostgres.start(settings(directory)))
                .isInstanceOf(UnusableData.class)
                .hasMessage(
                        "The embedded PostgreSQL in '" + directory + "' was made by version 17, and this is version 18."
                                + " Run robot:clean, or delete the directory '" + directory
                                + "': its data is lost then. Or use version 17 again.");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(older)) {
            assertThat(query(postgres, "select count(*) from users")).isEqualTo("0");
        }
    }

    @Test
    void a_folder_that_is_not_ours_is_told_and_left_alone() throws Exception {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("PG_VERSION"), "18\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(settings(directory)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("is no directory of an embedded PostgreSQL and isn't empty");
        assertThatThrownBy(() -> EmbeddedPostgres.delete(directory)).isInstanceOf(Problem.class);

        try (var entries = Files.list(directory)) {
            assertThat(entries.toList()).containsExactly(directory.resolve("PG_VERSION"));
        }
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_told() throws Exception {
        Files.writeString(directory, "mine");
        assertThatThrownBy(() -> EmbeddedPostgres.start(settings(directory)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("'" + directory + "' is no directory");
        assertThat(directory).hasContent("mine");
    }

    @Test
    void what_a_killed_initdb_left_is_made_again() throws Exception {
        Files.createDirectories(directory.resolve("new-123/base"));
        Files.writeString(directory.resolve("new-123/PG_VERSION"), "18\n");
        Files.writeString(directory.resolve("robot.lock"), "123");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory))) {
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
        assertThat(directory.resolve("new-123")).doesNotExist();
    }

    @Test
    void a_server_that_does_not_start_shows_the_end_of_its_log() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(settings(directory).with("wal_level", "lots")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("doesn't start. Its log, '" + directory.resolve("server.log") + "', ends with:")
                .hasMessageContaining("invalid value for parameter \"wal_level\": \"lots\"");
    }

    @Test
    void two_of_one_program_do_not_share_a_directory() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(settings(directory))) {
            Settings hasty = settings(directory).withPatience(Duration.ZERO);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> EmbeddedPostgres.start(hasty))
                        .isInstanceOf(Problem.class)
                        .hasMessageContaining("is in use by another part of this build");
            }

            // The refused ones haven't let go of the first one's lock.
            assertThat(sandbox.launch(directory, 0).lineWith("in use by the process"))
                    .contains("in use by the process " + ProcessHandle.current().pid() + ", still after 0 seconds");
            assertThat(query(first, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void closing_twice_leaves_the_next_ones_lock_alone() {
        EmbeddedPostgres first = EmbeddedPostgres.start(settings(directory));
        first.close();
        try (EmbeddedPostgres next = EmbeddedPostgres.start(settings(directory))) {
            first.close();
            assertThat(next.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedPostgres.start(settings(directory).withPatience(Duration.ZERO)))
                    .hasMessageContaining("is in use by another part of this build");
        }
    }

    @Test
    void deleting_removes_data_of_any_version_and_a_missing_directory_is_fine() throws Exception {
        EmbeddedPostgres.start(Settings.of(TestPostgres.binaries(17), directory))
                .close();
        EmbeddedPostgres.delete(directory);
        EmbeddedPostgres.delete(directory);
        try (var entries = Files.list(directory)) {
            assertThat(entries).containsExactly(directory.resolve("robot.lock"));
        }
        EmbeddedPostgres.start(settings(directory)).close();
    }

    @Test
    void environment_of_other_postgres_programs_does_not_matter() {
        assertThat(Command.run(List.of("sh", "-c", "env")).output().lines()).noneMatch(line -> line.startsWith("PG"));
    }
}
