package org.robotoverlord.changelog.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.problem.Problem;

/** Holds that a sequence is the same however much of it is said. */
class SequenceTest {
    private static Sequence of(String type, Long start, Long increment, Long min, Long max) {
        return new Sequence(
                ColumnType.parse(type),
                Optional.ofNullable(start),
                Optional.ofNullable(increment),
                Optional.ofNullable(min),
                Optional.ofNullable(max),
                Optional.of(1L),
                false,
                Optional.empty());
    }

    @Test
    void what_goes_without_saying_is_left_out() {
        assertThat(of("bigint", 1L, 1L, 1L, Long.MAX_VALUE)).isEqualTo(of("bigint", null, null, null, null));
        assertThat(of("smallint", -1L, -1L, -32768L, -1L)).isEqualTo(of("smallint", null, -1L, null, null));
        assertThat(of("int", 1L, 1L, 1L, 2147483647L)).isEqualTo(of("integer", null, null, null, null));
    }

    @Test
    void its_bounds_are_known_said_or_not() {
        assertThat(of("smallint", null, -1L, null, null).least()).isEqualTo(-32768);
        assertThat(of("smallint", null, -1L, null, null).most()).isEqualTo(-1);
        assertThat(of("integer", null, null, 7L, null).least()).isEqualTo(7);
        assertThat(of("integer", null, null, 7L, null).most()).isEqualTo(2147483647);
    }

    @Test
    void one_that_can_not_count_is_refused() {
        refuses(
                () -> of("text", null, null, null, null),
                "a sequence can't be text; make it smallint, integer or bigint");
        refuses(() -> of("bigint", null, 0L, null, null), "a sequence's increment is 0; give it a step");
        refuses(
                () -> of("smallint", null, null, null, 40000L),
                "max 40000 is no smallint; lower it, or take a wider type");
        refuses(
                () -> of("smallint", null, null, -40000L, null),
                "min -40000 is no smallint; raise it, or take a wider type");
        refuses(() -> of("bigint", null, null, 9L, 9L), "min 9 isn't below max 9; mend one of them");
        refuses(() -> of("bigint", 10L, null, null, 9L), "start 10 isn't within 1 and 9; mend it");
    }

    private static void refuses(Runnable making, String words) {
        assertThatThrownBy(making::run).isInstanceOf(Problem.class).hasMessageContaining(words);
    }
}
