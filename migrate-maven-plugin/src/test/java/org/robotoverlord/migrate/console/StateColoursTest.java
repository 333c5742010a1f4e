package org.robotoverlord.migrate.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.plan.State;

class StateColoursTest {
    @Test
    void colours_where_a_person_reads_and_nothing_says_no() {
        assertThat(StateColours.wanted("", "", true)).isTrue();
        assertThat(StateColours.wanted("auto", "", true)).isTrue();
        assertThat(StateColours.wanted("", "", false)).isFalse();
        assertThat(StateColours.wanted("", "1", true)).isFalse();
        assertThat(StateColours.wanted("never", "", true)).isFalse();
        assertThat(StateColours.wanted("always", "1", false)).isTrue();
    }

    @Test
    void leaves_the_text_alone_without_colour() {
        assertThat(new StateColours(false).of(State.PENDING, "pending")).isEqualTo("pending");
        assertThat(new StateColours(true).of(State.PENDING, "pending"))
                .contains("pending")
                .isNotEqualTo("pending");
    }
}
