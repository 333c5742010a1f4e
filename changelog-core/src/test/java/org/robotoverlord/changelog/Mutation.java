package org.robotoverlord.changelog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes of a file's bytes what people and disks make of them: lines gone, letters changed, halves, quotes unclosed, bytes lost. */
public final class Mutation {
    private static final List<String> SCRAPS = List.of(
            "'",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ": ",
            ", ",
            "#",
            "&x",
            "*x",
            "*mail",
            "!",
            "!!int",
            "|",
            ">",
            "%",
            "@",
            "\t",
            "\n",
            "\r\n",
            "- ",
            "? ",
            "---",
            "...",
            "~",
            "null",
            "\0",
            "\u0085",
            "é",
            "😀",
            "\ufeff",
            "<<: *mail",
            "true",
            "999999999999",
            "${x}",
            "''",
            "{sql: ",
            "native(",
            "()",
            "..",
            "(",
            ")",
            "  ",
            "text[]",
            "name:",
            "type: ",
            "create",
            "users",
            "user_role");

    private Mutation() {}

    /** The bytes, changed in a few places; now and then noise alone. */
    public static byte[] of(byte[] valid, Random random) {
        if (random.nextInt(20) == 0) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = valid;
        for (int i = 0; i <= random.nextInt(4); i++) {
            bytes = mutate(bytes, random);
        }
        return bytes;
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        return switch (random.nextInt(8)) {
            case 0 ->
                joined(bytes, at, SCRAPS.get(random.nextInt(SCRAPS.size())).getBytes(UTF_8), at);
            case 1 -> joined(bytes, at, new byte[0], Math.min(bytes.length, at + random.nextInt(12)));
            case 2 ->
                joined(
                        bytes,
                        at,
                        SCRAPS.get(random.nextInt(SCRAPS.size())).getBytes(UTF_8),
                        Math.min(bytes.length, at + 3));
            case 3 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, Math.min(bytes.length, at + 1));
            case 4 -> joined(bytes, at, new byte[0], random.nextInt(4) == 0 ? bytes.length : at);
            case 5 -> swapped(bytes, random);
            case 6 -> joined(bytes, at, copyOf(bytes, random), at);
            default -> joined(bytes, at, " ".repeat(1 + random.nextInt(4)).getBytes(UTF_8), at);
        };
    }

    private static byte[] joined(byte[] bytes, int head, byte[] middle, int tail) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(bytes, 0, head);
        joined.writeBytes(middle);
        joined.write(bytes, tail, bytes.length - tail);
        return joined.toByteArray();
    }

    private static byte[] copyOf(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(40));
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] swapped(byte[] bytes, Random random) {
        List<String> lines = new ArrayList<>(List.of(new String(bytes, UTF_8).split("\n", -1)));
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return String.join("\n", lines).getBytes(UTF_8);
    }
}
