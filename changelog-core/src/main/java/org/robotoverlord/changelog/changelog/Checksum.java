package org.robotoverlord.changelog.changelog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.yaml.YamlText;
import org.robotoverlord.changelog.yaml.YamlWriter;

/** Sums of what a changelog means and of the bytes it is written in: 64 hex digits of SHA-256. */
public final class Checksum {
    private Checksum() {}

    /**
     * The sum of what changes mean: of their canonical form, in which derived names are written out, absent keys left out, keys
     * sorted, types and expressions folded. Comments, key order, quoting and white space don't count.
     */
    public static String of(List<Change> changes) {
        return ofText(canonicalText(changes));
    }

    /** The canonical form that the checksum is of. */
    static String canonicalText(List<Change> changes) {
        return YamlText.canonical(YamlWriter.sequence(changes.stream()
                .map(change -> YamlWriter.canonicalNode(change.canonical()))
                .toList()));
    }

    /** The sum of a file's bytes. */
    public static String ofBytes(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static String ofText(String text) {
        return ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
