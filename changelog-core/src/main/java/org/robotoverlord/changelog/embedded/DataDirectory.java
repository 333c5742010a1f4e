package org.robotoverlord.changelog.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.disk.WholeFile;
import org.robotoverlord.changelog.problem.Problem;

/**
 * The folder of one embedded PostgreSQL: its data, its log, its lock, and a note of whose the data is. A folder without our
 * lock that holds anything isn't ours and is left alone.
 */
record DataDirectory(Path path) {
    private static final String HALF_MADE = "new-";

    /** Makes the folder where it is missing, and refuses one that isn't ours. */
    static DataDirectory open(Path path) throws IOException {
        DataDirectory directory = new DataDirectory(path);
        if (Files.exists(path) && !directory.ours()) {
            throw new Problem(
                    "'" + path + "' is no directory of an embedded PostgreSQL and isn't empty, so it was left as"
                            + " it is. Move away what is in it, or give another directory.");
        }
        Files.createDirectories(path);
        return new DataDirectory(path.toRealPath());
    }

    boolean ours() throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        boolean empty;
        try (Stream<Path> entries = Files.list(path)) {
            empty = entries.findAny().isEmpty();
        }
        // Looked for after the rest: another process may be making the folder its own at this moment.
        return empty || Files.exists(lock());
    }

    Path lock() {
        return path.resolve("robot.lock");
    }

    ServerLog beginLog() throws IOException {
        return ServerLog.begin(path.resolve("server.log"));
    }

    Path log() {
        return path.resolve("server.log");
    }

    Path data() {
        return path.resolve("data");
    }

    private Path passwordNote() {
        return path.resolve("password");
    }

    /** The superuser's password, which only who made the data may read. */
    String password() throws IOException {
        return Files.readString(passwordNote()).strip();
    }

    private Path ownerNote() {
        return path.resolve("owner");
    }

    /** Whose the data is, in the words of {@link Way#owner()}; empty where there is none. */
    Optional<String> owner() throws IOException {
        return Files.exists(data()) && Files.exists(ownerNote())
                ? Optional.of(Files.readString(ownerNote()).strip())
                : Optional.empty();
    }

    /** Finds the way to run a server on this directory: one that works here, and that its data was made in. */
    Way way(List<Way> ways, Binaries binaries) throws IOException {
        List<Way> fitting = fitting(ways);
        return fitting.equals(List.of(Way.DIRECT)) ? Way.DIRECT : working(fitting, binaries);
    }

    /** The ways whose files would belong to the owner of the data that is there; never none. */
    List<Way> fitting(List<Way> ways) throws IOException {
        Optional<String> owner = owner();
        List<Way> fitting = ways.stream()
                .filter(way -> owner.isEmpty() || owner.get().equals(way.owner()))
                .toList();
        if (fitting.isEmpty()) {
            throw new UnusableData(
                    path,
                    "The embedded PostgreSQL in '" + path + "' was made by " + owner.orElseThrow() + ", so '"
                            + User.current().name() + "' can't use it.",
                    "run this as who made it");
        }
        return fitting;
    }

    private Way working(List<Way> ways, Binaries binaries) throws IOException {
        List<String> refusals = new ArrayList<>();
        for (Way way : ways) {
            Command.Result result = Command.run(way.wrap(
                    List.of("sh", "-c", "\"$0\" --version && cd \"$1\"", binaries.program("pg_ctl"), path.toString())));
            if (result.ok()) {
                return way;
            }
            refusals.add(String.join(" ", way.wrap(List.of())) + ": "
                    + result.output().lines().collect(Collectors.joining("; ")));
        }
        String told = refusals.stream().map(each -> "\n    " + each).collect(Collectors.joining("", "", "\n"));
        if (owner().isPresent()) {
            throw new UnusableData(
                    path,
                    "The embedded PostgreSQL in '" + path + "' was made by " + owner().get()
                            + ", and that doesn't work here any more:" + told,
                    "make that work again");
        }
        throw new Problem("PostgreSQL can't be run by root, and root can't become another user here:" + told
                + "Run this as an ordinary user, or set the URL of a database, for example with"
                + " -Drobot.url=postgres://user@host/name.");
    }

    /** Makes sure that there is data of this PostgreSQL. What a killed run left half made is made again. */
    void prepare(Binaries binaries, Way way) throws IOException {
        deleteHalfMade();
        if (!Files.exists(data())) {
            make(binaries, way);
            return;
        }
        int major =
                Integer.parseInt(Files.readString(data().resolve("PG_VERSION")).strip());
        if (major != binaries.major()) {
            throw new UnusableData(
                    path,
                    "The embedded PostgreSQL in '" + path + "' was made by version " + major + ", and this is version "
                            + binaries.major() + ".",
                    "use version " + major + " again");
        }
    }

    private void make(Binaries binaries, Way way) throws IOException {
        Path half = Files.createTempDirectory(path, HALF_MADE);
        Path password = newPassword();
        if (way.givesAway()) {
            Files.setAttribute(half, "unix:uid", Way.NOBODYS_ID);
            Files.setAttribute(password, "unix:uid", Way.NOBODYS_ID);
        }
        Command.Result result = Command.runWhileWeRun(way.wrap(List.of(
                binaries.program("initdb"),
                "--pgdata=" + half,
                "--username=postgres",
                "--auth=password",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions")));
        if (!result.ok()) {
            throw new Problem("The embedded PostgreSQL can't be made in '" + path + "'; its initdb says:"
                    + result.output().lines().map(line -> "\n    " + line).collect(Collectors.joining()));
        }
        note(way);
        WholeFile.keep(password, passwordNote());
        WholeFile.keep(half, data());
    }

    /** A file with a new password, closed to other users: whoever could connect could do what the server's user can. */
    private Path newPassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path file = Files.createTempFile(path, HALF_MADE, "password");
        return Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
    }

    private void note(Way way) throws IOException {
        WholeFile.replace(ownerNote(), way.owner() + "\n");
    }

    private void deleteHalfMade() throws IOException {
        List<Path> left;
        try (Stream<Path> entries = Files.list(path)) {
            left = entries.filter(entry -> entry.getFileName().toString().startsWith(HALF_MADE))
                    .toList();
        }
        for (Path each : left) {
            Folders.delete(each);
        }
    }

    /** Deletes everything in the folder but its lock, which the caller holds. */
    void empty() throws IOException {
        List<Path> all;
        try (Stream<Path> entries = Files.list(path)) {
            all = entries.filter(entry -> !entry.equals(lock())).toList();
        }
        for (Path each : all) {
            Folders.delete(each);
        }
    }
}
