package org.robotoverlord.migrate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.migrate.connection.Secret;

/**
 * An {@code <app>} of the POM, as it is written there: tables that live in one database and migrate together.
 *
 * <pre>{@code
 * <app>
 *   <name>audit</name>
 *   <url>jdbc:postgresql://db/audit</url>
 *   <server>audit-db</server>
 * </app>
 * }</pre>
 */
public final class AppSettings {
    private String name;
    private String models;
    private String location;
    private String schema;
    private String dialect;
    private Secret url;
    private String server;
    private String user;
    private Secret password;
    private List<String> include;
    private List<String> exclude;
    private Map<String, String> placeholders;
    private String migrationTable;

    /** An empty one, which Maven fills. */
    public AppSettings() {}

    /** The app of a POM that names none. */
    static AppSettings named(String name) {
        AppSettings settings = new AppSettings();
        settings.name = name;
        return settings;
    }

    String name() {
        return name == null ? "" : name.strip();
    }

    Optional<String> models() {
        return present(models);
    }

    Optional<String> location() {
        return present(location);
    }

    Optional<String> schema() {
        return present(schema);
    }

    Optional<String> dialect() {
        return present(dialect);
    }

    Optional<Secret> url() {
        return Optional.ofNullable(url).filter(secret -> !secret.isBlank());
    }

    Optional<String> server() {
        return present(server);
    }

    Optional<String> user() {
        return present(user);
    }

    Optional<Secret> password() {
        return Optional.ofNullable(password).filter(secret -> !secret.isBlank());
    }

    List<String> include() {
        return include == null ? List.of() : include;
    }

    List<String> exclude() {
        return exclude == null ? List.of() : exclude;
    }

    Map<String, String> placeholders() {
        return placeholders == null ? Map.of() : placeholders;
    }

    Optional<String> migrationTable() {
        return present(migrationTable);
    }

    private static Optional<String> present(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The name, for Maven's list of parameters with -X. */
    @Override
    public String toString() {
        return name();
    }
}
