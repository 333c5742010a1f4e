package org.robotoverlord.changelog.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The names that constraints and indexes get where nobody gave one: {@code users_team_id_email_key}. The same on every dialect. */
public final class DerivedName {
    /** What every database takes, in bytes of UTF-8 (PostgreSQL's NAMEDATALEN less one). */
    public static final int MOST_BYTES = 63;

    private static final int KEPT_BYTES = 54;

    private DerivedName() {}

    public static String primaryKey(Name table) {
        return shortened(table.local() + "_pkey");
    }

    public static String unique(Name table, List<String> columns) {
        return of(table, columns, "key");
    }

    public static String foreignKey(Name table, List<String> columns) {
        return of(table, columns, "fkey");
    }

    public static String index(Name table, List<String> columns) {
        return of(table, columns, "idx");
    }

    public static String exclude(Name table, List<String> columns) {
        return of(table, columns, "excl");
    }

    public static String check(Name table, String column) {
        return of(table, List.of(column), "check");
    }

    /** What something is called for the moment in which two swap their names: {@code mail__swap}. */
    public static String temporary(String name) {
        return shortened(name + "__swap");
    }

    /** Whether a name is longer than every database takes. */
    public static boolean isTooLong(String name) {
        boolean mayBe = name.length() * 3 > MOST_BYTES;
        return mayBe && (name.length() > MOST_BYTES || name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES);
    }

    private static String of(Name table, List<String> columns, String suffix) {
        return shortened(table.local() + "_" + String.join("_", columns) + "_" + suffix);
    }

    /** The first 54 bytes (whole characters), {@code _}, and 8 hex digits of the SHA-256 of the whole. */
    public static String shortened(String name) {
        if (!isTooLong(name)) {
            return name;
        }
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int codePoint : name.codePoints().toArray()) {
            bytes += Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > KEPT_BYTES) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return kept + "_" + sha256(name).substring(0, 8);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
