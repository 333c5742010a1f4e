package org.robotoverlord.changelog.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.DialectContract;
import org.robotoverlord.changelog.problem.Problem;

class H2DialectTest extends DialectContract {
    /** What SQL in them says in words of PostgreSQL's or of nobody's. */
    private static final Set<String> IN_OTHER_WORDS = Set.of(
            "add-column-computed",
            "add-column-with-fill-of-sql",
            "change-generated-column",
            "set-not-null-with-fill-of-sql",
            "sql-of-another-dialect",
            "sql-outside-a-transaction");

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    protected Dialect dialect() {
        return new H2Dialect();
    }

    @Override
    protected List<Integer> majors() {
        return List.of(2);
    }

    @Override
    protected Connection open(int major) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:trial" + COUNT.incrementAndGet() + ";DATABASE_TO_LOWER=TRUE");
    }

    @Override
    protected List<String> likeACommit() {
        return List.of();
    }

    @Override
    protected Connection another(Connection connection) throws SQLException {
        return DriverManager.getConnection(connection.getMetaData().getURL() + ";DATABASE_TO_LOWER=TRUE");
    }

    @Override
    protected boolean does(int major, ChangeExample example) {
        return !IN_OTHER_WORDS.contains(example.name());
    }

    @Override
    protected List<Change> asFarAsItCan(List<Change> given) {
        return H2Profile.of(given);
    }

    @Test
    void the_driver_that_is_fetched_is_the_one_it_is_tried_with() throws SQLException {
        try (Connection connection = open(2)) {
            assertThat(connection.getMetaData().getDriverVersion())
                    .startsWith(dialect().driver().orElseThrow().replaceFirst(".*:", ""));
        }
    }

    @Test
    void a_database_that_makes_names_upper_case_is_refused() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            assertThatThrownBy(() -> dialect().server(connection))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("add ;DATABASE_TO_LOWER=TRUE to the URL");
        }
    }
}
