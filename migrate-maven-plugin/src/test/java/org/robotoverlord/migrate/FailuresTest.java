package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void without_memory_a_goal_says_what_stands_and_what_to_do() {
        assertThatThrownBy(() -> Failures.raise(new OutOfMemoryError("Java heap space"), "upgrade"))
                .isInstanceOf(MojoFailureException.class)
                .hasNoCause()
                .hasMessage(
                        "\nJava hasn't enough memory for robot:upgrade (Java heap space). Nothing is there by half: what"
                                + " was committed stays, and the next run goes on from there. Give Maven more, as in"
                                + " MAVEN_OPTS=-Xmx1g.");
    }
}
