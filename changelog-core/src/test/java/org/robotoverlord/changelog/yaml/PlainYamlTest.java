package org.robotoverlord.changelog.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.Mutation;
import org.robotoverlord.changelog.problem.Problem;

class PlainYamlTest {
    private static final String USUAL = """
            # What a person writes.
            description: Adds e-mail: no, quotes 'n' all # and a comment

            changes:
            - createTable:
                name: users   # the people
                columns:
                  id: {type: bigint, identity: true}
                  score: {type: "decimal(10,2)", default: 0, check: 'it''s >= -1'}
                  at: { type: timestamptz,default: {sql: now()}, x: [a, b,[ c ], {}, []] }
                  bio: text
                  none:
                  -1: -5
                primaryKey: [id]
            -
              dropTable: {name: "a # b"}
            - plain item
            - 'quoted: item': x
              other:
              - a:b
              - http://x/y#z
              - "a \\"b\\" \\\\"
            -
            last: ä é
            empty:
            """.replace("Adds e-mail: no", "Adds e-mail:no");

    private static void assertAsFromTheWhole(String text) {
        Optional<YamlNode> plain = PlainYaml.read("f", text);
        if (plain.isPresent()) {
            Optional<YamlNode> whole;
            try {
                whole = WholeYaml.parse("f", text);
            } catch (Problem refused) {
                throw new AssertionError("refused by the whole parser: " + refused.getMessage() + "\n" + text);
            }
            assertThat(plain).as(text).isEqualTo(whole);
        }
    }

    @Test
    void what_people_write_comes_out_as_from_the_whole_parser() {
        assertThat(PlainYaml.read("f", USUAL)).isPresent().isEqualTo(WholeYaml.parse("f", USUAL));
        String windows = USUAL.replace("\n", "\r\n");
        assertThat(PlainYaml.read("f", windows)).isPresent().isEqualTo(WholeYaml.parse("f", windows));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# x",
                "a",
                "[a]",
                "--- a: b",
                "a: b\n--- c",
                "a: &x b",
                "a: *x",
                "a: !x b",
                "a: |\n  b\n",
                "a: >\n  b\n",
                "a: b\n  c\n",
                "a: 'b\n  c'\n",
                "a: \"b\\n\"",
                "a: {b:\n c}",
                "? a\n: b",
                "a: b: c",
                "a:\tb",
                "a: 😀",
                "a: {b}",
                "a: {b: }",
                "a: [b, ]",
                "a: [b c: d]",
                "a: [b: c]",
                "a: @b",
                "a: %b",
                "a: `b",
                "- - a",
                "a: b\n c: d",
                " a: b",
                "a: b\nc\n",
                "a: [b] c",
                "a: 'b' c",
                "a: 'b'#c",
                "a: {b: c}}",
                "a: b\r",
                "a : b",
                "...",
                "%YAML 1.1\n---\na: b",
                "a: {? b : c}",
                "a: {b:c, d}",
                "a: {\"b\":c}",
                "a: [b]: c",
                "{a: b}: c",
                "a: \u0085",
                "a: b\u00a0",
                "a:\n- b\n c: d",
            })
    void it_gives_up_on_anything_else(String text) {
        assertThat(PlainYaml.read("f", text)).isEmpty();
    }

    @Test
    void it_gives_up_on_what_may_be_too_much() {
        assertThat(PlainYaml.read("f", "a: " + "[".repeat(60) + "]".repeat(60))).isEmpty();
        assertThat(PlainYaml.read("f", "x".repeat(600) + ": b")).isEmpty();
        assertThat(PlainYaml.read("f", "a: [" + "b,".repeat(1_000_000) + "b]")).isEmpty();
        assertThat(PlainYaml.read("f", "a: b\n" + "\n".repeat(100_000) + "# x\n".repeat(100_000) + "c: d"))
                .isPresent();
    }

    @Test
    void what_migrate_writes_is_plain() throws IOException {
        for (Path file : files("../migrations/migrations/models")) {
            String text = Files.readString(file);
            if (text.contains("- |\n")) {
                // Written by hand: a block of text is for the whole parser.
                continue;
            }
            assertThat(PlainYaml.read("f", text))
                    .as(file.toString())
                    .isPresent()
                    .isEqualTo(WholeYaml.parse("f", text));
        }
    }

    @Test
    void mutated_models_and_changelogs_come_out_as_from_the_whole_parser() throws IOException {
        List<Path> forum = new ArrayList<>(files("../migrations/migrations/models"));
        forum.addAll(files("../migrations/src/main/models/models"));
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            byte[] text = Files.readAllBytes(forum.get(random.nextInt(forum.size())));
            assertAsFromTheWhole(new String(Mutation.of(text, random), UTF_8));
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> found = Files.list(Path.of(folder))) {
            return found.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_it_reads_comes_out_as_from_the_whole_parser(long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 5000; i++) {
            String text = new String(Mutation.of(USUAL.getBytes(UTF_8), random), UTF_8);
            assertAsFromTheWhole(text);
            read += PlainYaml.read("f", text).isPresent() ? 1 : 0;
        }
        assertThat(read).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void random_scraps_come_out_as_from_the_whole_parser(long seed) {
        Random random = new Random(seed);
        String[] scraps = {
            "a", "b c", ": ", ":", " ", "  ", "\n", "\n  ", "\n- ", "- ", "-", "{", "}", "[", "]", ", ", ",", "'", "\"",
            "#", " #", "''", "x: y", "\na: ", "\n  b: ", "0", ".", "?", "=", "~", "\\", "é", "\r\n", "...", "---", "<<",
            "(", "@", "*", "&"
        };
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(3) > 0 ? "a: " : "");
            for (int j = 0; j < 1 + random.nextInt(12); j++) {
                text.append(scraps[random.nextInt(scraps.length)]);
            }
            assertAsFromTheWhole(text.toString());
            read += PlainYaml.read("f", text.toString()).isPresent() ? 1 : 0;
        }
        assertThat(read).isGreaterThan(1000);
    }
}
