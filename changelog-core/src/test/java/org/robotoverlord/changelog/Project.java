package org.robotoverlord.changelog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.dialect.Patience;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.schema.Name;

/** A user's project for tests: a folder with changelogs and models, and a database of its own. */
public final class Project {
    private static final String TIME = "20260524193000";

    private final Path folder;
    private final String url;
    private Patience patience = Patience.trying(Duration.ofSeconds(10));
    private Map<String, String> placeholders = Map.of();
    private Optional<String> schema = Optional.empty();
    private String parent = "";

    /** An empty one in a folder. */
    public Project(Path folder) {
        this(folder, TestPostgres.NEWEST);
    }

    /** An empty one in a folder, with a database of a major version. */
    public Project(Path folder, int major) {
        this(folder, TestPostgres.freshDatabase(major));
    }

    /** An empty one in a folder, with a database that is there, of any dialect. */
    public static Project on(Path folder, String url) {
        return new Project(folder, url);
    }

    private Project(Path folder, String url) {
        this.folder = folder;
        this.url = url;
    }

    /** The JDBC URL of its database, user included. */
    public String url() {
        return url;
    }

    /** Adds the next changelog, given its changes as a YAML list. */
    public Project changelog(int number, String name, String changes) {
        String head = parent.isEmpty() ? "" : "parent: " + parent + "\n";
        parent = number + "_" + TIME + "_" + name;
        return file("migrations/models/" + parent + ".yaml", head + "changes:\n" + changes.indent(2));
    }

    /** Writes or replaces a file. */
    public Project file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The id of a changelog that was added. */
    public static String id(int number, String name) {
        return number + "_" + TIME + "_" + name;
    }

    public Project withPlaceholders(Map<String, String> values) {
        placeholders = values;
        return this;
    }

    /** With a schema of its own. */
    public Project withSchema(String name) {
        schema = Optional.of(name);
        return this;
    }

    public Project withPatience(Patience wished) {
        patience = wished;
        return this;
    }

    public Path folder() {
        return folder;
    }

    /** The names of the changelogs' files. */
    public List<String> changelogs() {
        Path location = folder.resolve("migrations/models");
        if (!Files.isDirectory(location)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(location)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Robot robot() {
        App app = new App(
                "models",
                folder,
                folder.resolve("src/main/models/models"),
                folder.resolve("migrations/models"),
                schema,
                Optional.of(Dialects.of(url).name()),
                Name.of(Journal.DEFAULT_TABLE),
                placeholders,
                List.of(),
                List.of());
        Clock clock = Clock.fixed(Instant.parse("2026-05-25T08:15:00Z"), ZoneOffset.UTC);
        return new Robot(app, new Surroundings(clock, "tester", "test", patience));
    }

    /** A new connection to the project's database, and what opens another beside it. */
    public Database database() {
        try {
            return new Database(
                    connect("robot"), Dialects.of(url), robot().home(), Optional.of(() -> connect("robot beside")));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A connection of another program's. */
    public Connection connect(String application) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("ApplicationName", application);
        return DriverManager.getConnection(url, Dialects.of(url).isEmbedded() ? settings : new Properties());
    }

    /** A workbench on a database of its own. */
    public Workbench bench() {
        return bench(TestPostgres.NEWEST);
    }

    /** A workbench on a database of its own, of a major version. */
    public static Workbench bench(int major) {
        String throwAway = TestPostgres.freshDatabase(major);
        String name = throwAway.substring(throwAway.lastIndexOf('/') + 1, throwAway.indexOf('?'));
        return new CopyingBench(
                database -> {
                    String other = throwAway.replace("/" + name + "?", "/" + database + "?");
                    try {
                        return new Database(DriverManager.getConnection(other), Dialects.of(other), "public");
                    } catch (SQLException failed) {
                        throw new IllegalStateException(failed);
                    }
                },
                "postgres",
                name);
    }

    public Plan upgrade() {
        return upgrade(Target.USUAL);
    }

    public Plan upgrade(Target target) {
        try (Database database = database()) {
            return robot().upgrade(database, target, Progress.NONE);
        }
    }

    public Plan downgrade(Target target) {
        try (Database database = database()) {
            return robot().downgrade(database, target, plan -> true, Progress.NONE);
        }
    }

    /** Runs SQL of one's own. */
    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The rows of a query, columns joined by a space. */
    public List<String> query(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                read.add(String.join(" ", row));
            }
            return read;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The user's tables in the database. */
    public List<String> tables() {
        return query(
                "select tablename from pg_tables where schemaname = 'public' and tablename <> 'robot_migrations' order by 1");
    }

    /** Number, steps done and steps total of each row of the migration table. */
    public List<String> rows() {
        return query("select number, steps_done, steps_total from robot_migrations order by number");
    }
}
