package org.robotoverlord.changelog.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.form.Unwritten;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.yaml.YamlText;
import org.robotoverlord.changelog.yaml.YamlWriter;

class ChangeExamplesTest {
    static List<ChangeExample> all() {
        return ChangeExamples.all();
    }

    @Test
    void every_kind_that_is_written_has_an_example() {
        Set<Class<?>> shown =
                all().stream().map(example -> example.change().getClass()).collect(Collectors.toSet());
        Set<Class<?>> written = Arrays.stream(Change.class.getPermittedSubclasses())
                .filter(kind -> !kind.isAnnotationPresent(Unwritten.class))
                .collect(Collectors.toSet());
        assertThat(shown).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("all")
    void its_reverse_leads_back(ChangeExample example) {
        Schema before = example.before();
        Change reverse = example.change().reverse(before);
        assertThat(reverse.apply(example.after())).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_reverse_of_its_reverse_leads_to_the_same(ChangeExample example) {
        Schema before = example.before();
        Change again = example.change().reverse(before).reverse(example.after());
        assertThat(again.apply(before)).isEqualTo(example.after());
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_is_read_as_it_is_written(ChangeExample example) {
        assertThat(writtenAndRead(example.change())).isEqualTo(example.change());
    }

    @ParameterizedTest
    @MethodSource("all")
    void its_reverse_is_read_as_it_is_written(ChangeExample example) {
        Change reverse = example.change().reverse(example.before());
        assumeThat(reverse.getClass().isAnnotationPresent(Unwritten.class)).isFalse();
        assertThat(writtenAndRead(reverse)).isEqualTo(reverse);
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_it_means_is_the_same_after_it_was_written(ChangeExample example) {
        assertThat(canonical(writtenAndRead(example.change()))).isEqualTo(canonical(example.change()));
    }

    private static Change writtenAndRead(Change change) {
        return ChangeExample.change(YamlText.of(YamlWriter.node(change)));
    }

    private static String canonical(Change change) {
        return YamlText.canonical(YamlWriter.canonicalNode(change.canonical()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_is_described_in_one_line_and_named_in_one_word(ChangeExample example) {
        assertThat(example.change().describe()).isNotBlank().doesNotContain("\n");
        assertThat(example.change().slug()).isNotBlank();
    }
}
