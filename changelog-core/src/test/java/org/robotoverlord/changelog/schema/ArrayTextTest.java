package org.robotoverlord.changelog.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|{}",
                "{a}|{b c}",
                "{x,a, a ,\"a\",A}|{x,\"b c\", \"b c\",\"b c\",A}",
                "{{a,x},{NULL,\"NULL\"}}|{{\"b c\",x},{NULL,\"NULL\"}}",
                "{\"a b\",\"a\\\"\",a\\,x}|{\"a b\",\"a\\\"\",a\\,x}",
                "{\"a|{\"a",
                "a|\"b c\"",
            })
    void an_element_is_replaced_where_it_is_the_whole(String array, String mapped) {
        String expected = mapped.replace("{b c}", "{\"b c\"}");
        assertThat(ArrayText.map(array, element -> element.equals("a") ? "b c" : element))
                .isEqualTo(expected);
    }
}
