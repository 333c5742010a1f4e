package org.robotoverlord.changelog.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Holds where a list that was typed is cut. */
class GivenTextTest {
    @Test
    void commas_cut_but_not_inside_quotes_and_braces() {
        assertThat(GivenText.split("a.b=1,c={sql: f(x, 'y}'), z},\"d,e\".f='g,h',i=", ','))
                .containsExactly("a.b=1", "c={sql: f(x, 'y}'), z}", "\"d,e\".f='g,h'", "i=");
    }

    @Test
    void a_doubled_quote_goes_on() {
        assertThat(GivenText.split("\"a\"\"b,c\":d,e:f", ',')).containsExactly("\"a\"\"b,c\":d", "e:f");
    }

    @Test
    void an_apostrophe_inside_a_word_is_no_quote() {
        assertThat(GivenText.split("a=it's,b=so", ',')).containsExactly("a=it's", "b=so");
    }
}
