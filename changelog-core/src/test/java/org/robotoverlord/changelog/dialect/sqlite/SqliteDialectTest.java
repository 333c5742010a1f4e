package org.robotoverlord.changelog.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.DialectContract;
import org.robotoverlord.changelog.dialect.Trial;

class SqliteDialectTest extends DialectContract {
    private static final Set<String> IN_OTHER_WORDS = Set.of(
            "add-column-computed",
            "add-column-with-fill-of-sql",
            "change-generated-column",
            "change-type-of-a-generated-column-to-number",
            "change-type-using",
            "make-generated-column-plain-under-a-foreign-key",
            "set-not-null-with-fill-of-sql",
            "sql-of-another-dialect",
            "sql-outside-a-transaction");

    @TempDir
    static Path folder;

    @Override
    protected Dialect dialect() {
        return new SqliteDialect();
    }

    @Override
    protected List<Integer> majors() {
        return List.of(3);
    }

    @Override
    protected Connection open(int major) throws SQLException {
        try {
            return DriverManager.getConnection("jdbc:sqlite:" + Files.createTempFile(folder, "trial", ".db"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    protected List<String> likeACommit() {
        return List.of();
    }

    @Override
    protected Connection another(Connection connection) throws SQLException {
        return DriverManager.getConnection(connection.getMetaData().getURL());
    }

    @Override
    protected List<Change> asFarAsItCan(List<Change> given) {
        return SqliteProfile.profile().of(given);
    }

    /** Not what the user's SQL says in words of PostgreSQL's or of nobody's, nor a key that is computed. */
    @Override
    protected boolean does(int major, ChangeExample example) {
        return !IN_OTHER_WORDS.contains(example.name());
    }

    /** A statement has a million bytes at most, with the quotes that are doubled. */
    @Override
    protected int longestText() {
        return 600_000;
    }

    @Override
    protected boolean locksEachTableByItself() {
        return false;
    }

    @Test
    void the_driver_that_is_fetched_is_the_one_it_is_tried_with() throws SQLException {
        try (Connection connection = open(3)) {
            assertThat(dialect().driver().orElseThrow())
                    .endsWith(":" + connection.getMetaData().getDriverVersion());
        }
    }

    @Test
    void it_knows_how_long_a_step_takes_and_a_script_does_without() throws SQLException {
        try (Connection connection = open(3)) {
            Trial trial = new Trial(dialect(), connection, List.of());
            assertThat(trial.ask("select " + dialect().elapsedMillis())).isEqualTo("0");
            long before = System.nanoTime();
            trial.execute(dialect().stopwatch().orElseThrow());
            trial.ask("with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000)"
                    + " select count(*) from n");
            long elapsed = Long.parseLong(trial.ask("select " + dialect().elapsedMillis()));
            assertThat(elapsed).isBetween(1L, (System.nanoTime() - before) / 1_000_000 + 2);
        }
    }
}
