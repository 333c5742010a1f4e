package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;

class ManagedTest {
    @Test
    void globs_take_in_and_leave_out_by_a_table_s_name_with_or_without_its_schema() {
        Managed managed = new Managed(List.of("user*", "audit.*"), List.of("users_old"));

        assertThat(managed.test(Name.of("users"))).isTrue();
        assertThat(managed.test(Name.of("users_old"))).isFalse();
        assertThat(managed.test(Name.of("audit", "entries"))).isTrue();
        assertThat(managed.test(Name.of("teams"))).isFalse();
    }

    @Test
    void a_glob_that_is_none_is_told() {
        assertThatThrownBy(() -> new Managed(List.of(), List.of("tmp_[a")))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("'tmp_[a' in <include> or <exclude> is no glob (")
                .hasMessageEndingWith("); write one such as tmp_* or audit.{log,entry}");
    }
}
