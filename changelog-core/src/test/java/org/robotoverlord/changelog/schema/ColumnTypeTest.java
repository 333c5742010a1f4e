package org.robotoverlord.changelog.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.problem.Problem;

class ColumnTypeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bigint",
                "varchar(320)",
                "decimal(10,2)",
                "timestamptz(3)",
                "text[]",
                "varchar(5)[]",
                "user_role",
                "audit.user_role[]",
                "inet",
                "native(geometry(Point,4326))"
            })
    void what_it_says_is_what_it_was_read_from(String text) {
        assertThat(ColumnType.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer|integer",
                "INT|integer",
                "int(11)|integer",
                "bool|boolean",
                "double  precision|double",
                "character varying (320)|varchar(320)",
                "char|char(1)",
                "numeric(10,0)|decimal(10)",
                "timestamp(3) with time zone|timestamptz(3)",
                "timestamp(6) without time zone|timestamp",
                "timestamp with time zone [] |timestamptz[]",
                "timestamp(2) with time zone[]|timestamptz(2)[]",
                "int4|integer",
                "int (11)|integer",
                "int2|smallint",
                "int8|bigint",
                "float4|real",
                "float8|double",
                "Double Precision|double",
                "character|char(1)",
                "character(5)|char(5)",
                "character varying|varchar",
                "bytea|binary",
                "BLOB|binary",
                "numeric|decimal",
                "decimal( 10 , 2 )|decimal(10,2)",
                "timestamp without time zone|timestamp",
                "time(6)|time",
                "timestamptz(6)|timestamptz",
                "text [] [ ]|text[]",
                "public . x|public . x",
                "\"mood\"|mood",
                "\"auth\".mood|auth.mood",
                "native( geometry(Point,4326) )|native(geometry(Point,4326))",
            })
    void synonyms_are_folded(String text, String folded) {
        assertThat(ColumnType.parse(text)).isEqualTo(ColumnType.parse(folded)).hasToString(folded);
    }

    @Test
    void what_can_not_be_a_type_is_told_with_a_way_out() {
        assertThatThrownBy(() -> ColumnType.parse("geometry(Point,4326)"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("write native(geometry(Point,4326))");
        assertThatThrownBy(() -> ColumnType.parse("serial"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("{type: integer, identity: true}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|'' is no type; write a name such as bigint or varchar(320)",
                "[]|is no type",
                "(3)|is no type",
                "text[3]|is no type",
                "text]|is no type",
                "decimal(10|is no type",
                "decimal)10(|is no type",
                "varchar(3)(4)|is no type",
                "varchar()|has '' in parentheses where numbers belong",
                "varchar(x)|has 'x' in parentheses where numbers belong",
                "varchar(0)|has 0 where 1 to 10485760 is taken",
                "varchar(1,2)|has 2 numbers in parentheses; varchar takes at most 1",
                "text(3)|has 1 numbers in parentheses; text takes none",
                "integer(3)|has 1 numbers in parentheses; integer takes none",
                "decimal(10,11)|has 11 where 0 to 10 is taken",
                "timestamp(7)|has 7 where 0 to 6 is taken",
                "bigserial|{type: bigint, identity: true}",
                "SMALLSERIAL|{type: smallint, identity: true}",
                "serial4[]|{type: integer, identity: true}",
                "native()|native() names no type",
                "native( )|native() names no type",
                "a..b|has an empty part",
                "a.b.c|has too many dots",
            })
    void what_is_no_type_is_told(String text, String told) {
        assertThatThrownBy(() -> ColumnType.parse(text))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(told);
    }
}
