package org.robotoverlord.changelog.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.problem.Problem;

class SignatureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "touch()|touch()|touch()",
                " audit.touch( ) |audit.touch()|audit.touch()",
                "tidy(int4, character varying(9))|tidy(integer, varchar)|tidy(integer, varchar)",
                "tidy(days int, Word text)|tidy(days integer, Word text)|tidy(integer, text)",
                "f(double precision, d double precision)|f(double, d double)|f(double, double)",
                "f(timestamp with time zone, t timestamp(3) with time zone)|f(timestamptz, t timestamptz)|f(timestamptz, timestamptz)",
                "f(char(7), numeric(10,2)[])|f(char(1), decimal[])|f(char(1), decimal[])",
                "f(in a integer, variadic b text[])|f(a integer, variadic b text[])|f(integer, text[])",
                "f(a integer = 1, b text default 'x, (y')|f(a integer default 1, b text default 'x, (y')|f(integer, text)",
                "f(\"My Arg\" \"Odd Enum\", audit.level[])|f(\"My Arg\" \"Odd Enum\", audit.level[])|f(\"Odd Enum\", audit.level[])",
                "\"a.b\"(users)|\"a.b\"(users)|`\"a.b\"(users)`",
                "f(g native(geometry(Point,4326)))|f(g native(geometry(Point,4326)))|f(native(geometry(Point,4326)))"
            })
    void it_is_printed_as_it_is_read(String text, String printed, String brief) {
        Signature signature = Signature.parse(text);
        assertThat(signature).hasToString(printed);
        assertThat(Signature.parse(printed)).isEqualTo(signature);
        assertThat(signature.brief()).isEqualTo(brief.replace("`", ""));
    }

    @Test
    void names_and_defaults_of_parameters_tell_no_two_apart() {
        assertThat(Signature.parse("f(a int, b text default 'x')").key())
                .isEqualTo(Signature.parse("f(integer, text)").key())
                .isNotEqualTo(Signature.parse("f(integer)").key())
                .isNotEqualTo(Signature.parse("audit.f(integer, text)").key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"touch", "touch(", "(integer)", "f(a,)", "f(out a integer)", "f(default 1)", "f(serial)"})
    void what_is_no_signature_is_refused(String text) {
        assertThatThrownBy(() -> Signature.parse(text)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int4|integer",
                "SETOF users|setof users",
                "TABLE(id bigint, \"No\" varchar(9))|table(id bigint, No varchar)",
                "trigger|trigger",
                "setof \"Odd Enum\"|setof \"Odd Enum\""
            })
    void what_is_given_back_is_printed_as_it_is_read(String text, String printed) {
        ReturnType type = ReturnType.parse(text);
        assertThat(type).hasToString(printed);
        assertThat(ReturnType.parse(printed)).isEqualTo(type);
    }
}
