package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.dialect.Clauses;
import org.robotoverlord.changelog.dialect.DatabaseMessage;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.RunLock;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Step;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** PostgreSQL, 14 and newer. */
public final class PostgresDialect implements Dialect {
    private static final Server NEWEST = new Server(18, 0);

    /** A server that lacks it, or the means for it, goes on without: then a run that died is noticed when its statement ends. */
    private static final String NOTICE_A_DEAD_RUN = """
            DO $$BEGIN
              PERFORM set_config('client_connection_check_interval', '2s', false);
            EXCEPTION WHEN others THEN
              NULL;
            END$$""";

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public boolean speaks(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:postgresql:");
    }

    @Override
    public String defaultSchema() {
        return "public";
    }

    @Override
    public Set<String> builtInTypes() {
        return PostgresTypes.BUILT_IN;
    }

    @Override
    public Server newest() {
        return NEWEST;
    }

    @Override
    public Server server(Connection connection) throws SQLException {
        DatabaseMetaData of = connection.getMetaData();
        return new Server(of.getDatabaseMajorVersion(), of.getDatabaseMinorVersion());
    }

    @Override
    public List<Statement> statements(List<Change> changes, Schema before, Server server) {
        List<Statement> statements =
                Step.walk(changes, before, server, step -> step.change().accept(new PostgresSql(this, step)));
        return PostgresDeferral.settled(Clauses.merged(statements), before);
    }

    @Override
    public String identifier(String name) {
        return '"' + withoutNul(name).replace("\"", "\"\"") + '"';
    }

    @Override
    public String qualified(Name name, String home) {
        return identifier(name.schema().orElse(home)) + "." + identifier(name.local());
    }

    /** With {@code standard_conforming_strings}, which every session is told, only quotes mean something in a literal. */
    @Override
    public String literal(String text) {
        return "'" + withoutNul(text).replace("'", "''") + "'";
    }

    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Problem("'" + text.replace("\0", "\\0")
                    + "' holds the character NUL, which PostgreSQL can't keep; take it out");
        }
        return text;
    }

    /** Schemas that aren't there are no harm to a search path; {@code public} is where extensions use to lie. */
    @Override
    public List<String> sessionStatements(String home) {
        Set<String> path = new LinkedHashSet<>(List.of(home, defaultSchema()));
        return Stream.of(
                        "SET standard_conforming_strings TO on",
                        "SET search_path TO "
                                + path.stream().map(this::identifier).collect(Collectors.joining(", ")),
                        // Else a literal of a timestamptz means what the machine's zone makes of it.
                        "SET TimeZone TO 'UTC'",
                        NOTICE_A_DEAD_RUN)
                .toList();
    }

    @Override
    public RunLock lock() {
        return new PostgresLock();
    }

    @Override
    public DatabaseMessage message(SQLException failure) {
        return PostgresMessage.of(failure);
    }
}
