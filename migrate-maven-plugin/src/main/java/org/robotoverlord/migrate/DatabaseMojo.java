package org.robotoverlord.migrate;

import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.robotoverlord.changelog.dialect.Patience;
import org.robotoverlord.migrate.connection.Databases;
import org.robotoverlord.migrate.connection.Drivers;
import org.robotoverlord.migrate.connection.EmbeddedBinaries;
import org.robotoverlord.migrate.connection.Secret;
import org.robotoverlord.migrate.connection.Servers;

/** What the goals share that may go to a database: how it is reached. */
abstract class DatabaseMojo extends ProjectMojo {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    /**
     * Where the database is: {@code jdbc:postgresql://host:port/database} or {@code
     * postgres://user:password@host:port/database?sslmode=require}, what isn't a letter or digit percent-encoded; {@code
     * sqlite:data/forum.db} or {@code h2:data/forum} in the module, {@code sqlite:///var/forum.db} anywhere. Typed
     * as {@code -Drobot.url} it comes before the app's own {@code <url>}; after that comes the environment variable {@code DATABASE_URL}. Where none is set there is an embedded
     * PostgreSQL, with its data in {@code target/robot/<app>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.url")
    Secret url;

    /**
     * Who logs in, where the URL doesn't say.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.user")
    String user;

    /**
     * The password, where the URL doesn't say it. Better is a {@code <server>} of {@code
     * settings.xml}, where it can be encrypted, or {@code ~/.pgpass}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.password")
    Secret password;

    /**
     * How long a statement waits for a lock that somebody else has before it gives way, with a unit: {@code 500ms}, {@code 3s},
     * {@code 2m}. Whoever comes after it waits behind it for as long. A changelog that gives way is rolled back and tried again.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.lockTimeout", defaultValue = "3s")
    String lockTimeout;

    /**
     * How long a changelog that gave way to somebody's lock is tried again, and how long a run waits for another one that gets no
     * further. {@code 0s} tries once.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.lockRetry", defaultValue = "60s")
    String lockRetry;

    /**
     * How long a statement may take; as long as it likes where it is left out. A server that doesn't answer for longer is taken for
     * lost.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.statementTimeout")
    String statementTimeout;

    @Inject
    private Provider<SettingsDecrypter> decrypter;

    @Inject
    Provider<RepositorySystem> repositories;

    /** Who opens databases. */
    final Databases databases() {
        return new Databases(
                new Servers(session.getSettings(), decrypter::get),
                binaries(),
                drivers(),
                ("robot " + toolVersion()).strip() + " " + goal(),
                getLog()::info);
    }

    /** The version of this plugin; empty text where it isn't known. */
    final String toolVersion() {
        PluginDescriptor plugin = mojoExecution.getMojoDescriptor().getPluginDescriptor();
        return plugin == null || plugin.getVersion() == null ? "" : plugin.getVersion();
    }

    /** @throws org.robotoverlord.changelog.problem.Problem for what is no duration */
    final Patience patience() {
        return new Patience(
                duration("lockTimeout", lockTimeout, SHORTEST).orElse(Patience.USUAL.lockTimeout()),
                duration("lockRetry", lockRetry, Duration.ZERO).orElse(Patience.USUAL.lockRetry()),
                duration("statementTimeout", statementTimeout, SHORTEST));
    }

    private Optional<Duration> duration(String name, String value, Duration shortest) {
        return given(value).map(text -> WrittenDuration.parse(text, given().said(name), shortest));
    }

    private Drivers drivers() {
        return new Drivers(repositories::get, session.getRepositorySession(), project.getRemotePluginRepositories());
    }

    /** Who fetches embedded PostgreSQLs. */
    final EmbeddedBinaries binaries() {
        return new EmbeddedBinaries(
                repositories::get, session.getRepositorySession(), project.getRemotePluginRepositories());
    }
}
