package org.robotoverlord.changelog.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.dialect.mysql.MysqlDialect;
import org.robotoverlord.changelog.dialect.postgres.PostgresDialect;
import org.robotoverlord.changelog.problem.Problem;

class PlaceholdersTest {
    private final Placeholders placeholders =
            new Placeholders(Map.of("who", "robot", "a.b-c_1", "${who} $1 \\", "empty", ""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${who}|robot",
                "'${who}' ${who}|'robot' robot",
                "${a.b-c_1}|${who} $1 \\",
                "x${empty}y|xy",
                "$${who}|${who}",
                "$$${who}|$${who}",
                "$${nobody}|${nobody}",
                "$ $1 $$ $tag$ ${} ${1a} ${a b} ${ who } ${who|$ $1 $$ $tag$ ${} ${1a} ${a b} ${ who } ${who",
                "#{who}|#{who}",
            })
    void a_placeholder_is_replaced_and_every_other_dollar_stays(String text, String replaced) {
        assertThat(placeholders.replace(text)).isEqualTo(replaced);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${hwo}", "${Who}"})
    void an_unset_one_is_told_with_the_nearest(String text) {
        assertThatThrownBy(() -> placeholders.replace(text))
                .isInstanceOf(Problem.class)
                .hasMessage("placeholder '" + text + "' has no value (did you mean 'who'?); set it in <placeholders>,"
                        + " or write $" + text + " for the text itself");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "select ${x}, '${x}'|select it's \\ \"`*/, 'it''s \\ \"`*/'",
                "'a''${x}'|'a''it''s \\ \"`*/'",
                "'a' + ${x}|'a' + it's \\ \"`*/",
                "E'\\'${x}' e'${x}' be'${x}'|E'\\'it''s \\\\ \"`*/' e'it''s \\\\ \"`*/' be'it''s \\ \"`*/'",
                "\"${x}\" `${x}`|\"it's \\ \"\"`*/\" `it's \\ \"``*/`",
                "/* ' ${x} */ '${x}'|/* ' it's \\ \"`* / */ 'it''s \\ \"`*/'",
                "do $$ begin perform '${x}'; end $$|do $$ begin perform 'it''s \\ \"`*/'; end $$",
                "'$${x}' ${x}|'${x}' it's \\ \"`*/"
            })
    void in_quotes_and_comments_a_value_ends_neither(String sql, String replaced) {
        Placeholders odd = new Placeholders(Map.of("x", "it's \\ \"`*/"));

        assertThat(odd.inSql(sql, new PostgresDialect()::literal)).isEqualTo(replaced);
    }

    @Test
    void a_comment_to_the_lines_end_goes_on_to_it() {
        Placeholders lines = new Placeholders(Map.of("x", "a\nb\r\nc"));

        assertThat(lines.inSql("select 1 -- it's ${x}\n, ${x}", new PostgresDialect()::literal))
                .isEqualTo("select 1 -- it's a b c\n, a\nb\r\nc");
    }

    @Test
    void where_a_backslash_escapes_it_is_doubled() {
        Placeholders odd = new Placeholders(Map.of("x", "\\' or 1 --"));

        assertThat(odd.inSql("'\\'${x}' '${x}'", new MysqlDialect()::literal))
                .isEqualTo("'\\'\\\\'' or 1 --' '\\\\'' or 1 --'");
    }
}
