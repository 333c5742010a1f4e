package org.robotoverlord.it.build;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.robotoverlord.changelog.embedded.EmbeddedPostgres;
import org.robotoverlord.changelog.embedded.Settings;

/**
 * A user's project that Maven builds: what the builds said, the files, and the database that results.
 *
 * <pre>{@code
 * def build = new Build(basedir)
 * build.says('Success upgrade 1_20260101000000_users.yaml')
 * assert build.tables() == ['users']
 * }</pre>
 */
public final class Build {
    /** Maven says this first in each run, as it is told to show its version; Maven 4 only the number, where it is to be quiet. */
    private static final Pattern RUN = Pattern.compile("(?m)^(?:\\d+\\.\\d+\\.\\d+\\S*|Apache Maven .*)\\R"
            + "(?:(?:Maven home|Java version|Default locale|OS name): .*\\R)*");

    private final Path folder;
    private final Maven maven;

    /** The project of a {@code verify.groovy}, which calls its folder {@code basedir}. */
    public Build(File folder) {
        this(folder.toPath(), Maven.ofThisBuild(folder.toPath()));
    }

    /** A project in a folder. */
    public Build(Path folder, Maven maven) {
        this.folder = folder;
        this.maven = maven;
    }

    /** A module, or another project in a folder of this one; the folder is made where it is missing. */
    public Build project(String name) {
        Path other = folder.resolve(name);
        try {
            Files.createDirectories(other);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Build(other, maven);
    }

    /** The same project, with lines for whoever asks. */
    public Build answering(String... lines) {
        return new Build(folder, maven.answering(List.of(lines)));
    }

    /** The same project, with a variable set in the environment. */
    public Build where(String variable, String value) {
        return new Build(folder, maven.where(variable, value));
    }

    /** The same project, each run of which is a group of processes of its own, as a shell makes one of what is typed. */
    public Build inItsOwnGroup() {
        return new Build(folder, maven.inItsOwnGroup());
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /** Runs Maven in the project. */
    public Output mvn(String... arguments) {
        return maven.run(folder, Arrays.asList(arguments));
    }

    /** Starts Maven in the project and doesn't wait for it. */
    public Running start(String... arguments) {
        return maven.start(folder, Arrays.asList(arguments));
    }

    /** What one of the goals of {@code invoker.properties} said; the first is 1, as there. */
    public Output output(int goal) {
        List<String> runs = Arrays.stream(RUN.split(log())).toList();
        return new Output(0, runs.get(goal).replaceAll("(?s)\\s*(Running post-build script: .*)?\\z", "") + "\n");
    }

    /** The goals said all of this, in this order; a {@code *} stands for anything within a line. */
    public void says(String... wanted) {
        new Output(0, log()).says(wanted);
    }

    /** None of the goals said any of this. */
    public void neverSays(String... unwanted) {
        new Output(0, log()).neverSays(unwanted);
    }

    /** Failures were told to a user, not to a programmer. */
    public void saysNoStackTrace() {
        neverSays("\tat ");
    }

    /** What was printed, without colours, which Maven ends even where it never began. */
    private String log() {
        return text("build.log").replaceAll("\\u001B\\[[0-9;]*m", "");
    }

    /** The text of a file. */
    public String text(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes a file. */
    public Build file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The names of the changelogs of the app {@code models}. */
    public List<String> changelogs() {
        try (Stream<Path> files = Files.list(folder.resolve("migrations/models"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The text of a changelog of the app {@code models}, by its number. */
    public String changelog(int number) {
        String name = changelogs().stream()
                .filter(each -> each.startsWith(number + "_"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no changelog " + number + " in " + changelogs()));
        return text("migrations/models/" + name);
    }

    /** Whether the embedded database of the app {@code models} was made. */
    public boolean hasDatabase() {
        return Files.exists(folder.resolve("target/robot/models/data"));
    }

    /** The tables of the app {@code models}. */
    public List<String> tables() {
        return tables("models");
    }

    /** The tables in the embedded database of an app. */
    public List<String> tables(String app) {
        return rows(
                app,
                "select tablename from pg_tables where schemaname = 'public' and tablename <> 'robot_migrations' order by 1");
    }

    /** Number, id and state of what was applied to the database of the app {@code models}. */
    public List<String> history() {
        return rows("select number, id, case when steps_done = steps_total then 'applied' else 'interrupted' end"
                + " from robot_migrations order by number");
    }

    /** The rows of a query of the embedded database of the app {@code models}, columns joined by a space. */
    public List<String> rows(String query) {
        return rows("models", query);
    }

    private List<String> rows(String app, String query) {
        Path data = folder.resolve("target/robot").resolve(app);
        if (!Files.exists(data.resolve("data"))) {
            return List.of();
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(Settings.of(binaries(), data))) {
            return Rows.of(server.jdbcUrl(), query);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Path binaries() {
        List<Path> found = new ArrayList<>();
        Path jars = maven.target().resolve("postgres");
        try (DirectoryStream<Path> newest = Files.newDirectoryStream(jars, "*-18.*.jar")) {
            newest.forEach(found::add);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return found.get(0);
    }
}
