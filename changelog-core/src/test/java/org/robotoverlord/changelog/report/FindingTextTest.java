package org.robotoverlord.changelog.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTextTest {
    @Test
    void errors_are_told_a_line_each_and_the_sum_of_all_at_the_end() {
        assertThat(FindingText.ofErrors(SomeFindings.ALL)).isEqualTo("""
                db/a,b:c.yaml:3:7: 100% of it: 'a | <b>_c_',
                and "more". Mend it.
                It isn't here. Bring it back.
                1 finding and 1 warning in app 'models', 1 finding in app 'audit'""");
    }

    @Test
    void what_there_is_none_of_is_not_counted() {
        assertThat(FindingText.sum(SomeFindings.ALL.subList(1, 2))).isEqualTo("1 warning in app 'models'");
        assertThat(FindingText.sum(List.of(SomeFindings.ALL.get(0), SomeFindings.ALL.get(0), SomeFindings.ALL.get(0))))
                .isEqualTo("3 findings in app 'models'");
    }
}
