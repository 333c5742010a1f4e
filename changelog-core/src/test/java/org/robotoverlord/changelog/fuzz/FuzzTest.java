package org.robotoverlord.changelog.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.problem.Problem;

class FuzzTest {
    @TempDir
    static Path folder;

    static List<FuzzTarget> targets() {
        return Targets.all(folder);
    }

    static List<FuzzTarget> files() {
        return List.of(new ModelTarget(), new ChangelogTarget());
    }

    @ParameterizedTest
    @MethodSource("targets")
    void what_is_made_of_real_input_is_taken_or_refused_with_its_place(FuzzTarget target) {
        FuzzRun.made(target);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void what_failed_once_is_taken_or_refused_with_its_place(FuzzTarget target) {
        FuzzRun.once(target);
    }

    @ParameterizedTest
    @MethodSource("files")
    void depth_length_and_aliases_are_refused_with_their_place_and_without_effort(FuzzTarget target) {
        FuzzRun.hard(target);
    }

    @Test
    void a_file_of_a_hundred_megabytes_is_refused_unread() {
        byte[] huge = new byte[100_000_000];

        assertThatThrownBy(() -> new ChangelogTarget().take(huge))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("more than the 67108864 that are read; split it");
    }

    @Test
    void whoever_refuses_without_a_place_or_breaks_is_found_out() {
        Fuzzing fuzzing = new Fuzzing(new Target(problem -> Places.isTold(problem)));
        List.of("well", "f.yaml:1:2: told", "untold", "break", "deep")
                .forEach(input -> fuzzing.give(input.getBytes(UTF_8)));

        assertThat(fuzzing.failures())
                .extracting(failure -> new String(failure.input(), UTF_8))
                .containsExactly("untold", "break", "deep");
        assertThat(fuzzing).hasToString("test: 5 inputs, 1 taken, 1 refused with their place, 3 kinds of failures");
    }

    /** One that does what its input says. */
    private record Target(java.util.function.Predicate<String> told) implements FuzzTarget {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public void take(byte[] input) {
            String text = new String(input, UTF_8);
            switch (text) {
                case "well" -> {}
                case "break" -> throw new IllegalStateException(text);
                case "deep" -> take(input);
                default -> throw new Problem(text);
            }
        }

        @Override
        public boolean isTold(String problem) {
            return told.test(problem);
        }

        @Override
        public List<byte[]> seeds() {
            return List.of();
        }
    }
}
