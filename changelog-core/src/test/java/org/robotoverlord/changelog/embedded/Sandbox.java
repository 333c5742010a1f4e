package org.robotoverlord.changelog.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.robotoverlord.changelog.TestPostgres;

/**
 * A folder that every user may pass, for data directories, and the processes that a test starts on them; all gone at its end.
 */
final class Sandbox implements AutoCloseable {
    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final List<String> copies = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();

    Sandbox() throws IOException {
        folder = Files.createTempDirectory("robot-embedded-");
        Folders.open(folder, true);
    }

    Path folder() {
        return folder;
    }

    /** A place for a data directory, which isn't there yet. */
    Path directory() {
        Path directory = folder.resolve("data-" + directories.size());
        directories.add(directory);
        return directory;
    }

    static Settings settings(Path directory) {
        return Settings.of(TestPostgres.binaries(TestPostgres.NEWEST), directory);
    }

    /** Starts {@link Launcher} in a process of its own. */
    Running launch(Path directory, int patience, String... wrap) throws IOException {
        Path jar = TestPostgres.binaries(TestPostgres.NEWEST).toAbsolutePath();
        return launch(
                jar, directory, BinariesCache.ofThisUser(), patience, System.getProperty("java.class.path"), wrap);
    }

    /** The same as another user, who can't read root's home: all that is needed lies in the sandbox. */
    Running launchAs(List<String> become, Path directory) throws IOException {
        Path jar = Files.copy(
                TestPostgres.binaries(TestPostgres.NEWEST),
                folder.resolve("binaries.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        return launch(
                jar, directory, directory.resolveSibling("cache"), 5, copyOfClassPath(), become.toArray(String[]::new));
    }

    private Running launch(Path jar, Path directory, Path cache, int patience, String classPath, String... wrap)
            throws IOException {
        List<String> command = new ArrayList<>(Arrays.asList(wrap));
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath));
        command.addAll(List.of(Launcher.class.getName(), jar.toString(), directory.toString(), cache.toString()));
        command.add(Integer.toString(patience));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        processes.add(process);
        return new Running(process);
    }

    private String copyOfClassPath() throws IOException {
        if (!copies.isEmpty()) {
            return String.join(java.io.File.pathSeparator, copies);
        }
        for (String each : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            Path from = Path.of(each);
            if (Files.isDirectory(from) || from.getFileName().toString().startsWith("xz-")) {
                Path to = folder.resolve("class-path-" + copies.size());
                copy(from, to);
                copies.add(to.toString());
            }
        }
        return String.join(java.io.File.pathSeparator, copies);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(each).toString());
                Files.copy(each, from.equals(each) ? to : target, StandardCopyOption.REPLACE_EXISTING);
                Folders.open(from.equals(each) ? to : target, Files.isDirectory(each));
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Process each : processes) {
            each.destroyForcibly();
        }
        for (Path each : directories) {
            PostmasterFile.in(each.resolve("data"))
                    .flatMap(PostmasterFile::server)
                    .ifPresent(Stop::kill);
        }
        Folders.delete(folder);
    }

    static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        execute(postgres.jdbcUrl(), sql);
    }

    static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** A launcher at work. */
    record Running(Process process, BufferedReader output) {
        Running(Process process) {
            this(process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        }

        /** Reads up to the line that holds {@code part}; fails with all that was read where the output ends before. */
        String lineWith(String part) {
            StringBuilder read = new StringBuilder();
            try {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    if (line.contains(part)) {
                        return line;
                    }
                    read.append(line).append('\n');
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new AssertionError("no '" + part + "' in:\n" + read);
        }

        String url() {
            return lineWith("jdbc:");
        }

        /** Ends the launcher's input, upon which it closes its server. */
        void finish() throws IOException {
            process.getOutputStream().close();
        }
    }
}
