package org.robotoverlord.changelog.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.DropTable;
import org.robotoverlord.changelog.dialect.Statement.Clause;
import org.robotoverlord.changelog.dialect.Statement.Phase;
import org.robotoverlord.changelog.schema.Name;

class ClausesTest {
    private static final Change CHANGE = new DropTable(Name.of("t"));

    private static Statement clause(String text, Phase phase, String column) {
        return Statement.of(new Clause("alter table t", text, phase, column), CHANGE);
    }

    private static List<String> merged(Statement... statements) {
        return Clauses.merged(Arrays.asList(statements)).stream()
                .map(Statement::sql)
                .toList();
    }

    @Test
    void neighbours_on_one_table_become_one_statement() {
        assertThat(merged(clause("add a", Phase.ADD_COLUMN, "a"), clause("add b", Phase.ADD_COLUMN, "b")))
                .containsExactly("alter table t\n  add a,\n  add b");
    }

    @Test
    void neighbours_on_two_tables_stay_apart() {
        Statement other = Statement.of(new Clause("alter table u", "add c", Phase.ADD_COLUMN, "c"), CHANGE);
        assertThat(merged(clause("add a", Phase.ADD_COLUMN, "a"), other, clause("add b", Phase.ADD_COLUMN, "b")))
                .containsExactly("alter table t add a", "alter table u add c", "alter table t add b");
    }

    @Test
    void nothing_is_merged_over_another_statement() {
        assertThat(merged(
                        clause("add a", Phase.ADD_COLUMN, "a"),
                        Statement.of("update t", CHANGE),
                        clause("require a", Phase.REQUIRE, "a")))
                .containsExactly("alter table t add a", "update t", "alter table t require a");
    }

    @Test
    void what_the_database_would_do_first_stays_after() {
        assertThat(merged(
                        clause("add a default 1", Phase.ADD_COLUMN, "a"), clause("drop default of a", Phase.DROP, "a")))
                .hasSize(2);
        assertThat(merged(clause("add a check", Phase.ADD_OTHER, ""), clause("drop a", Phase.DROP, "a")))
                .hasSize(2);
    }

    @Test
    void columns_that_do_not_care_for_each_other_are_done_at_once() {
        assertThat(merged(
                        clause("retype a", Phase.RETYPE, "a"),
                        clause("set default of a", Phase.ADD_OTHER, "a"),
                        clause("drop default of b", Phase.DROP, "b"),
                        clause("retype b", Phase.RETYPE, "b")))
                .hasSize(1);
    }

    @Test
    void a_column_is_not_retyped_twice_at_once() {
        assertThat(merged(clause("retype a", Phase.RETYPE, "a"), clause("retype a", Phase.RETYPE, "a")))
                .hasSize(2);
    }

    @Test
    void a_column_is_there_before_its_rows_are_looked_at() {
        assertThat(merged(clause("add a", Phase.ADD_COLUMN, "a"), clause("require a", Phase.REQUIRE, "a")))
                .hasSize(2);
    }

    @Test
    void a_merged_statement_serves_all_its_changes() {
        Change other = new DropTable(Name.of("t"));
        Statement second = Statement.of(new Clause("alter table t", "add b", Phase.ADD_COLUMN, "b"), other);
        Statement merged = Clauses.merged(
                        List.of(clause("add a", Phase.ADD_COLUMN, "a"), clause("add c", Phase.ADD_COLUMN, "c"), second))
                .get(0);
        assertThat(merged.serves()).hasSize(2);
        assertThat(merged.serves().get(0)).isSameAs(CHANGE);
        assertThat(merged.serves().get(1)).isSameAs(other);
    }

    @Test
    void two_keys_stay_apart_as_one_of_them_might_be_left_out() {
        assertThat(merged(
                        clause("add constraint a unique (x)", Phase.ADD_KEY, ""),
                        clause("add constraint b unique (x)", Phase.ADD_KEY, "")))
                .hasSize(2);
    }
}
