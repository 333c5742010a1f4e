package org.robotoverlord.changelog.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void what_is_quoted_is_cut_where_nobody_would_read_it() {
        String name = "n".repeat(1_000_000);

        assertThat(new Problem("there is no table '" + name + "', and it isn't in '" + name + "' either"))
                .hasMessage("there is no table '" + "n".repeat(60) + "…', and it isn't in '" + "n".repeat(60)
                        + "…' either");
        assertThat(new Problem(Place.of("f"), name, new RuntimeException()).getMessage())
                .hasSize("f: ".length() + 4001);
    }

    @Test
    void what_one_reads_stays_as_it_is() {
        String lines = "It isn't there.\n".repeat(1000) + "-Drename=" + "users.a:b,".repeat(390);

        assertThat(new Problem(lines)).hasMessage(lines);
    }
}
