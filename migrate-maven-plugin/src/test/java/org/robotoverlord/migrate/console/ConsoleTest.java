package org.robotoverlord.migrate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private Console typing(String lines) {
        return new Console(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(shown, true, StandardCharsets.UTF_8),
                true);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "y,true",
        "Y,true",
        "yes,true",
        "TRUE,true",
        "n,false",
        "no,false",
        "False,false",
        "' y ',true",
        "'y\r',true"
    })
    void takes_yes_and_no(String answer, boolean meant) {
        assertThat(typing(answer + "\n").yes("Go on [False]", !meant)).isEqualTo(meant);
    }

    @Test
    void an_empty_line_is_what_the_brackets_show() {
        assertThat(typing("\n").yes("Go on [True]", true)).isTrue();
        assertThat(typing("\n").yes("Go on [False]", false)).isFalse();
    }

    @Test
    void asks_again_where_it_is_neither() {
        assertThat(typing("maybe\nyes\n").yes("Go on [False]", false)).isTrue();
        assertThat(shown().lines()).containsExactly("Go on [False] maybe", "Answer yes or no.", "Go on [False] yes");
    }

    @Test
    void takes_one_line_an_answer_and_no_more() {
        Console console = typing("first\nsecond");

        assertThat(console.text("One?")).isEqualTo("first");
        assertThat(console.text("Two?")).isEqualTo("second");
        assertThatThrownBy(() -> console.text("Three?")).hasMessage("'Three?' has no answer: standard input has ended");
    }

    @Test
    void there_is_nobody_with_b_unless_answers_are_piped() {
        assertThat(Console.of(false, false)).isEmpty();
        assertThat(Console.of(true, false)).isPresent();
    }
}
