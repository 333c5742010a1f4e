package org.robotoverlord.migrate.connection;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.problem.Problem;

/**
 * Opens a connection: with a driver among the plugin's dependencies, or else with the one that the dialect is tried with. Drivers show
 * their URL in their logs, each driver that of any other one, too, so what is secret is told beside it.
 */
final class Connector {
    private Connector() {}

    /**
     * @param from where the URL was written, for messages
     * @param drivers who fetches one that isn't here
     * @param application what the session calls itself, unless the URL says so
     * @throws Problem where there is no connection to be had, with what to do
     */
    static Connection connect(ConnectionUrl url, Login login, String from, Drivers drivers, String application) {
        Driver driver = driver(url, drivers);
        try {
            Connection connection = driver.connect(url.withoutSecrets(), properties(url, login, application));
            connection.setAutoCommit(true);
            return connection;
        } catch (SQLException failed) {
            throw ConnectionFailure.of(failed, url, login, from);
        }
    }

    private static Driver driver(ConnectionUrl url, Drivers drivers) {
        ClassLoader own = Connector.class.getClassLoader();
        return driver(url, own)
                .or(() -> Dialects.of(url.jdbc())
                        .driver()
                        .flatMap(coordinates -> driver(url, drivers.loader(coordinates))))
                .orElseThrow(() -> new Problem("no JDBC driver takes " + url.shown()
                        + "; add the driver to the <dependencies> of the plugin in pom.xml"));
    }

    private static Optional<Driver> driver(ConnectionUrl url, ClassLoader loader) {
        try {
            for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
                if (driver.acceptsURL(url.withoutSecrets())) {
                    return Optional.of(driver);
                }
            }
            return Optional.empty();
        } catch (SQLException broken) {
            throw new Problem(
                    "the URL isn't understood by its driver: " + url.shown(), Redacted.thrown(broken, url.secrets()));
        }
    }

    private static Properties properties(ConnectionUrl url, Login login, String application) {
        Properties properties = new Properties();
        properties.putAll(url.secretSettings());
        login.user().ifPresent(user -> properties.setProperty("user", user));
        login.password().ifPresent(password -> properties.setProperty("password", password.reveal()));
        Dialects.of(url.jdbc()).driverSettings(url.jdbc(), application).forEach((setting, value) -> {
            if (!url.jdbc().matches(".*[?&;]" + setting + "=.*")) {
                properties.setProperty(setting, value);
            }
        });
        return properties;
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // Nothing was begun on it.
        }
    }

    /** The name of the database that a connection is to. */
    static Optional<String> databaseName(Connection connection) {
        try {
            String catalogue = connection.getCatalog();
            return Optional.of(
                    catalogue == null ? fileName(connection.getMetaData().getURL()) : catalogue);
        } catch (SQLException failed) {
            throw new Problem("the database doesn't tell its name: " + failed.getMessage(), failed);
        }
    }

    /** What a file is called that a URL leads to. */
    private static String fileName(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst(".*[/\\\\:]", "");
    }
}
