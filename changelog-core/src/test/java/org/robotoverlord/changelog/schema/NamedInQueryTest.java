package org.robotoverlord.changelog.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds what is found of the names in a query. */
class NamedInQueryTest {
    private static Set<String> relations(String query) {
        return NamedInQuery.relations(Expression.of(query)).stream()
                .map(Name::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean sweeps(String query) {
        return NamedInQuery.sweeps(Expression.of(query));
    }

    @Test
    void tables_stand_after_from_and_join_and_between_commas() {
        assertThat(
                        relations(
                                "select a, b from x, only audit.y as z join \"Odd one\" on c = d, lateral (select 1 from deep) t where e in (select f from w)"))
                .containsExactly("Odd one", "audit.y", "deep", "w", "x");
        assertThat(relations("select 1 from (a cross join b), c union table d order by e, f"))
                .containsExactly("a", "b", "c", "d");
        assertThat(relations("select (select max(n) from inner_one), outer_column from t"))
                .containsExactly("inner_one", "t");
        assertThat(relations("values (1), (2)")).isEmpty();
    }

    @Test
    void functions_strings_and_comments_are_no_tables() {
        assertThat(relations("select 'from x' from generate_series(1, 2) s, unnest(a) /* from y */ -- from z\n"))
                .isEmpty();
        assertThat(relations("select nextval('audit.ticket'), 'users'::regclass from t"))
                .containsExactly("audit.ticket", "t", "users");
    }

    @Test
    void what_with_defines_is_no_table_once_it_is_defined() {
        assertThat(relations(
                        "with a as (select * from a), b (c) as not materialized (select 1 from a) select * from a, b"))
                .containsExactly("a");
        assertThat(relations("with recursive a as (select 1 union select 2 from a, x) select * from a"))
                .containsExactly("x");
        assertThat(relations("with a as (select 1) select * from public.a")).containsExactly("public.a");
        assertThat(relations("with a as materialized (select 1 from x), b as (table y) (select * from a, b)"))
                .containsExactly("x", "y");
    }

    @Test
    void a_star_means_all_columns_where_it_is_no_product() {
        assertThat(sweeps("select * from t")).isTrue();
        assertThat(sweeps("select a, t.* from t")).isTrue();
        assertThat(sweeps("select distinct on (a) * from t")).isTrue();
        assertThat(sweeps("select 1 union table t")).isTrue();
        assertThat(sweeps("select a from t natural join s")).isTrue();
        assertThat(sweeps("select count(*), a * b, (a) * (b), 2 * 3 from t")).isFalse();
    }

    @Test
    void a_type_is_named_where_something_becomes_of_it() {
        for (String query :
                new String[] {"select a::mood", "select cast(a as audit.mood)", "select mood 'good'", "select a::mood[]"
                }) {
            assertThat(NamedInQuery.casts(Expression.of(query), "mood"))
                    .as(query)
                    .isTrue();
        }
        assertThat(NamedInQuery.casts(Expression.of("select mood from t where mood > 'a'"), "mood"))
                .isFalse();
    }
}
