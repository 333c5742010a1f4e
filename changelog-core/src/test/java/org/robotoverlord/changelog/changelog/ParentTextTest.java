package org.robotoverlord.changelog.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.problem.Problem;

class ParentTextTest {
    private static final ChangelogId OWN =
            ChangelogId.parse("3_20260526000000_c").orElseThrow();
    private static final ChangelogId OTHER =
            ChangelogId.parse("12_20260525000000_b").orElseThrow();

    private static String with(String text) {
        return ParentText.of(new ChangelogFile(OWN, "f", text.getBytes(StandardCharsets.UTF_8)), OTHER);
    }

    @Test
    void the_parent_alone_is_replaced() {
        String text = """
                # 1_20260524193000_a is where it begins
                description: >
                  After 1_20260524193000_a.
                parent:   1_20260524193000_a   # the first
                changes:
                  - sql: {up: "select '1_20260524193000_a'",   down: none}   # odd spacing
                """;
        assertThat(with(text)).isEqualTo(text.replace("parent:   1_20260524193000_a", "parent:   12_20260525000000_b"));
    }

    @Test
    void quotes_line_ends_and_a_byte_order_mark_stay() {
        assertThat(with("\ufeffparent: '1_20260524193000_a'\r\nchanges: []\r\n"))
                .isEqualTo("\ufeffparent: '12_20260525000000_b'\r\nchanges: []\r\n");
        assertThat(with("{\"parent\": \"1_20260524193000_a\", changes: []}"))
                .isEqualTo("{\"parent\": \"12_20260525000000_b\", changes: []}");
        assertThat(with("{description: 😀é, parent: 1_20260524193000_a, changes: []}"))
                .isEqualTo("{description: 😀é, parent: 12_20260525000000_b, changes: []}");
    }

    @Test
    void one_without_a_parent_gets_it_before_its_changes() {
        assertThat(with("description: x\n# what happens\nchanges:\n  - dropTable: {name: a}\n"))
                .isEqualTo(
                        "description: x\n# what happens\nparent: 12_20260525000000_b\nchanges:\n  - dropTable: {name: a}\n");
        assertThat(with("changes: []\r\n")).isEqualTo("parent: 12_20260525000000_b\r\nchanges: []\r\n");
        assertThat(with("{description: x, changes: []}"))
                .isEqualTo("{description: x, parent: 12_20260525000000_b, changes: []}");
        assertThat(with("\ufeffchanges: []\n")).isEqualTo("\ufeffparent: 12_20260525000000_b\nchanges: []\n");
    }

    @Test
    void a_parent_that_is_written_oddly_is_left_to_a_person() {
        assertThatThrownBy(() -> with("description: &p 1_20260524193000_a\nparent: *p\nchanges: []\n"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("write it on a line of its own");
    }
}
