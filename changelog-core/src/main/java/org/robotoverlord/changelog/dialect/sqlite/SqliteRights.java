package org.robotoverlord.changelog.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.robotoverlord.changelog.dialect.Lack;
import org.robotoverlord.changelog.dialect.Needs;
import org.robotoverlord.changelog.dialect.Rights;

/**
 * SQLite knows no rights, but a file may be there to be read only, or lie in a folder that takes no journal. Only a write tells; it is
 * rolled back.
 */
final class SqliteRights implements Rights {
    @Override
    public List<Lack> lacking(Connection connection, Needs needs) throws SQLException {
        long patience = SqliteLock.patience(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SqliteLock.patience(0));
            try {
                write(statement);
                return List.of();
            } catch (SQLException refused) {
                if (SqliteMessage.isUnwritable(refused)) {
                    return List.of(lack(refused));
                }
                throw refused;
            } finally {
                statement.execute(SqliteLock.patience(patience));
            }
        }
    }

    private static void write(Statement statement) throws SQLException {
        statement.execute("begin immediate");
        try {
            statement.execute("pragma user_version = "
                    + statement.executeQuery("pragma user_version").getInt(1));
        } finally {
            statement.execute("rollback");
        }
    }

    private static Lack lack(SQLException refused) {
        return new Lack(
                "write to the database's file (" + SqliteMessage.of(refused).message() + ")",
                "give this user the file and its folder, in which SQLite puts a journal;"
                        + " or take out of the URL what opens it to be read only");
    }
}
