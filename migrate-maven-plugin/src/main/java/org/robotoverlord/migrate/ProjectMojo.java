package org.robotoverlord.migrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that read of apps in the POM: which there are, and where their files lie. */
abstract class ProjectMojo extends RobotMojo {
    /**
     * The apps of this module, each with tables that live in one database and migrate together. Where it is left out there is one,
     * {@code models}, with the default of every key.
     *
     * <pre>{@code
     * <apps>
     *   <app><name>models</name></app>
     *   <app><name>audit</name><url>jdbc:postgresql://db/audit</url><server>audit-db</server></app>
     * </apps>
     * }</pre>
     *
     * The keys of an app: {@code name}, {@code models} (the folder of its models, by default {@code src/main/models/<name>}), {@code
     * location} (the folder above its changelogs), {@code schema} (where tables without a schema lie), {@code dialect}, {@code url},
     * {@code server} (an id in {@code settings.xml}), {@code user}, {@code password}, {@code include} and {@code exclude} (globs over
     * {@code table} or {@code schema.table}), {@code placeholders}, {@code migrationTable}.
     *
     * @since 0.1.0
     */
    @Parameter
    List<AppSettings> apps;

    /**
     * The folder above the changelogs of every app that doesn't name its own: those of the app {@code models} lie in {@code
     * migrations/models}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.location", defaultValue = "migrations")
    String location;

    /**
     * Values for {@code ${name}} in the SQL of changelogs, for every app; an app's own win.
     *
     * <pre>{@code
     * <placeholders><region>eu</region></placeholders>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    Map<String, String> placeholders;

    /** The apps as they are written; none where the one with the defaults is meant. */
    final List<AppSettings> written() {
        return apps == null ? List.of() : apps;
    }

    /** The folder that paths are relative to. */
    final Path basedir() {
        return project.getBasedir().toPath();
    }
}
