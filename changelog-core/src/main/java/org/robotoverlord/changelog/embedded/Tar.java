package org.robotoverlord.changelog.embedded;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Unpacks a tar archive of folders, files and symbolic links, readable by every user whatever the umask. It knows no more of the format than the
 * published binaries need, and stops at what it doesn't know.
 */
final class Tar {
    private static final int BLOCK = 512;

    private final InputStream in;
    private final Path target;
    private final byte[] header = new byte[BLOCK];
    private final byte[] buffer = new byte[1 << 16];

    private Tar(InputStream in, Path target) {
        this.in = in;
        this.target = target;
    }

    static void unpack(InputStream in, Path target) throws IOException {
        Folders.open(target, true);
        new Tar(in, target.toRealPath()).unpack();
    }

    private void unpack() throws IOException {
        while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            entry();
        }
    }

    private void entry() throws IOException {
        Path path = inside(name());
        long size = number(124, 12);
        switch (header[156]) {
            case '5' -> folder(path);
            case '2' -> link(path, text(157, 100));
            case '0', 0 -> file(path, size);
            default -> throw new IOException("unknown kind '" + (char) header[156] + "' of entry '" + name() + "'");
        }
    }

    private void folder(Path path) throws IOException {
        for (Path each = path; !Files.exists(each); each = each.getParent()) {
            folder(each.getParent());
            Files.createDirectory(each);
            Folders.open(each, true);
        }
    }

    private void link(Path path, String to) throws IOException {
        folder(path.getParent());
        inside(target.relativize(path.getParent().resolve(to)).toString());
        Files.createSymbolicLink(path, Path.of(to));
    }

    private void file(Path path, long size) throws IOException {
        folder(path.getParent());
        try (OutputStream out = Files.newOutputStream(path)) {
            copy(out, size);
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        Folders.open(path, (number(100, 8) & 0100) != 0);
    }

    private void copy(OutputStream out, long size) throws IOException {
        for (long left = size; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("the archive ends inside '" + name() + "'");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private Path inside(String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the entry '" + name + "' lies outside the archive");
        }
        return path;
    }

    private String name() {
        String prefix = text(257, 6).equals("ustar") ? text(345, 155) : "";
        return prefix.isEmpty() ? text(0, 100) : prefix + "/" + text(0, 100);
    }

    private long number(int from, int length) {
        return Long.parseLong("0" + text(from, length).strip(), 8);
    }

    private String text(int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }
}
