package org.robotoverlord.changelog.changelog;

/** A changelog's file, read from the disk and not yet parsed: an applied one that didn't change never has to be. */
public final class ChangelogFile {
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
