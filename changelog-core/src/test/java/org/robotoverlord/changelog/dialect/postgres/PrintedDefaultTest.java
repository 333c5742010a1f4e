package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robotoverlord.changelog.schema.Value;

class PrintedDefaultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'citizen'::user_role|user_role|citizen",
                "'a'::audit.\"Le vel\"|audit.\"Le vel\"|a",
                "'a'::\"it's\"|\"it's\"|a",
                "'it''s'::character varying|text|it's",
                "'x'::character varying(3)|character varying|x",
                "'-1'::integer|bigint|-1",
                "'NaN'::numeric|numeric|NaN",
                "B'101'::\"bit\"|bit varying|101",
                "'{a,b}'::text[]|text[]|{a,b}",
                "''::text|text|~~",
                "true|boolean|true",
                "0.5|real|0.5"
            })
    void a_literal_of_the_columns_kind_is_one(String printed, String type, String literal) {
        assertThat(PrintedDefault.read(printed, type)).contains(Value.literal(literal));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "'2020-01-01'::date;timestamp with time zone;'2020-01-01'::date",
                "('a'::text || 'b'::text);text;'a'::text || 'b'::text",
                "('now'::text)::date;date;('now'::text)::date",
                "nextval('s'::regclass);bigint;nextval('s'::regclass)",
                "(- 1);integer;- 1",
                "CURRENT_DATE;date;CURRENT_DATE"
            })
    void all_else_is_sql(String printed, String type, String sql) {
        assertThat(PrintedDefault.read(printed, type).orElseThrow().shown()).isEqualTo(sql);
    }

    @Test
    void a_default_may_be_a_text_of_a_megabyte() {
        String text = "it's so".repeat(150_000);

        assertThat(PrintedDefault.read("'" + text.replace("'", "''") + "'::text", "text"))
                .contains(Value.literal(text));
    }

    @Test
    void null_is_no_default() {
        assertThat(PrintedDefault.read("NULL::character varying", "character varying"))
                .isEmpty();
    }
}
