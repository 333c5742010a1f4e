package org.robotoverlord.changelog.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.problem.Problem;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "score >= 0|SCORE>=0",
                "score >= 0|( score >= 0 )",
                "score >= 0|score /* a /* nested */ one */ >= -- why\\n 0",
                "now()|CURRENT_TIMESTAMP",
                "now() > at|current_timestamp>at",
                "lower(\"Name\")|LOWER ( \"Name\" )",
                "a::TEXT + 'X'|a :: text+'X'",
                "a=-1|a = - 1",
                "$$x$$ + a|$$x$$+A",
                "E'\\'x' + a|E'\\'x'+A",
            })
    void what_only_looks_different_is_equal(String one, String other) {
        Expression first = Expression.of(one);
        Expression second = Expression.of(other.replace("\\n", "\n"));

        assertThat(first).isEqualTo(second).hasSameHashCodeAs(second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a = 'x'|a = 'X'",
                "a = 'x  y'|a = 'x y'",
                "\"A\" > 0|\"a\" > 0",
                "a > 0|\"A\" > 0",
                "(a) + (b)|a) + (b",
                "a - -1|a --1",
                "a <> b|a < > b",
                "((a))|a",
                "'now ( ) x'|'current_timestamp x'",
                "$$A$$|$$a$$",
                "$a$x$a$|$b$x$b$",
            })
    void what_means_something_else_is_not(String one, String other) {
        assertThat(Expression.of(one)).isNotEqualTo(Expression.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "mail <> ''|email <> ''",
                "MAIL <> 'mail'|email <> 'mail'",
                "\"mail\" > \"Mail\"|email > \"Mail\"",
                "users.mail = mail|users.email = email",
                "mail(mail) and mailbox > mail2|mail(email) and mailbox > mail2",
                "x::mail and cast(y as mail) and mail '1'|x::mail and cast(y as mail) and mail '1'",
                "mail collate \"mail\"|email collate \"mail\"",
                "extract(mail from mail)|extract(mail from email)",
                "f(mail => mail)|f(mail => email)",
                "$$mail$$ + mail -- mail|$$mail$$ + email",
                "mail /* mail */ > 0|email /* mail */ > 0",
                "mail.x|mail.x",
            })
    void a_column_is_renamed_where_it_is_a_whole_identifier(String sql, String renamed) {
        assertThat(Expression.of(sql).renameColumn("mail", "email").sql()).isEqualTo(renamed);
    }

    @Test
    void a_new_name_is_quoted_where_it_has_to_be() {
        assertThat(Expression.of("mail > 0").renameColumn("mail", "E \"Mail\"").sql())
                .isEqualTo("\"E \"\"Mail\"\"\" > 0");
        assertThat(Expression.of("mail > 0").renameColumn("mail", "order").sql())
                .isEqualTo("\"order\" > 0");
        assertThat(Expression.of("\"Mail\" > mail").renameColumn("Mail", "m").sql())
                .isEqualTo("m > mail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"left", "ilike", "isnull", "natural", "current_schema", "system_user", "verbose"})
    void a_new_name_that_is_a_keyword_is_quoted(String keyword) {
        assertThat(Expression.of("mail > 0").renameColumn("mail", keyword).sql())
                .isEqualTo('"' + keyword + "\" > 0");
    }

    @Test
    void a_keyword_is_no_column_unless_it_stands_in_quotes() {
        assertThat(Expression.of("a is not null and true").mentions("null")).isFalse();
        assertThat(Expression.of("\"order\" > 0").mentions("order")).isTrue();
        assertThat(Expression.of("Role <> ''").mentions("role")).isTrue();
        assertThat(Expression.of("Role <> ''").mentions("Role")).isFalse();
    }

    @Test
    void a_table_is_renamed_where_it_qualifies() {
        assertThat(Expression.of("users.a > 0 and users > 1 and \"users\".b = 'users.c'")
                        .renameTable("users", "people")
                        .sql())
                .isEqualTo("people.a > 0 and users > 1 and people.b = 'users.c'");
    }

    @Test
    void a_type_is_renamed_where_something_is_cast_to_it() {
        assertThat(Expression.of("role = 'x'::role and cast(a as role) = role")
                        .renameType(Name.of("role"), Name.of("r2"), "public")
                        .sql())
                .isEqualTo("role = 'x'::r2 and cast(a as r2) = role");
    }

    @Test
    void a_type_of_another_schema_is_renamed_where_its_schema_is_said() {
        Expression sql = Expression.of("a::audit.role = \"audit\".Role 'x' and b::role and c::log.role[]");
        assertThat(sql.renameType(Name.parse("audit.role"), Name.parse("audit.r2"), "public")
                        .sql())
                .isEqualTo("a::audit.r2 = \"audit\".r2 'x' and b::role and c::log.role[]");
        assertThat(sql.renameType(Name.parse("audit.role"), Name.of("Role"), "public")
                        .sql())
                .isEqualTo("a::\"Role\" = \"Role\" 'x' and b::role and c::log.role[]");
        assertThat(sql.renameType(Name.of("role"), Name.parse("log.r2"), "public")
                        .sql())
                .isEqualTo("a::audit.role = \"audit\".Role 'x' and b::log.r2 and c::log.role[]");
    }

    @Test
    void a_word_before_a_literal_is_a_type_only_where_a_value_may_begin() {
        Expression sql = Expression.of("zone 'a' = a at time zone 'UTC' or b like 'b' escape '!' and (escape '!' = c)");
        assertThat(sql.renameType(Name.of("zone"), Name.of("z"), "public").sql())
                .isEqualTo("z 'a' = a at time zone 'UTC' or b like 'b' escape '!' and (escape '!' = c)");
        assertThat(sql.renameType(Name.of("escape"), Name.of("e"), "public").sql())
                .isEqualTo("zone 'a' = a at time zone 'UTC' or b like 'b' escape '!' and (e '!' = c)");
    }

    @Test
    void a_comment_at_its_end_goes_so_that_it_swallows_no_parenthesis() {
        assertThat(Expression.of("a > 0 -- always").sql()).isEqualTo("a > 0");
        assertThat(Expression.of("a > 0 -- always\n and b").sql()).isEqualTo("a > 0 -- always\n and b");
        assertThat(Expression.of("a = '--' /* x */").sql()).isEqualTo("a = '--'");
        assertThatThrownBy(() -> Expression.of(" -- nothing"))
                .isInstanceOf(Problem.class)
                .hasMessage("an SQL expression is empty; write it or leave the key out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'", "\"", "$$", "$a$", "a /*", "e'\\", "a::", "(", ")", "1e", ".", "\0", "😀", "'' '", "a.", "U&'"
            })
    void what_is_broken_is_the_databases_to_tell(String sql) {
        Expression broken = Expression.of(sql);

        assertThat(broken.folded()).isNotNull();
        assertThat(broken.renameColumn("a", "b").renameTable("a", "b").renameType(Name.of("a"), Name.of("b"), "public"))
                .isNotNull();
        assertThat(broken).isEqualTo(Expression.of(sql));
    }

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
                "(a = ')')|a = ')'",
                "((a)(b))|(a)(b)",
                "(())|()",
                "()|()",
                "((a)|((a)",
                "(a))|(a))",
                "(a) ((b)|(a) ((b)"
            })
    void only_the_parentheses_around_the_whole_go(String sql, String bare) {
        assertThat(Expression.of(sql).bare().sql()).isEqualTo(bare);
    }

    @Test
    void a_hundred_thousand_parentheses_are_no_more_work_than_as_many_letters() {
        String deep = "(".repeat(100_000) + "a" + ")".repeat(100_000);

        assertThat(Expression.of(deep).bare().sql()).isEqualTo("a");
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

    @Test
    void a_quote_that_nothing_follows_opens_no_name() {
        assertThat(Expression.of("a.\"")
                        .requalify(name -> Name.of("other", name.local()))
                        .sql())
                .isEqualTo("a.\"");
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
