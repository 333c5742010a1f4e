package org.robotoverlord.changelog.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    @Test
    void folders_files_and_links_come_out() throws IOException {
        entry('5', "lib/", "", "");
        entry('0', "lib/libpq.so.5", "", "x".repeat(700));
        entry('2', "lib/libpq.so", "libpq.so.5", "");
        entry('0', "bin/initdb", "", "run me");
        unpack();
        assertThat(folder.resolve("lib/libpq.so")).isSymbolicLink().hasContent("x".repeat(700));
        assertThat(folder.resolve("bin/initdb")).hasContent("run me").isExecutable();
    }

    @Test
    void nothing_is_written_outside() throws IOException {
        entry('0', "../evil", "", "!");
        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("'../evil' lies outside");
        assertThat(folder.resolveSibling("evil")).doesNotExist();
    }

    @Test
    void no_link_leads_outside() throws IOException {
        entry('2', "lib/etc", "../../etc", "");
        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("outside");
    }

    @Test
    void an_unknown_kind_of_entry_is_told() throws IOException {
        entry('6', "pipe", "", "");
        assertThatThrownBy(this::unpack)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unknown kind '6' of entry 'pipe'");
    }

    @Test
    void an_archive_that_ends_early_is_told() throws IOException {
        entry('0', "file", "", "x".repeat(2000));
        byte[] cut = java.util.Arrays.copyOf(archive.toByteArray(), 1000);
        assertThatThrownBy(() -> Tar.unpack(new ByteArrayInputStream(cut), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ends inside 'file'");
    }

    private void unpack() throws IOException {
        Files.createDirectories(folder);
        Tar.unpack(new ByteArrayInputStream(archive.toByteArray()), folder);
    }

    private void entry(char kind, String name, String link, String content) throws IOException {
        byte[] block = new byte[512];
        put(block, 0, name);
        put(block, 100, "0000755");
        put(block, 124, String.format("%011o", content.length()));
        block[156] = (byte) kind;
        put(block, 157, link);
        put(block, 257, "ustar");
        archive.write(block);
        archive.write(java.util.Arrays.copyOf(
                content.getBytes(StandardCharsets.UTF_8), (content.length() + 511) / 512 * 512));
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }
}
