package org.robotoverlord.migrate;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.robotoverlord.changelog.App;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.Surroundings;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.migrate.connection.Connecting;
import org.robotoverlord.migrate.connection.Databases;

/** Makes of what the POM says of an app what the core works with. */
final class AppSources {
    private static final String MIGRATION_TABLE = "robot_migrations";

    private final DatabaseMojo mojo;
    private final Databases databases;
    private final AppConnections connections;

    AppSources(DatabaseMojo mojo, Databases databases) {
        this.mojo = mojo;
        this.databases = databases;
        this.connections = new AppConnections(mojo);
    }

    /** The apps among some that have models or changelogs. */
    List<AppRun> present(List<AppSettings> apps) {
        return all(apps).stream().filter(run -> run.robot().hasFiles()).toList();
    }

    /** All of some apps. */
    List<AppRun> all(List<AppSettings> apps) {
        return apps.stream().map(this::run).toList();
    }

    private AppRun run(AppSettings settings) {
        Connecting connecting = connections.of(settings);
        App app = app(settings, settings.dialect().or(() -> Databases.dialect(connecting)));
        settings.dialect().ifPresent(named -> Databases.requireDialect(connecting, named));
        return new AppRun(app, new Robot(app, surroundings()), connecting, databases);
    }

    private App app(AppSettings settings, Optional<String> dialect) {
        Map<String, String> placeholders = new HashMap<>(mojo.placeholders == null ? Map.of() : mojo.placeholders);
        placeholders.putAll(settings.placeholders());
        // Maven leaves nothing of a ${property} that isn't set.
        placeholders.values().removeIf(Objects::isNull);
        return new App(
                settings.name(),
                base(),
                models(settings),
                changelogs(settings),
                settings.schema(),
                dialect,
                Name.of(settings.migrationTable().orElse(MIGRATION_TABLE)),
                placeholders,
                settings.include(),
                settings.exclude());
    }

    private Path models(AppSettings settings) {
        return mojo.basedir().resolve(settings.models().orElse("src/main/models/" + settings.name()));
    }

    private Path changelogs(AppSettings settings) {
        return mojo.basedir().resolve(settings.location().orElse(mojo.location)).resolve(settings.name());
    }

    /** Paths are shown from where the build was started, where an editor finds them. */
    private Path base() {
        String root = mojo.session.getExecutionRootDirectory();
        Path module = mojo.basedir();
        return root != null && module.startsWith(root) ? Path.of(root) : module;
    }

    /** Where the files of an app would lie. */
    String places(AppSettings settings) {
        return "models ('" + relative(models(settings)) + "') or changelogs ('" + relative(changelogs(settings)) + "')";
    }

    private String relative(Path path) {
        return (path.startsWith(mojo.basedir()) ? mojo.basedir().relativize(path) : path)
                .toString()
                .replace('\\', '/');
    }

    private Surroundings surroundings() {
        return new Surroundings(
                Clock.systemUTC(), System.getProperty("user.name"), mojo.toolVersion(), mojo.patience());
    }
}
