package org.robotoverlord.changelog.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.problem.Problem;

class PlaceholdersTest {
    private final Placeholders placeholders =
            new Placeholders(Map.of("who", "robot", "a.b-c_1", "${who} $1 \\", "empty", ""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${who}|robot",
                "'${who}' ${who}|'robot' robot",
                "${a.b-c_1}|${who} $1 \\",
                "x${empty}y|xy",
                "$${who}|${who}",
                "$$${who}|$${who}",
                "$${nobody}|${nobody}",
                "$ $1 $$ $tag$ ${} ${1a} ${a b} ${ who } ${who|$ $1 $$ $tag$ ${} ${1a} ${a b} ${ who } ${who",
                "#{who}|#{who}",
            })
    void a_placeholder_is_replaced_and_every_other_dollar_stays(String text, String replaced) {
        assertThat(placeholders.replace(text)).isEqualTo(replaced);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${hwo}", "${Who}"})
    void an_unset_one_is_told_with_the_nearest(String text) {
        assertThatThrownBy(() -> placeholders.replace(text))
                .isInstanceOf(Problem.class)
                .hasMessage("placeholder '" + text + "' has no value (did you mean 'who'?); set it in <placeholders>,"
                        + " or write $" + text + " for the text itself");
    }
}
