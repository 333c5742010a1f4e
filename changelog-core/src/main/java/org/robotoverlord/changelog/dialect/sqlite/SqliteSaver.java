package org.robotoverlord.changelog.dialect.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.robotoverlord.changelog.dialect.Saver;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A copy that SQLite makes of its own file, and whose integrity it checks. The lock of the run needn't be given up for it.
 *
 * @see <a href="https://www.sqlite.org/lang_vacuum.html#vacuuminto">VACUUM INTO</a>
 */
final class SqliteSaver implements Saver {
    private final Connection connection;

    SqliteSaver(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void save(Path file) throws SQLException {
        run("vacuum main into ?", file);
        run("attach ? as robot_backup", file);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("pragma robot_backup.integrity_check(1)")) {
                row.next();
                if (!row.getString(1).equals("ok")) {
                    throw new Problem("the backup isn't whole, and nothing was done; SQLite says: " + row.getString(1)
                            + ". Look at the database itself with pragma integrity_check.");
                }
            } finally {
                statement.execute("detach robot_backup");
            }
        }
    }

    private void run(String sql, Path file) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, file.toAbsolutePath().toString());
            statement.execute();
        }
    }

    @Override
    public String restoring(String file) {
        return "copy " + file + " to the database's place while nobody has it open";
    }
}
