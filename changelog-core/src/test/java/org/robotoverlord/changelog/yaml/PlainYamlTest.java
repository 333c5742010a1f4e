package org.robotoverlord.changelog.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.problem.Problem;

/** What is read the quick way is what SnakeYAML reads. */
class PlainYamlTest {
    private static final int MUTATIONS = 60_000;
    private static final String SAMPLE = """
            # A comment
            description: What it is, and why   # and another
            parent: 1_20260524193000_init
            changes:
              - createTable:
                  name: users
                  columns:
                    id: {type: bigint, identity: true}
                    mail:   {type: varchar(320), nullable: false, default: 'it''s', comment: "a, b"}
                    n: {type: "decimal(10,2)", default: -1}
                    at: {type: timestamptz, default: {sql: now()}}
                    bio: text

                  primaryKey: [id, n]
                  checks:
                    users_check: score between 0 and 100 and mail <> ''
              - sql: {up: "select 1", down: none}
              - addColumn: {table: users, column: {größe: []}}
              -   renameColumn: {table: users, from: a, to: b}
            lists:
              - plain
              - 'quoted'
              - [a, {b: c}]
              - k: v
                l: {}
            """;
    private static final List<String> SCRAPS = List.of(
            " ",
            "  ",
            "\n",
            "- ",
            "-",
            ": ",
            ":",
            ", ",
            ",",
            "#",
            " #",
            "{",
            "}",
            "[",
            "]",
            "'",
            "\"",
            "''",
            "\\",
            "&a",
            "*a",
            "!",
            "|",
            ">",
            "?",
            "? ",
            "---",
            "...",
            "%",
            "@",
            "`",
            "~",
            "null",
            "\t",
            "\r\n",
            "<<",
            "=",
            "é",
            "\u00a0",
            "\u2028",
            "😀",
            "a",
            "key: value\n",
            "\n\n  ",
            "{a: b}",
            "[a, b]",
            "a:b",
            "::",
            "''",
            "x ",
            " y",
            "-1",
            "- - a",
            "- a: b\n");

    @Test
    void the_sample_is_plain_enough() {
        assertThat(PlainYaml.read("f", SAMPLE)).isPresent();
        requireSame(SAMPLE);
    }

    @Test
    void what_migrate_writes_is_read_the_quick_way() throws IOException {
        for (Path file : files("../migrations/migrations/models")) {
            String text = Files.readString(file);
            assertThat(PlainYaml.read("f", text)).as(file.toString()).isPresent();
            requireSame(text);
        }
    }

    @Test
    void mutated_documents_are_read_as_snakeyaml_reads_them_or_not_at_all() throws IOException {
        List<String> seeds = new ArrayList<>(List.of(SAMPLE));
        for (Path file : forum()) {
            seeds.add(Files.readString(file));
        }
        int read = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Random random = new Random(seed);
            String text = mutated(seeds.get(random.nextInt(seeds.size())), random);
            read += requireSame(text) ? 1 : 0;
        }
        assertThat(read).as("documents that were still plain").isGreaterThan(MUTATIONS / 10);
    }

    @Test
    void what_is_rare_is_left_to_snakeyaml() {
        List.of(
                        "a: |\n  text\n",
                        "a: &x b\n",
                        "a: !!int 1\n",
                        "a:\n- b\n",
                        "a: b\n  c\n",
                        "a:\n",
                        "a: \"x\\n\"\n",
                        "'a': b\n",
                        "a: {b}\n",
                        "--- a\n",
                        "a: [b,\n  c]\n",
                        "a: b",
                        "\ta: b\n")
                .forEach(text -> assertThat(PlainYaml.read("f", text)).as(text).isEmpty());
    }

    private static List<Path> forum() throws IOException {
        List<Path> files = new ArrayList<>(files("../migrations/migrations/models"));
        files.addAll(files("../migrations/src/main/models/models"));
        return files;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> found = Files.list(Path.of(folder))) {
            return found.sorted().toList();
        }
    }

    /** Whether the text was read the quick way. */
    private static boolean requireSame(String text) {
        Optional<YamlNode> quick = PlainYaml.read("f", text);
        quick.ifPresent(node -> {
            try {
                assertThat(YamlParser.parseAll("f", text)).as(text).contains(node);
            } catch (Problem refused) {
                throw new AssertionError("SnakeYAML refuses what was read:\n" + text, refused);
            }
        });
        return quick.isPresent();
    }

    private static String mutated(String text, Random random) {
        // A few lines at most, so that thousands of documents are tried in a second.
        List<String> lines = text.lines().toList();
        int from = random.nextInt(lines.size());
        int to = Math.min(lines.size(), from + 1 + random.nextInt(12));
        StringBuilder mutated =
                new StringBuilder(String.join("\n", lines.subList(from, to)).stripIndent() + "\n");
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(mutated.length());
            String scrap = SCRAPS.get(random.nextInt(SCRAPS.size()));
            switch (random.nextInt(3)) {
                case 0 -> mutated.insert(at, scrap);
                case 1 -> mutated.replace(at, Math.min(mutated.length(), at + 1 + random.nextInt(3)), scrap);
                default -> mutated.delete(at, Math.min(mutated.length(), at + 1 + random.nextInt(6)));
            }
            if (mutated.length() == 0) {
                mutated.append("\n");
            }
        }
        return mutated.toString();
    }
}
