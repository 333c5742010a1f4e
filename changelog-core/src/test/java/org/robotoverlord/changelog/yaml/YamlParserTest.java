package org.robotoverlord.changelog.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;

class YamlParserTest {
    private static YamlNode parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static YamlNode parse(byte[] bytes) {
        return YamlParser.parse("f", bytes).orElseThrow();
    }

    private static void assertRefused(String text, String told) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(Problem.class).hasMessageContaining(told);
    }

    private static String text(YamlNode node, String... keys) {
        return ((YamlNode.Text) node.follow(java.util.List.of(keys))).scalar().text();
    }

    @Test
    void scalars_stay_what_was_written() {
        YamlNode node = parse("{a: no, b: 0012, c: 2026-01-01, d: 1e3, e: ~, f: 0x1F, g: 1_000, on: yes}");

        assertThat(((YamlNode.Mapping) node).entries())
                .extracting(entry -> entry.key() + "=" + text(entry.value()))
                .containsExactly("a=no", "b=0012", "c=2026-01-01", "d=1e3", "e=~", "f=0x1F", "g=1_000", "on=yes");
    }

    @Test
    void every_node_knows_its_place() {
        YamlNode node = parse("""
                a:
                  - b: {c: 1}
                  - two
                """);

        assertThat(node.follow(java.util.List.of("a", "0", "b", "c")).place()).isEqualTo(new Place("f", 2, 12));
        assertThat(node.follow(java.util.List.of("a", "1")).place()).hasToString("f:3:5");
        assertThat(node.follow(java.util.List.of("a", "7", "x")).place()).hasToString("f:2:3");
    }

    @Test
    void what_git_could_not_merge_is_told_as_that_and_with_its_lines() {
        String both = "a:\n<<<<<<< HEAD\n  b: 1\n||||||| base\n=======\n  b: 2\n>>>>>>> other\nc: 3\n";

        assertRefused(both, "f:2:1: git couldn't merge this, up to line 7, and left it with conflict markers");
        assertRefused(both + both, "f:2:1: git couldn't merge this, up to line 7");
        assertRefused(both + both, "f:10:1: git couldn't merge this, up to line 15");
        assertRefused("changes:\n<<<<<<< HEAD\n", "f:2:1: git couldn't merge this, and left it");
        assertRefused("changes:\n- a\n>>>>>>> other\n", "f:3:1: git couldn't merge this, and left it");
    }

    @Test
    void text_may_hold_what_looks_like_a_conflict() {
        assertThat(text(parse("a: |\n  <<<<<<< HEAD\n  >>>>>>> b\n"), "a")).isEqualTo("<<<<<<< HEAD\n>>>>>>> b\n");
    }

    @Test
    void a_place_is_counted_in_characters_and_not_in_bytes() {
        assertThat(parse("{😀é: x}").follow(java.util.List.of("😀é")).place()).hasToString("f:1:6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\n", "# nothing but a comment\n", "\ufeff"})
    void a_file_without_content_holds_nothing(String text) {
        assertThat(YamlParser.parse("f", text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void a_byte_order_mark_is_no_content() {
        assertThat(text(parse("\ufeffa: b"), "a")).isEqualTo("b");
        assertThat(parse("\ufeffa: b").child("a").orElseThrow().place()).hasToString("f:1:4");
    }

    @Test
    void lines_may_end_as_windows_ends_them() {
        YamlNode node = parse("a: b\r\nc: |\r\n  one\r\n  two\r\nd: e\r\n");

        assertThat(text(node, "a")).isEqualTo("b");
        assertThat(text(node, "c")).isEqualTo("one\ntwo\n");
        assertThat(node.child("d").orElseThrow().place()).hasToString("f:5:4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: !!str b|f:1:4: tag 'tag:yaml.org,2002:str' isn't taken",
                "!!java.net.URL [x]|f:1:1: tag 'tag:yaml.org,2002:java.net.URL' isn't taken",
                "a: !x {b: c}|tag '!x' isn't taken; write the plain value",
                "--- a\\n--- b|f:2:1: a second document begins; put it into a file of its own",
                "a: *b|f:1:4: there is no anchor '&b' before this alias",
                "a: &b [*b]|f:1:8: alias '*b' stands inside what it names",
                "a: [|f:1:5: the YAML is broken",
                "a:\\n\\t- b|f:2:1: the YAML is broken",
                "{type: text[]}|f:1:12: the YAML is broken",
                "{type: text[]}|inside {…} and […], a value that holds a comma or a bracket stands in quotes",
                "a: b: c|f:1:5: the YAML is broken",
                "? [a]\\n: b|f:1:3: a key is a list",
                "a: 'b|the YAML is broken",
                "%YAML 3.0\\n--- a|the YAML is broken",
                "a: b\\007|f:1:5: the file holds the character U+0007",
                "a: \"b\\\\u|f:1:8: the YAML is broken: an escape in double quotes has too few digits",
                "ä: 😀\\0|f:1:5: the file holds the character U+0000",
            })
    void what_is_no_yaml_that_we_take_is_told_with_its_place(String text, String told) {
        assertRefused(text.translateEscapes(), told);
    }

    @Test
    void bytes_that_are_no_utf_8_are_told_with_the_place_of_the_first() {
        assertThatThrownBy(() -> parse(new byte[] {'a', ':', '\n', ' ', (byte) 0xc3, (byte) 0xa4, (byte) 0xe9}))
                .isInstanceOf(Problem.class)
                .hasMessage("f:2:3: the file is not UTF-8; save it in that encoding");
    }

    @Test
    void an_alias_stands_for_what_it_names() {
        YamlNode node = parse("a: &x {b: 1}\nc: *x\nd: &x 2\ne: *x");

        assertThat(text(node, "c", "b")).isEqualTo("1");
        assertThat(text(node, "e")).isEqualTo("2");
    }

    @Test
    void aliases_that_multiply_are_refused() {
        String laughs = IntStream.range(1, 10)
                .mapToObj(i -> "a" + i + ": &a" + i + " ["
                        + IntStream.range(0, 10).mapToObj(j -> "*a" + (i - 1)).collect(Collectors.joining(", "))
                        + "]\n")
                .collect(Collectors.joining());

        assertRefused("a0: &a0 lol\n" + laughs, "values, aliases written out; split it");
    }

    @Test
    void depth_is_bounded_with_and_without_aliases() {
        assertThat(parse("[".repeat(50) + "]".repeat(50))).isNotNull();
        assertRefused("[".repeat(51) + "]".repeat(51), "f:1:51: the file is nested deeper than 50 levels");
        assertRefused("[".repeat(100_000), "nested deeper than 50 levels");
        String tower = IntStream.range(1, 30)
                .mapToObj(i -> "- &a" + i + " [[*a" + (i - 1) + "]]\n")
                .collect(Collectors.joining());
        assertRefused("- &a0 x\n" + tower, "nested deeper than 50 levels");
    }

    @Test
    void an_alias_to_an_alias_counts_with_all_that_it_stands_for() {
        YamlNode node = parse("a: &x [1, 2]\nb: &y {c: *x}\nd: *y");

        assertThat(text(node, "d", "c", "1")).isEqualTo("2");
    }
}
