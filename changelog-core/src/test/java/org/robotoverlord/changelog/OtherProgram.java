package org.robotoverlord.changelog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.robotoverlord.changelog.dialect.Dialects;

/** An application that works on a project's database, called {@code shop} where sessions have names. */
final class OtherProgram implements AutoCloseable {
    private final Connection connection;
    private final String url;

    private OtherProgram(Connection connection, String url) {
        this.connection = connection;
        this.url = url;
    }

    static OtherProgram at(Project project) throws SQLException {
        return new OtherProgram(project.connect("shop"), project.url());
    }

    /** Runs a statement in a transaction, which stays open. */
    void begins(String sql) {
        try {
            connection.setAutoCommit(false);
            runs(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Runs a statement. */
    void runs(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void commits() throws SQLException {
        connection.commit();
    }

    void rollsBack() throws SQLException {
        connection.rollback();
    }

    /** The number of its session. */
    long session() throws SQLException {
        return Dialects.of(url).blockers().orElseThrow().session(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
