package org.robotoverlord.changelog.changelog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A changelog's file, read from the disk and not yet parsed: an applied one that didn't change never has to be. */
public final class ChangelogFile {
    /** The key of the ids that a squash stands in for. */
    static final String REPLACES = "replaces";

    private final ChangelogId id;
    private final String path;
    private final byte[] bytes;
    private String hash;
    private Changelog changelog;
    private String checksum;

    /**
     * @param id the id that its name gives
     * @param path as the user would name it
     * @param bytes its content
     */
    public ChangelogFile(ChangelogId id, String path, byte[] bytes) {
        this.id = id;
        this.path = path;
        this.bytes = bytes;
    }

    public ChangelogId id() {
        return id;
    }

    public String path() {
        return path;
    }

    /** Its content, as it was read. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The SHA-256 of its bytes, 64 hex digits. */
    public synchronized String hash() {
        if (hash == null) {
            hash = Checksum.ofBytes(bytes);
        }
        return hash;
    }

    /**
     * The changelog in it.
     *
     * @throws org.robotoverlord.changelog.problem.Problem with all that is wrong in it
     */
    public synchronized Changelog read() {
        if (changelog == null) {
            changelog = ChangelogReader.read(id, path, bytes);
        }
        return changelog;
    }

    /** Whether bytes hold a word, written plainly, that may be a key: it is told without parsing them. */
    static boolean mayHaveKey(byte[] bytes, String word) {
        byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0]
                    && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)
                    && isColonAfter(bytes, i + wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isColonAfter(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && "\"' \r\n".indexOf(bytes[at]) >= 0) {
            at++;
        }
        return at < bytes.length && bytes[at] == ':';
    }

    /**
     * The ids that it stands in for, after a squash; only what may be one is parsed for it.
     *
     * @throws org.robotoverlord.changelog.problem.Problem with all that is wrong in it
     */
    public List<String> replaces() {
        return mayHaveKey(bytes, REPLACES) ? read().replaces() : List.of();
    }

    /**
     * The checksum of what its changelog means.
     *
     * @throws org.robotoverlord.changelog.problem.Problem with all that is wrong in it
     */
    public synchronized String checksum() {
        if (checksum == null) {
            checksum = read().checksum();
        }
        return checksum;
    }
}
