package org.robotoverlord.changelog.dialect.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.robotoverlord.changelog.dialect.Access;
import org.robotoverlord.changelog.dialect.Saver;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.problem.Problem;

/**
 * {@code pg_dump} in its custom format, read again by {@code pg_restore --list}. It must be as new as the server: an older one reads
 * nothing of it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-pgdump.html">pg_dump</a>
 */
final class PostgresSaver implements Saver {
    private static final Pattern VERSION =
            Pattern.compile("pg_dump \\(PostgreSQL\\) (?<major>\\d+)(?<rest>\\S*).*", Pattern.DOTALL);
    private static final String ADVICE =
            " Install PostgreSQL's client programs of version %1$s or newer (Debian: postgresql-client-%1$s),"
                    + " and name theirs if it isn't the one on the PATH, as in -Drobot.pgDump=/usr/lib/postgresql/%1$s/bin/pg_dump.";

    private final Path dump;
    private final Path restore;
    private final PostgresEnvironment environment;

    private PostgresSaver(Path dump, Path restore, PostgresEnvironment environment) {
        this.dump = dump;
        this.restore = restore;
        this.environment = environment;
    }

    /**
     * @param program the program, or its name on the PATH
     * @throws Problem if there is none, or it is too old
     */
    static PostgresSaver of(Server server, Access access, Optional<String> program) {
        String advice = ADVICE.formatted(server.major());
        String wanted = program.orElse("pg_dump");
        Path dump = found(wanted)
                .orElseThrow(() -> new Problem("a backup is wanted, and there is no program '" + wanted + "'"
                        + (program.isEmpty() ? " on the PATH" : "") + "; nothing was done." + advice));
        Path restore = dump.resolveSibling(dump.getFileName().toString().replace("pg_dump", "pg_restore"));
        if (restore.equals(dump) || !Files.isExecutable(restore)) {
            throw new Problem(
                    "a backup is proven by pg_restore, which isn't beside '" + dump + "'; nothing was done." + advice);
        }
        requireNew(dump, server, advice);
        return new PostgresSaver(dump, restore, PostgresEnvironment.of(access));
    }

    private static Optional<Path> found(String wanted) {
        if (wanted.contains("/") || wanted.contains(File.separator)) {
            return Optional.of(Path.of(wanted).toAbsolutePath()).filter(Files::isExecutable);
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of(Path.of(folder, wanted), Path.of(folder, wanted + ".exe")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void requireNew(Path dump, Server server, String advice) {
        String said;
        try {
            said = PostgresProgram.run(List.of(dump.toString(), "--version"), Map.of())
                    .orFail("'" + dump + "' doesn't run");
        } catch (IOException failed) {
            throw new Problem(
                    "'" + dump + "' can't be run: " + failed.getMessage() + "; nothing was done." + advice, failed);
        }
        Matcher version = VERSION.matcher(said);
        if (!version.matches()) {
            throw new Problem("'" + dump + "' doesn't say its version, but: " + said + "; nothing was done." + advice);
        }
        if (Integer.parseInt(version.group("major")) < server.major()) {
            throw new Problem("'" + dump + "' is of version " + version.group("major") + version.group("rest")
                    + ", and the server is of version " + server.major() + "." + server.minor()
                    + ", which that can't read; nothing was done." + advice);
        }
    }

    @Override
    public void save(Path file) throws IOException {
        List<String> dumping = List.of(
                dump.toString(), "--format=custom", "--no-password", "--lock-wait-timeout=60000", "--file=" + file);
        PostgresProgram.run(dumping, environment.variables())
                .orFail("the backup failed, and nothing was done; pg_dump says", environment::withoutSecrets);
        String listed = PostgresProgram.run(List.of(restore.toString(), "--list", file.toString()), Map.of())
                .orFail("the backup can't be read again, and nothing was done; pg_restore says");
        if (!listed.contains("TOC Entries:")) {
            throw new Problem("the backup can't be read again, and nothing was done; pg_restore lists nothing of it");
        }
    }

    @Override
    public String restoring(String file) {
        return "pg_restore --clean --if-exists --dbname=<database> " + file;
    }
}
