package org.robotoverlord.changelog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.schema.Name;

/**
 * Tables that live in one database and migrate together.
 *
 * @param name what it is called; {@code models} where nothing else is said
 * @param base the folder that paths are shown relative to
 * @param models the folder of its models, which need not exist
 * @param changelogs the folder of its changelogs, which need not exist
 * @param schema the schema that names without one lie in; empty for the dialect's own
 * @param dialect the dialect's name; empty for {@code postgresql}
 * @param migrationTable where runs are recorded
 * @param placeholders name → value, for SQL in changelogs
 * @param include globs over {@code table} or {@code schema.table}: what is managed; empty for all
 * @param exclude globs of what isn't
 */
public record App(
        String name,
        Path base,
        Path models,
        Path changelogs,
        Optional<String> schema,
        Optional<String> dialect,
        Name migrationTable,
        Map<String, String> placeholders,
        List<String> include,
        List<String> exclude) {
    /** What an app is called where there is one. */
    public static final String DEFAULT_NAME = "models";

    public App {
        placeholders = Map.copyOf(placeholders);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }
}
