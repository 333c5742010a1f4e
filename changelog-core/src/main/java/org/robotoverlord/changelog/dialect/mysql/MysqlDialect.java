package org.robotoverlord.changelog.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.NeededFill;
import org.robotoverlord.changelog.dialect.Access;
import org.robotoverlord.changelog.dialect.Blockers;
import org.robotoverlord.changelog.dialect.DatabaseMessage;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Rights;
import org.robotoverlord.changelog.dialect.RunLock;
import org.robotoverlord.changelog.dialect.Saver;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.introspect.Introspector;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** MySQL from 8.0.16 and MariaDB from 10.6 on; what differs is asked of the server. */
public final class MysqlDialect implements Dialect {
    /** The flavour of a server that is MariaDB. */
    static final String MARIADB = "mariadb";

    private static final String MYSQL = "mysql";
    private static final Server NEWEST = new Server(MYSQL, 8, 4);
    private static final Server NEWEST_MARIADB = new Server(MARIADB, 11, 8);
    private static final Pattern VERSION = Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+)\\.(\\d+).*");
    private static final String MILLIS_TO_CONNECT = "10000";
    private static final String SECONDS_TO_KEEP_ALIVE = "10";
    private static final String SECONDS_BETWEEN_PROBES = "5";
    private static final String PROBES = "3";
    private static final Pattern HERE =
            Pattern.compile("jdbc:\\w+://(?:localhost|127(?:\\.\\d+){3}|\\[::1])(?::\\d+)?/.*");
    private static final int NO_SUCH_TABLE = 1146;
    private static final int NO_SUCH_DATABASE = 1049;

    /** Literals and {@code ||} mean what they mean elsewhere, and a value that doesn't fit is an error. */
    private static final String MODE = "STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
            + "NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO,PIPES_AS_CONCAT";

    @Override
    public String name() {
        return MYSQL;
    }

    @Override
    public Set<String> names() {
        return Set.of(MYSQL, MARIADB);
    }

    @Override
    public Set<String> names(Server server) {
        return server.flavour().equals(MARIADB) ? names() : Set.of(MYSQL);
    }

    @Override
    public String title() {
        return "MySQL";
    }

    @Override
    public String title(Server server) {
        return server.flavour().equals(MARIADB) ? "MariaDB" : title();
    }

    @Override
    public boolean speaks(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:mysql:") || jdbcUrl.startsWith("jdbc:mariadb:");
    }

    /** Of both by the driver that speaks with both. */
    @Override
    public Map<String, String> shortUrls() {
        return Map.of(MYSQL, "jdbc:mariadb:", MARIADB, "jdbc:mariadb:");
    }

    /** MariaDB's speaks with MySQL, too. */
    @Override
    public Optional<String> driver() {
        return Optional.of("org.mariadb.jdbc:mariadb-java-client:3.5.11");
    }

    /**
     * MySQL has its users' passwords encrypted with a key of its own. To take that from the server is safe where nobody can stand
     * between.
     */
    @Override
    public Map<String, String> driverSettings(String jdbcUrl, String application) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of(
                "connectTimeout",
                MILLIS_TO_CONNECT,
                "tcpKeepIdle",
                SECONDS_TO_KEEP_ALIVE,
                "tcpKeepInterval",
                SECONDS_BETWEEN_PROBES,
                "tcpKeepCount",
                PROBES,
                "connectionAttributes",
                "program_name:" + application));
        if (HERE.matcher(jdbcUrl).matches()) {
            settings.put("allowPublicKeyRetrieval", "true");
        }
        return settings;
    }

    /** The database that the URL names, whatever it is called. */
    @Override
    public String defaultSchema() {
        return "";
    }

    @Override
    public Set<String> builtInTypes() {
        return MysqlTypes.BUILT_IN;
    }

    @Override
    public Server newest() {
        return NEWEST;
    }

    @Override
    public Server newest(String called) {
        return called.equals(MARIADB) ? NEWEST_MARIADB : NEWEST;
    }

    @Override
    public Server server(Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select version(), @@explicit_defaults_for_timestamp, database(),"
                                + " @@lower_case_table_names")) {
            row.next();
            String version = row.getString(1);
            Matcher parts = VERSION.matcher(version);
            if (!parts.matches()) {
                throw new Problem("the server says that its version is '" + version + "', which can't be read");
            }
            String flavour = version.toLowerCase(Locale.ROOT).contains(MARIADB) ? MARIADB : MYSQL;
            Server server = new Server(
                    flavour, Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), row.getInt(4) != 0);
            requireNew(server, version);
            if (!row.getBoolean(2)) {
                throw new Problem("the server gives timestamps defaults that nobody wrote; start it with"
                        + " explicit_defaults_for_timestamp=ON");
            }
            if (row.getString(3) == null) {
                throw new Problem("the URL names no database; write it after the host, as in mariadb://host/shop");
            }
            return server;
        }
    }

    private static void requireNew(Server server, String version) {
        boolean old = server.flavour().equals(MARIADB)
                ? server.major() < 10 || server.major() == 10 && server.minor() < 6
                : server.major() < 8;
        if (old) {
            throw new Problem(
                    "the server is " + version + "; MariaDB 10.6 and MySQL 8.0 are the oldest that are known");
        }
    }

    @Override
    public List<String> sessionStatements(String home) {
        requireNoHome(home);
        return List.of(
                "set names utf8mb4",
                "set sql_mode = '" + MODE + "'",
                // Else a literal of a timestamptz means what the machine's zone makes of it.
                "set time_zone = '+00:00'",
                "set foreign_key_checks = 1",
                "set @robot_began = sysdate(6)");
    }

    private void requireNoHome(String home) {
        if (!home.equals(defaultSchema())) {
            throw new Unsupported("a schema is a database here, and the one that the URL names is the app's own;"
                    + " leave <schema> out and name '" + home + "' in the URL");
        }
    }

    /** What MariaDB can't do is said of MariaDB, though most of what is refused neither of them can do. */
    @Override
    public List<Statement> statements(List<Change> changes, Schema before, Server server) {
        try {
            return written(changes, before, server);
        } catch (Unsupported refused) {
            throw refused.naming(title(), title(server));
        }
    }

    private List<Statement> written(List<Change> changes, Schema before, Server server) {
        List<Statement> statements = new ArrayList<>();
        Map<Name, Last> touched = new LinkedHashMap<>();
        Schema at = before;
        for (List<Change> run : MysqlRuns.of(changes)) {
            Schema first = at;
            statements.addAll(Moment.walk(run, at, server, moment -> written(moment, first, run)));
            for (Change change : run) {
                Schema was = at;
                at = change.apply(at);
                Schema is = at;
                is.tables().forEach((name, table) -> {
                    if (was.findTable(name).filter(other -> other == table).isEmpty()) {
                        touched.put(name, new Last(change, was));
                    }
                });
            }
        }
        Schema after = at;
        touched.forEach((name, last) -> {
            if (after.findTable(name).isPresent()) {
                Moment.walk(List.of(last.change()), last.before(), server, moment -> {
                    MysqlWhole.require(after, name, new MysqlPhrases(this, after, server));
                    return List.of();
                });
            }
        });
        return statements;
    }

    /** The last change that touched a table, and the schema before it. */
    private record Last(Change change, Schema before) {}

    private List<Statement> written(Moment moment, Schema first, List<Change> run) {
        if (run.size() == 1) {
            MysqlPhrases write = new MysqlPhrases(this, moment.after(), moment.server());
            return new MysqlTriggers(moment, write).around(moment.change().accept(new MysqlSql(this, moment)));
        }
        MysqlPhrases write = new MysqlPhrases(this, moment.after(), moment.server());
        if (!moment.later().isEmpty()) {
            moment.after().tables().forEach((name, table) -> {
                if (moment.before().findTable(name).filter(was -> was == table).isEmpty()) {
                    MysqlTable.of(moment.after(), name, write);
                }
            });
            return List.of();
        }
        return MysqlAlter.between(first, moment.after(), new MysqlPhrases(this, first, moment.server()), write, run);
    }

    @Override
    public Introspector introspector() {
        return new MysqlIntrospector();
    }

    @Override
    public Schema asPrinted(Connection connection, Schema wished) throws SQLException {
        return new MysqlReadBack(this, server(connection)).asPrinted(connection, wished);
    }

    @Override
    public String rowsToFill(NeededFill needed, Schema schema) {
        String rows =
                "select 1 from " + qualified(needed.table(), schema.setting().home());
        String wanting = needed.exists() ? " where " + identifier(needed.column()) + " is null" : "";
        return rows + wanting + " limit 1";
    }

    @Override
    public String identifier(String name) {
        if (name.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            throw new Unsupported(
                    "MySQL's names have no characters beyond U+FFFF, as '" + name + "' has; take another name");
        }
        return MysqlQuotes.name(withoutNul(name));
    }

    /** What lies in the home needs no schema: the session is in its database. */
    @Override
    public String qualified(Name name, String home) {
        return name.schema()
                        .filter(schema -> !schema.equals(home))
                        .map(schema -> identifier(schema) + ".")
                        .orElse("")
                + identifier(name.local());
    }

    @Override
    public String literal(String text) {
        return MysqlQuotes.text(withoutNul(text));
    }

    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Problem("'" + text.replace("\0", "\\0")
                    + "' holds the character NUL, which no name and few texts should hold; take it out");
        }
        return text;
    }

    @Override
    public String createHome(String home) {
        requireNoHome(home);
        return "do 0";
    }

    /** Its driver goes on after a statement of a batch that failed. */
    @Override
    public boolean sendsTogether() {
        return false;
    }

    @Override
    public Optional<String> stopwatch() {
        return Optional.of("set @robot_began = sysdate(6)");
    }

    @Override
    public String elapsedMillis() {
        return "coalesce(timestampdiff(microsecond, @robot_began, sysdate(6)) div 1000, 0)";
    }

    /** Whole seconds, of which there is at least one. The first is for tables, the second for rows. */
    @Override
    public List<String> lockTimeout(Duration longest) {
        long seconds = Math.max(1, (longest.toMillis() + 999) / 1000);
        return List.of("set lock_wait_timeout = " + seconds, "set innodb_lock_wait_timeout = " + seconds);
    }

    /** MySQL has one for queries alone. */
    @Override
    public Optional<String> statementTimeout(Duration longest, Server server) {
        return server.flavour().equals(MARIADB)
                ? Optional.of("set max_statement_time = " + longest.toMillis() / 1000.0)
                : Optional.empty();
    }

    @Override
    public Optional<Blockers> blockers() {
        return Optional.of(new MysqlSessions());
    }

    @Override
    public boolean saysNoTable(SQLException failure) {
        return failure.getErrorCode() == NO_SUCH_TABLE || failure.getErrorCode() == NO_SUCH_DATABASE;
    }

    @Override
    public String copyDatabase(String from, String to) {
        throw new Unsupported("MySQL copies no databases");
    }

    @Override
    public Optional<String> createDatabase(String name) {
        return Optional.of("create database " + identifier(name) + " character set utf8mb4");
    }

    @Override
    public String dropDatabase(String name) {
        return "drop database " + identifier(name);
    }

    /** The database stays, with what its users may do there; what lies in it goes. */
    @Override
    public void empty(Connection connection, String home) throws SQLException {
        MysqlEmptying.empty(connection);
    }

    @Override
    public RunLock lock() {
        return new MysqlLock();
    }

    @Override
    public Rights rights() {
        return new MysqlRights();
    }

    @Override
    public Saver saver(Connection connection, Server server, Access access, Optional<String> program) {
        throw new Unsupported("no backup is taken of " + title(server) + " here. Take it with mariadb-dump or mysqldump"
                + " (--single-transaction --routines --triggers --events), and leave -Dbackup out.");
    }

    @Override
    public DatabaseMessage message(SQLException failure) {
        return MysqlMessage.of(failure);
    }
}
