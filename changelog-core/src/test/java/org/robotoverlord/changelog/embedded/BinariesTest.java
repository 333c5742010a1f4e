package org.robotoverlord.changelog.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.problem.Problem;

class BinariesTest {
    @TempDir
    private Path folder;

    @Test
    void several_at_once_unpack_one_whole() throws Exception {
        Path jar = TestPostgres.binaries(TestPostgres.NEWEST);
        Callable<Binaries> unpacking = () -> Binaries.unpacked(jar, folder.resolve("cache"), line -> {});
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Binaries>> all = threads.invokeAll(List.of(unpacking, unpacking));
            assertThat(all.get(0).get()).isEqualTo(all.get(1).get());
            assertThat(all.get(0).get().major()).isEqualTo(18);
            assertThat(Command.run(List.of(all.get(0).get().program("postgres"), "--version"))
                            .output())
                    .startsWith("postgres (PostgreSQL) 18");
        } finally {
            threads.shutdownNow();
        }
        try (var entries = Files.list(folder.resolve("cache"))) {
            assertThat(entries).hasSize(1);
        }
    }

    @Test
    void unpacking_is_told_once() throws Exception {
        Path jar = TestPostgres.binaries(TestPostgres.NEWEST);
        StringBuilder told = new StringBuilder();
        Binaries first = Binaries.unpacked(jar, folder, told::append);
        Binaries.unpacked(jar, folder, told::append);
        assertThat(told).hasToString("Unpacking PostgreSQL into '" + first.home() + "'");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(first.program("initdb")))))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void a_broken_jar_is_told_and_leaves_nothing() throws Exception {
        Path jar = jarWith("postgres.txz", "not an archive");
        Path cache = folder.resolve("cache");
        assertThatThrownBy(() -> Binaries.unpacked(jar, cache, line -> {}))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("can't be unpacked from '" + jar + "'")
                .hasMessageContaining("if the jar is broken, delete it");
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void a_jar_without_binaries_is_told() throws Exception {
        Path jar = jarWith("readme.txt", "hello");
        assertThatThrownBy(() -> Binaries.unpacked(jar, folder, line -> {}))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("holds no archive of binaries");
    }

    private Path jarWith(String entry, String text) throws IOException {
        Path jar = folder.resolve("some.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return jar;
    }
}
