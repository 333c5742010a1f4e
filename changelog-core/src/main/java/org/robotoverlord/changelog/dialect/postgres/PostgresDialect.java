package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.dialect.Access;
import org.robotoverlord.changelog.dialect.Beside;
import org.robotoverlord.changelog.dialect.Blockers;
import org.robotoverlord.changelog.dialect.Clauses;
import org.robotoverlord.changelog.dialect.Creation;
import org.robotoverlord.changelog.dialect.DatabaseMessage;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Leftover;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Rights;
import org.robotoverlord.changelog.dialect.RunLock;
import org.robotoverlord.changelog.dialect.Saver;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.introspect.Introspector;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** PostgreSQL, 14 and newer. */
public final class PostgresDialect implements Dialect {
    private static final Server NEWEST = new Server(18, 0);

    /**
     * A server that lacks one, or the means for it, goes on without: then a run that died is noticed when its statement ends. The first
     * notices a closed socket while a statement runs, the others a machine that is gone without closing any.
     */
    private static final String NOTICE_A_DEAD_RUN = """
            do $$declare
              each_setting text[];
            begin
              foreach each_setting slice 1 in array array[['client_connection_check_interval', '2s'],
                ['tcp_keepalives_idle', '10'], ['tcp_keepalives_interval', '5'], ['tcp_keepalives_count', '3'],
                ['tcp_user_timeout', '30s']]
              loop
                begin
                  perform set_config(each_setting[1], each_setting[2], false);
                exception when others then
                  null;
                end;
              end loop;
            end$$""";

    /** All in one statement, so that it is done whole or not at all. {@code public} is made as {@code initdb} makes it. */
    private static final String EMPTYING = """
            declare
              each_schema text;
            begin
              for each_schema in
                select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
              loop
                execute format('drop schema %%I cascade', each_schema);
              end loop;
              execute format('create schema %%I', %s);
              grant usage on schema public to public;
              execute format('create schema if not exists %%I', %s);
            end""";

    private static final Pattern CONCURRENTLY = Pattern.compile(
            "^(?:create (?:unique )?index|drop index|reindex|refresh|alter table) .*?\\bconcurrently\\b");

    private static final String NO_SUCH_TABLE = "42P01";

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    /** To connect it takes long enough for a server far away, and short enough for a person who mistyped its name. */
    @Override
    public Map<String, String> driverSettings(String jdbcUrl, String application) {
        return Map.of(
                "ApplicationName",
                application,
                "tcpKeepAlive",
                "true",
                "socketFactory",
                KeepAliveSockets.class.getName(),
                "connectTimeout",
                "10",
                "loginTimeout",
                "30");
    }

    @Override
    public Optional<String> passwordFile() {
        return Optional.of("~/.pgpass");
    }

    @Override
    public boolean speaks(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:postgresql:");
    }

    @Override
    public Map<String, String> shortUrls() {
        return Map.of("postgres", "jdbc:postgresql:", "postgresql", "jdbc:postgresql:");
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
        PostgresDeferral deferral = new PostgresDeferral();
        return Clauses.merged(Moment.walk(
                changes,
                before,
                server,
                moment -> deferral.settled(moment, moment.change().accept(new PostgresSql(this, moment)))));
    }

    @Override
    public Introspector introspector() {
        return new PostgresIntrospector();
    }

    @Override
    public Schema asPrinted(Connection connection, Schema wished) throws SQLException {
        Server server = server(connection);
        Schema printed = new PostgresReadBack(schema -> creating(schema, server)).asPrinted(connection, wished);
        return new PostgresBounds(new PostgresPhrases(this, wished, server)).asPrinted(connection, printed);
    }

    private List<String> creating(Schema schema, Server server) {
        return statements(Creation.of(schema), Schema.empty(schema.setting()), server).stream()
                .map(Statement::sql)
                .toList();
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
                        "set standard_conforming_strings to on",
                        "set search_path to "
                                + path.stream().map(this::identifier).collect(Collectors.joining(", ")),
                        // Else a literal of a timestamptz means what the machine's zone makes of it.
                        "set TimeZone to 'UTC'",
                        NOTICE_A_DEAD_RUN)
                .toList();
    }

    /** Whoever may not make schemas needs none made: {@code if not exists} would ask for that right first. */
    @Override
    public String createHome(String home) {
        String block = "begin if not exists (select from pg_namespace where nspname = " + literal(home)
                + ") then create schema " + identifier(home) + "; end if; end";
        return "do " + literal(block);
    }

    @Override
    public String elapsedMillis() {
        return "(extract(epoch from clock_timestamp() - transaction_timestamp()) * 1000)::bigint";
    }

    /** See <a href="https://www.postgresql.org/docs/current/wal-async-commit.html">Asynchronous Commit</a>. */
    @Override
    public Optional<String> unhurriedCommit() {
        return Optional.of("set local synchronous_commit = off");
    }

    @Override
    public boolean settle(Connection connection, Statement statement) throws SQLException {
        return PostgresSettling.isDone(connection, statement.sql());
    }

    @Override
    public boolean tells(Statement statement) {
        return PostgresSettling.tells(statement.sql());
    }

    @Override
    public void requireOwnSession(Connection connection, Optional<Beside> beside) throws SQLException {
        PostgresPooling.refuse(connection, beside);
    }

    @Override
    public List<String> lockTimeout(Duration longest) {
        return List.of("set lock_timeout to " + longest.toMillis());
    }

    @Override
    public Optional<String> statementTimeout(Duration longest, Server server) {
        return Optional.of("set statement_timeout to " + longest.toMillis());
    }

    /**
     * What is done concurrently waits for those who are there, and nobody waits for it but what would change the table itself. An index
     * that gave way while it was made would have to be made from its beginning.
     */
    @Override
    public boolean waitsInNobodysWay(Statement statement) {
        return CONCURRENTLY.matcher(Expression.of(statement.sql()).folded()).find();
    }

    @Override
    public Optional<Blockers> blockers() {
        return Optional.of(new PostgresSessions());
    }

    @Override
    public boolean saysNoTable(SQLException failure) {
        return NO_SUCH_TABLE.equals(failure.getSQLState());
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public String copyDatabase(String from, String to) {
        return "create database " + identifier(to) + " template " + identifier(from);
    }

    @Override
    public Optional<String> createRole(String name) {
        return Optional.of("do $robot$ begin create role " + identifier(name)
                + "; exception when duplicate_object or reserved_name then null; end $robot$");
    }

    @Override
    public String dropDatabase(String name) {
        return "drop database " + identifier(name) + " with (force)";
    }

    @Override
    public void empty(Connection connection, String home) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("do " + literal(EMPTYING.formatted(literal(defaultSchema()), literal(home))));
        }
    }

    @Override
    public RunLock lock() {
        return new PostgresLock();
    }

    @Override
    public List<Leftover> leftovers(Connection connection, String home, Set<String> schemas) throws SQLException {
        return PostgresLeftovers.of(connection, home, schemas);
    }

    @Override
    public Rights rights() {
        return new PostgresRights();
    }

    @Override
    public Saver saver(Connection connection, Server server, Access access, Optional<String> program) {
        return PostgresSaver.of(server, access, program);
    }

    @Override
    public DatabaseMessage message(SQLException failure) {
        return PostgresMessage.of(failure);
    }
}
