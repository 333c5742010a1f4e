package org.robotoverlord.changelog.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is there stays there, whatever a new file comes to. */
class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_is_written_with_its_folders() throws IOException {
        Path file = folder.resolve("a/b/c.yaml");
        WholeFile.create(file, "changes: []\n");
        assertThat(file).hasContent("changes: []\n");
        assertThat(names(file.getParent())).containsExactly("c.yaml");
    }

    @Test
    void a_new_file_takes_nobodys_place() throws IOException {
        Path file = Files.writeString(folder.resolve("c.yaml"), "mine");
        assertThatThrownBy(() -> WholeFile.create(file, "yours")).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
        assertThat(names(folder)).containsExactly("c.yaml");
    }

    @Test
    void a_file_that_takes_a_place_allows_what_was_allowed() throws IOException {
        Path file = Files.writeString(folder.resolve("pom.xml"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwx--x"));
        WholeFile.replace(file, "new");
        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxrwx--x");
    }

    @Test
    void the_file_that_a_link_leads_to_is_written_and_the_link_stays() throws IOException {
        Path file = Files.writeString(folder.resolve("real.xml"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("pom.xml"), file);
        WholeFile.replace(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    /** A process that may write no file longer than 8 KB fails within a write, as on a disk that is full, root or not. */
    @Test
    void a_write_that_fails_in_the_middle_leaves_what_was_there() throws Exception {
        Path file = Files.writeString(folder.resolve("pom.xml"), "old");
        assertThat(limited("replace", file)).contains("File too large");
        assertThat(limited("create", folder.resolve("new.xml"))).contains("File too large");
        assertThat(file).hasContent("old");
        assertThat(names(folder)).containsExactly("pom.xml");
    }

    private String limited(String how, Path file) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 8 && exec \"$@\"",
                        "sh",
                        java,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        how,
                        file.toString())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(3);
        return said;
    }

    /** Writes a long file, and says why it couldn't. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            String text = "x".repeat(1 << 20);
            try {
                if (arguments[0].equals("create")) {
                    WholeFile.create(Path.of(arguments[1]), text);
                } else {
                    WholeFile.replace(Path.of(arguments[1]), text);
                }
            } catch (IOException failed) {
                System.out.println(WholeFile.reason(failed));
                System.exit(3);
            }
        }
    }

    @Test
    void a_device_is_written_to_and_never_replaced() {
        Path full = Path.of("/dev/full");
        assumeThat(full).as("a device that is always full").exists();
        assertThatThrownBy(() -> WholeFile.replace(full, "text")).isInstanceOf(IOException.class);
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    @Test
    void a_file_in_the_folders_place_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("migrations"), "no folder");
        assertThatThrownBy(() -> WholeFile.create(file.resolve("a/c.yaml"), "text"))
                .isInstanceOfSatisfying(
                        IOException.class,
                        failed -> assertThat(WholeFile.reason(failed)).isNotBlank());
        assertThat(file).hasContent("no folder");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
