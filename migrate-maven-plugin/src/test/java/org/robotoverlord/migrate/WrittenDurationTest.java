package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.problem.Problem;

class WrittenDurationTest {
    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "3s, PT3S", "2m, PT2M", "1h, PT1H", "10 s, PT10S", "0s, PT0S", "500h, PT500H"})
    void is_a_number_and_its_unit(String text, Duration duration) {
        assertThat(WrittenDuration.parse(text, "-Drobot.lockRetry", Duration.ZERO))
                .isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "s", "-3s", "3 sec", "1.5s", "PT3S", "3S", "1m30s", "99999999999s", "never"})
    void anything_else_is_told_with_where_it_was_written(String text) {
        assertThatThrownBy(() -> WrittenDuration.parse(text, "-Drobot.lockTimeout", Duration.ZERO))
                .isInstanceOf(Problem.class)
                .hasMessage("-Drobot.lockTimeout is '" + text
                        + "', which is no duration; write a number and its unit, as in 500ms, 3s, 2m or 1h");
    }

    @Test
    void what_would_mean_for_ever_or_not_at_all_is_refused() {
        assertThatThrownBy(() -> WrittenDuration.parse("0s", "<lockTimeout>", Duration.ofMillis(1)))
                .hasMessage("<lockTimeout> is '0s'; it may be from 1ms to 500h");
        assertThatThrownBy(() -> WrittenDuration.parse("501h", "<lockTimeout>", Duration.ofMillis(1)))
                .hasMessage("<lockTimeout> is '501h'; it may be from 1ms to 500h");
    }
}
