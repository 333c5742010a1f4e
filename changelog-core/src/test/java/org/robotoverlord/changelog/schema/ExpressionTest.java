package org.robotoverlord.changelog.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "(score >= 0)|score >= 0",
                "((a + b))|a + b",
                "((a > 0) AND (b > 0))|(a > 0) AND (b > 0)",
                "(a) + (b)|(a) + (b)",
                "lower(a)|lower(a)",
                "(a = ')')|a = ')'"
            })
    void only_the_parentheses_around_the_whole_go(String sql, String bare) {
        assertThat(Expression.of(sql).bare().sql()).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a > 'x'::old.mood|a > 'x'::\"Ne w\".mood",
                "\"old\".f(old.b.c)|\"Ne w\".f(\"Ne w\".b.c)",
                "OLD.f(a) OPERATOR(old.<>) 'old.x'|\"Ne w\".f(a) OPERATOR(\"Ne w\".<>) 'old.x'",
                "\"Old\".f(older.g(old))|\"Old\".f(older.g(old))"
            })
    void a_qualified_name_moves_to_another_schema(String sql, String moved) {
        Expression there = Expression.of(sql)
                .requalify(name ->
                        name.schema().equals(java.util.Optional.of("old")) ? Name.of("Ne w", name.local()) : name);
        assertThat(there.sql()).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"\"mail\" > 1|mail > 1|true", "\"Mail\" > 1|mail > 1|false", "\"order\" > 1|order > 1|false"})
    void quotes_that_a_name_does_not_need_make_no_difference(String sql, String other, boolean equal) {
        assertThat(Expression.of(sql).equals(Expression.of(other))).isEqualTo(equal);
    }
}
