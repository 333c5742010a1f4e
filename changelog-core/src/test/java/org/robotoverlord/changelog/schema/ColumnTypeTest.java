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
                "timestamp(2) with time zone[]|timestamptz(2)[]"
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
}
