package org.robotoverlord.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.robotoverlord.changelog.fuzz.FuzzRun;
import org.robotoverlord.changelog.fuzz.FuzzTarget;
import org.robotoverlord.changelog.fuzz.GuidedRun;

/** Whatever stands where a duration belongs is one that every database counts, or refused. */
class DurationFuzzTest {
    @Test
    void what_is_made_of_real_durations_is_one_or_refused() {
        FuzzRun.made(new Durations());
    }

    @Test
    @EnabledIfSystemProperty(named = "fuzz.seconds", matches = "[1-9]\\d*", disabledReason = "only with -Pfuzz")
    void what_reaches_new_code_is_one_or_refused() {
        GuidedRun.of(new Durations());
    }

    private static final class Durations implements FuzzTarget {
        @Override
        public String name() {
            return "duration";
        }

        @Override
        public void take(byte[] input) {
            Duration read =
                    WrittenDuration.parse(new String(input, UTF_8), "-Drobot.lockTimeout", Duration.ofMillis(1));
            if (read.isNegative() || read.isZero() || read.toMillis() > Integer.MAX_VALUE) {
                throw new IllegalStateException("it is read as " + read);
            }
        }

        @Override
        public boolean isTold(String problem) {
            return problem.startsWith("-Drobot.lockTimeout is '");
        }

        @Override
        public List<byte[]> seeds() {
            return Stream.of("500ms", "3s", "2 m", "500h", "999999999ms", "0s")
                    .map(text -> text.getBytes(UTF_8))
                    .toList();
        }
    }
}
