package org.robotoverlord.changelog.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.change.Sql;
import org.robotoverlord.changelog.problem.Problem;

class DialectsTest {
    @Test
    void a_dialect_is_found_by_its_name_and_by_a_url() {
        assertThat(Dialects.named("postgresql").title()).isEqualTo("PostgreSQL");
        assertThat(Dialects.of("jdbc:postgresql://db/forum").name()).isEqualTo("postgresql");
    }

    @Test
    void a_misspelt_name_is_told_with_the_one_that_was_meant() {
        assertThatThrownBy(() -> Dialects.named("postgres"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("there is no dialect 'postgres' (did you mean 'postgresql'?); write one of [")
                .hasMessageContaining("postgresql")
                .hasMessageContaining("sqlite");
    }

    @Test
    void a_url_of_an_unknown_database_is_told_without_its_password() {
        assertThatThrownBy(() -> Dialects.of("jdbc:oracle:thin:scott/tiger@db"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("the URL leads to 'jdbc:oracle', a database that is not known; known are: ")
                .hasMessageContaining("PostgreSQL")
                .hasMessageNotContaining("tiger");
    }

    @Test
    void sql_for_a_dialect_that_there_is_not_is_told() {
        Sql misspelt = new Sql(List.of("select 1"), List.of(), true, List.of("mariadb", "postgres"), List.of());

        assertThatThrownBy(() -> Dialects.requireKnown(misspelt))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("there is no dialect 'postgres' (did you mean 'postgresql'?)");
    }
}
