package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.dialect.Needs;
import org.robotoverlord.changelog.plan.State;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.schema.Name;

/** A file of SQLite's that may only be read is read; who would change it is told so before anything is tried. */
class SqliteReadOnlyTest {
    @TempDir
    private Path folder;

    private Path file;
    private Project writing;

    @BeforeEach
    void aDatabaseWithSomethingPending() {
        file = folder.resolve("shop.db");
        writing = Project.on(folder, "jdbc:sqlite:" + file)
                .changelog(1, "users", "- createTable: {name: users, columns: {id: bigint}}");
        writing.upgrade();
        writing.changelog(2, "teams", "- createTable: {name: teams, columns: {id: bigint}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:sqlite:file:%s?mode=ro", "jdbc:sqlite:%s?open_mode=1", "jdbc:sqlite:file:%s?immutable=1"})
    void a_file_that_was_opened_to_be_read_is_read_and_not_changed(String url) throws IOException {
        Project reading = Project.on(folder, url.formatted(file));
        byte[] before = Files.readAllBytes(file);
        try (Database database = reading.database()) {
            assertThat(reading.robot().history(Optional.of(database)))
                    .extracting(HistoryEntry::state)
                    .containsExactly(State.APPLIED, State.PENDING);
            assertThat(reading.robot().drift(database).isEmpty()).isTrue();
            assertThat(reading.robot().inspect(database, List.of()).text()).contains("users:");
        }
        assertThatThrownBy(reading::upgrade).isInstanceOf(Problem.class).hasMessage("""
                        the database's user may not do all that is needed, and nothing was done. It may not
                          write to the database's file (attempt to write a readonly database):
                            give this user the file and its folder, in which SQLite puts a journal; or take out of the URL what opens it to be read only
                        Let somebody who may give these rights do so, and run it again.""");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(writing.upgrade().changelogs()).hasSize(1);
    }

    @Test
    void somebody_elses_lock_is_no_lack_of_a_right() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement();
                Database database = writing.database()) {
            statement.execute("begin immediate");
            Needs needs = Needs.ofJournal("main", Name.of("robot_migrations"), true);
            assertThatThrownBy(() -> database.dialect().rights().lacking(database.connection(), needs))
                    .hasMessageContaining("database is locked");
            statement.execute("rollback");
        }
        assertThat(writing.upgrade().changelogs()).hasSize(1);
    }
}
