package org.robotoverlord.changelog.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robotoverlord.changelog.Documents.bytes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.Bare;
import org.robotoverlord.changelog.form.Bodies;
import org.robotoverlord.changelog.form.Elsewhere;
import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.form.Key;
import org.robotoverlord.changelog.form.NameList;
import org.robotoverlord.changelog.form.Named;
import org.robotoverlord.changelog.form.OneOrMany;
import org.robotoverlord.changelog.problem.Problem;

/** The grammar of any record, tried with records of no other use. */
class YamlReaderTest {
    enum Size {
        SMALL,
        VERY_LARGE
    }

    record Box(@Bare String label, @Absent("small") Size size, Optional<Long> weight) {}

    record Labels(@Bare List<String> all, Optional<String> note) {}

    record Inside(@Inline Box box, Optional<String> extra) {}

    @Elsewhere(key = "heap", instead = "write a shelf")
    record Shelf(
            String name,
            @Key("default") Optional<String> usual,
            @Absent("true") boolean open,
            List<Box> boxes,
            Map<String, Box> byName,
            Bodies<Box> bodies,
            Optional<Named<Box>> one,
            Optional<Inside> inside,
            Optional<Labels> labels,
            @NameList Map<String, Labels> names,
            @OneOrMany List<String> words,
            @OneOrMany Optional<List<String>> moreWords) {
        Shelf {
            if (name.equals("bad")) {
                throw new Problem("a shelf can't be bad").about("name");
            }
        }
    }

    private final YamlReader reader = new YamlReader();

    private Optional<Shelf> read(String text) {
        return reader.read(YamlReader.parse("f", bytes(text)).orElseThrow(), Shelf.class, "a shelf");
    }

    @Test
    void a_record_is_read_component_by_component() {
        Shelf shelf = read("""
                name: no
                default: 007
                open: false
                boxes: [a, {label: b, size: very_large, weight: 12}]
                byName: {x: c}
                bodies: {y: d}
                one: {z: e}
                inside: {label: f, extra: g}
                labels: [h, i]
                names: {j: {all: [k]}}
                words: l m
                moreWords: [n]
                """).orElseThrow();

        assertThat(shelf.usual()).contains("007");
        assertThat(shelf.boxes())
                .containsExactly(
                        new Box("a", Size.SMALL, Optional.empty()), new Box("b", Size.VERY_LARGE, Optional.of(12L)));
        assertThat(shelf.one().orElseThrow().name()).isEqualTo("z");
        assertThat(shelf.inside().orElseThrow().box().label()).isEqualTo("f");
        assertThat(shelf.words()).containsExactly("l m");
        assertThat(shelf.moreWords()).contains(List.of("n"));
        assertThat(new YamlReader()
                        .read(
                                YamlReader.parse("f", bytes(YamlText.of(YamlWriter.node(shelf))))
                                        .orElseThrow(),
                                Shelf.class,
                                "it"))
                .contains(shelf);
    }

    @Test
    void what_may_be_absent_may_be_empty_too() {
        Shelf whole = read("name: a").orElseThrow();

        assertThat(
                        read(
                                "{name: a, default: , open: , boxes: ~, byName: null, bodies: , one: , inside: , labels: , names: , words: , moreWords: }"))
                .contains(whole);
        assertThat(reader.problems()).isEmpty();
        assertThat(whole.open()).isTrue();
    }

    @Test
    void a_list_of_names_stands_for_empty_bodies() {
        record Rack(@NameList Map<String, Empty> names) {}

        assertThat(new YamlReader()
                        .read(YamlReader.parse("f", bytes("names: [a, b]")).orElseThrow(), Rack.class, "a rack"))
                .contains(new Rack(Map.of("a", new Empty(Optional.empty()), "b", new Empty(Optional.empty()))));
    }

    record Empty(Optional<String> x) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|f:1:1: a shelf needs 'name'; add it",
                "text|f:1:1: a shelf is 'text'; write a mapping with [name, default, open,",
                "[a]|f:1:1: a shelf is a list; write a mapping with [name,",
                "{name: a, nmae: b}|f:1:11: a shelf has no 'nmae' (did you mean 'name'?); it takes [name, default,",
                "{name: a, heap: b}|f:1:11: a shelf doesn't take 'heap'; write a shelf",
                "{name: a, name: b}|f:1:11: key 'name' stands twice in a shelf; keep one",
                "{name: [a]}|f:1:8: 'name' is a list; write one value",
                "{name: {a: b}}|f:1:8: 'name' is a mapping; write one value",
                "{name: }|f:1:7: 'name' is empty; write a value",
                "{name: bad}|f:1:8: a shelf can't be bad",
                "{name: a, open: yes}|f:1:17: 'open' is 'yes'; write true or false",
                "{name: a, open: 'tru'}|f:1:17: 'open' is 'tru' (did you mean 'true'?); write true or false",
                "{name: a, boxes: {}}|f:1:18: 'boxes' is a mapping; write a list [a, b]",
                "{name: a, boxes: [[b]]}|f:1:19: 'label' is a list; write one value",
                "{name: a, boxes: [{label: b, size: smal}]}|f:1:36: 'size' is 'smal' (did you mean 'small'?); write one of [small, very_large]",
                "{name: a, boxes: [{label: b, weight: x1}]}|f:1:38: 'weight' is 'x1'; write a whole number",
                "{name: a, boxes: [{label: b, weight: 99999999999999999999}]}|write a whole number",
                "{name: a, byName: [b]}|f:1:19: 'byName' is a list; write a mapping name: …",
                "{name: a, byName: {x: b, x: c}}|f:1:26: key 'x' stands twice in 'byName'; keep one",
                "{name: a, bodies: b}|f:1:19: 'bodies' is 'b'; write a mapping name: body, or a list of bodies",
                "{name: a, one: {x: b, y: c}}|f:1:23: 'one' has a second entry 'y', and takes one; write a change for each",
                "{name: a, one: {}}|f:1:16: 'one' is a mapping; write one entry {name: …}",
                "{name: a, names: [x, x]}|f:1:22: key 'x' stands twice in 'names'; keep one",
                "{name: a, words: [b, [c]]}|f:1:22: an item of 'words' is a list; write one value",
                "{name: a, words: {b: c}}|f:1:18: 'words' is a mapping; write a list [a, b]",
            })
    void what_does_not_fit_is_told_with_its_place(String text, String told) {
        assertThat(read(text)).isEmpty();
        assertThat(reader.problems())
                .extracting(Problem::getMessage)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(told.startsWith("f:") ? told : "f:1")
                        .contains(told));
    }

    @Test
    void everything_that_is_wrong_is_noted() {
        assertThat(read("{nane: [a], open: yes, boxes: [{}, {label: a, size: big}], words: {}}"))
                .isEmpty();

        assertThat(reader.problems())
                .extracting(problem -> problem.place().orElseThrow().column())
                .containsExactlyInAnyOrder(2, 8, 19, 32, 53, 67);
    }
}
