package org.robotoverlord.migrate;

import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.robotoverlord.migrate.connection.Databases;
import org.robotoverlord.migrate.connection.Drivers;
import org.robotoverlord.migrate.connection.EmbeddedBinaries;
import org.robotoverlord.migrate.connection.Secret;
import org.robotoverlord.migrate.connection.Servers;

/** What the goals share that may go to a database: how it is reached. */
abstract class DatabaseMojo extends ProjectMojo {
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

    @Inject
    private Provider<SettingsDecrypter> decrypter;

    @Inject
    Provider<RepositorySystem> repositories;

    /** Who opens databases. */
    final Databases databases() {
        return new Databases(new Servers(session.getSettings(), decrypter::get), binaries(), drivers(), getLog()::info);
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
