package org.robotoverlord.changelog.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.View;

/** Reads what SHOW CREATE VIEW prints. */
final class MysqlViewText {
    private static final String NAME = "`(?:[^`]|``)*+`";
    private static final Pattern PRINTED = Pattern.compile(
            "CREATE ALGORITHM=\\w+ DEFINER=" + NAME + "(?:@" + NAME + ")? SQL SECURITY \\w+ VIEW (?:" + NAME + "\\.)?"
                    + NAME + " AS (?<query>.*)",
            Pattern.DOTALL);

    private MysqlViewText() {}

    /**
     * A view as the server prints it.
     *
     * @param home the database of the session, whose name the server puts before others or doesn't
     * @return empty where it gives its columns names beside the query, or the user may not see it
     */
    static Optional<View> read(Connection connection, Name name, String home) throws SQLException {
        String quoted =
                name.schema().map(schema -> MysqlQuotes.name(schema) + ".").orElse("") + MysqlQuotes.name(name.local());
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery("show create view " + quoted)) {
                row.next();
                Matcher printed = PRINTED.matcher(row.getString(2));
                return printed.matches()
                        ? Optional.of(View.of(MysqlQuotes.read(MysqlQuotes.without(home, printed.group("query")))))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            if (failed.getErrorCode() == MysqlMessage.MAY_NOT) {
                return Optional.empty();
            }
            throw failed;
        }
    }
}
