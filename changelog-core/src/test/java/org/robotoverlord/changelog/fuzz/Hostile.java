package org.robotoverlord.changelog.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What nobody writes by mistake: encodings, marks, breaks, numbers and words that parsers stumble over. */
final class Hostile {
    /** Scalars. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "~",
            "null",
            "Null",
            "no",
            "on",
            "y",
            "0o17",
            "0x1F",
            "1_000",
            "190:20:30",
            ".inf",
            "-.INF",
            ".NaN",
            "1e9",
            "1e999999999",
            "-0",
            "9223372036854775808",
            "-9223372036854775809",
            "2147483648",
            "2026-02-30",
            "2026-11-23T10:00:00Z",
            "99999-01-01",
            "24:00:00",
            "<<",
            "=",
            "!",
            "&a",
            "*a",
            "| ",
            ">-",
            "%",
            "@",
            "`",
            "'",
            "\"",
            "\\",
            "''",
            "a'b",
            "a\"b",
            "a.b",
            "\"a.b\".c",
            "a.b.c.d",
            ".",
            "..",
            "a,b",
            "a:b=c",
            "{a: b}",
            "[a, b]",
            "{sql: now()}",
            "$$",
            "$tag$",
            "${x}",
            "$${x}",
            "${",
            "?",
            ";",
            "--",
            "/*",
            "*/",
            "/* /* */",
            "'unclosed",
            "\"unclosed",
            "$a$unclosed",
            "E'\\'",
            "((((((((((",
            "))))))))))",
            "(",
            ")",
            "[]",
            "[][]",
            "text[",
            "varchar(",
            "varchar()",
            "varchar(-1)",
            "varchar(99999999999)",
            "decimal(10,2)",
            "decimal(1,2,3)",
            "native()",
            "native(a)",
            "serial",
            "é",
            "e\u0301",
            "\u0130",
            "\u00df",
            "\u2028",
            "\u0085",
            "\u00a0",
            "\u200b",
            "\ufeff",
            "\ufffd",
            "\ud83e\udd16",
            "\ud800",
            "\udc00x",
            "\0",
            "\u0001",
            "\u007f",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "a\n b\n",
            " leading",
            "trailing ",
            "# no comment",
            "a #b",
            "- a",
            "a: b",
            "<<<<<<< HEAD",
            "=======",
            ">>>>>>> theirs",
            "x".repeat(64),
            "é".repeat(40),
            "robot_migrations",
            "public",
            "select");

    /** Scalars that are long, so they come seldom. */
    static final List<String> LONG_TEXTS = List.of(
            "9".repeat(5_000),
            "name".repeat(5_000),
            "(".repeat(3_000),
            "a.".repeat(3_000),
            "'".repeat(3_001),
            "a b ".repeat(3_000),
            "(".repeat(3_000) + ")".repeat(3_000));

    private static final List<Charset> ENCODINGS = List.of(
            UTF_16BE,
            UTF_16LE,
            Charset.forName("UTF-32BE"),
            Charset.forName("UTF-32LE"),
            Charset.forName("ISO-8859-1"));

    private static final List<String> BREAKS =
            List.of("\r\n", "\r", "\u0085", "\u2028", "\u2029", "\n\n", "\n\t", " \n");

    private static final String CONFLICT = "<<<<<<< HEAD\n%s=======\n%s>>>>>>> theirs\n";

    private Hostile() {}

    /** A file as another program may have saved it. */
    static byte[] saved(byte[] file, Random random) {
        String text = new String(file, UTF_8);
        return switch (random.nextInt(10)) {
            case 0 -> encoded(text, random);
            case 1 -> ("\ufeff" + text).getBytes(UTF_8);
            case 2 -> ("\ufeff\ufeff" + text).getBytes(UTF_8);
            case 3, 4 -> text.replace("\n", pick(BREAKS, random)).getBytes(UTF_8);
            case 5 -> text.replace("  ", "\t").getBytes(UTF_8);
            case 6 -> conflict(text, random).getBytes(UTF_8);
            case 7 ->
                pick(
                                List.of(
                                        "--- ",
                                        "---\n",
                                        "%YAML 1.1\n---\n",
                                        "%TAG ! tag:x,2000:\n---\n",
                                        "... \n",
                                        "--- |\n"),
                                random)
                        .concat(text)
                        .getBytes(UTF_8);
            case 8 ->
                (text + pick(List.of("\n---\n", "\n...\n", "\n--- {}\n", "\0", "\u001a"), random)).getBytes(UTF_8);
            default -> cut(file, random);
        };
    }

    /** A text with another in it, or in its place. */
    static byte[] in(byte[] text, Random random) {
        byte[] other =
                pick(random.nextInt(60) == 0 ? LONG_TEXTS : TEXTS, random).getBytes(UTF_8);
        int from = random.nextInt(text.length + 1);
        int to = random.nextInt(3) == 0 ? from : from + random.nextInt(text.length - from + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(text, 0, from);
        bytes.writeBytes(other);
        bytes.write(text, to, text.length - to);
        return bytes.toByteArray();
    }

    private static byte[] encoded(String text, Random random) {
        return ((random.nextBoolean() ? "\ufeff" : "") + text).getBytes(pick(ENCODINGS, random));
    }

    private static String conflict(String text, Random random) {
        int at = text.indexOf('\n', random.nextInt(text.length() + 1)) + 1;
        String line = at < text.length() ? text.substring(at, Math.max(at, text.indexOf('\n', at) + 1)) : "a: b\n";
        return text.substring(0, at)
                + CONFLICT.formatted(line, line)
                + text.substring(Math.min(text.length(), at + line.length()));
    }

    private static byte[] cut(byte[] file, Random random) {
        return java.util.Arrays.copyOf(file, random.nextInt(file.length + 1));
    }

    /** Files that are hard as a whole, whatever they are taken for. */
    static List<byte[]> files() {
        List<byte[]> files = new ArrayList<>();
        for (String deep :
                List.of("[", "{a: ", "- ", "? ", "a:\n ", "&a [", "!x [", "'", "\"", "|\n", "#", "{", "[[", "- - ")) {
            files.add(deep.repeat(20_000).getBytes(UTF_8));
            files.add(("changes: " + deep.repeat(20_000)).getBytes(UTF_8));
        }
        for (String longer : List.of(
                "a", " ", "\n", "a\n", "a: b\n", "'a' ", "é", "\ud83e\udd16", "- a\n", "\\", "\t", "a, ", "a b: ")) {
            files.add(longer.repeat(300_000).getBytes(UTF_8));
            files.add(("description: " + longer.repeat(300_000) + "\nchanges: []\n").getBytes(UTF_8));
            files.add(("changes: [{dropTable: {name: \"" + longer.repeat(100_000) + "\"}}]\n").getBytes(UTF_8));
        }
        files.add(laughs(9, 10).getBytes(UTF_8));
        files.add(laughs(25, 2).getBytes(UTF_8));
        files.add(laughs(45, 1).getBytes(UTF_8));
        return files;
    }

    /** Aliases of aliases of aliases. */
    private static String laughs(int levels, int each) {
        StringBuilder text = new StringBuilder("a0: &a0 {dropTable: {name: users}}\n");
        for (int i = 1; i <= levels; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(each)));
        }
        return text + "changes: *a" + levels + "\n";
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
