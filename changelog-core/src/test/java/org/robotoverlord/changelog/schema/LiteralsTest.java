package org.robotoverlord.changelog.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robotoverlord.changelog.problem.Problem;

class LiteralsTest {
    private static String canonical(String type, String text) {
        return Literals.canonical(ColumnType.parse(type), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "integer|007|7",
                "integer|-0|0",
                "smallint|+5|5",
                "bigint|9223372036854775807|9223372036854775807",
                "decimal(10,2)|1.50|1.5",
                "decimal(10,2)|0.00|0",
                "decimal|1e3|1000",
                "double|1.0|1",
                "double|NaN|NaN",
                "real|-Infinity|-Infinity",
                "boolean|true|true",
                "text|007|007",
                "varchar(3)|äöü|äöü",
                "varchar(2)|😀😀|😀😀",
                "char|x|x",
                "date|2024-02-29|2024-02-29",
                "date|-infinity|-infinity",
                "date|0044-03-15 BC|0044-03-15 BC",
                "time|23:59:60|23:59:60",
                "time|24:00|24:00",
                "timestamp|2026-01-01|2026-01-01",
                "timestamp(3)|2026-01-01T10:00:00.123|2026-01-01T10:00:00.123",
                "timestamptz|2026-01-01 10:00:00+02|2026-01-01 10:00:00+02",
                "timestamptz|2026-01-01 10:00:00 Europe/Berlin|2026-01-01 10:00:00 Europe/Berlin",
                "timestamptz|epoch|epoch",
                "interval|1 day 02:00|1 day 02:00",
                "interval|P1Y|P1Y",
                "uuid|A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11|A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11",
                "binary|\\xdeadBEEF|\\xdeadBEEF",
                "binary|\\x|\\x",
                "json|{\"a\": [1, -2.5e3, null, true, \"\\u00e9\\n\"]}|{\"a\": [1, -2.5e3, null, true, \"\\u00e9\\n\"]}",
                "jsonb|[]|[]",
                "jsonb|\"x\"|\"x\"",
                "text[]|{a,b}|{a,b}",
                "integer[]|{}|{}",
                "inet|anything|anything",
                "native(point)|(1,2)|(1,2)",
            })
    void what_fits_is_kept_as_all_its_spellings_are(String type, String text, String canonical) {
        assertThat(canonical(type, text)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "integer|abc|write a whole number",
                "integer|1.5|write a whole number",
                "integer|``|write a whole number",
                "integer|2147483648|it is too large",
                "smallint|-32769|it is too large",
                "bigint|9223372036854775808|it is too large",
                "decimal(4,2)|100|it is too large",
                "decimal(4,2)|1.234|it has more digits after the point",
                "decimal(3)|1.5|it has more digits after the point",
                "decimal|1,5|write a number",
                "decimal|1e99999999|it is too large",
                "double|1e400|it is too large",
                "real|1e39|it is too large",
                "boolean|yes|write true or false",
                "boolean|1|write true or false",
                "boolean|TRUE|write true or false",
                "varchar(3)|abcd|it is longer",
                "char|ab|it is longer",
                "date|tomorrow|write it as ISO 8601 does, or {sql: …}",
                "date|01.02.2026|write it as ISO 8601 does",
                "date|2026-02-29|there is no such day or time",
                "date|2026-13-01|there is no such day or time",
                "date|0000-01-01|there is no such day or time",
                "time|25:00|there is no such day or time",
                "time|10:60|there is no such day or time",
                "time|24:00:01|there is no such day or time",
                "timestamp|2026-04-31 10:00|there is no such day or time",
                "timestamptz|now()|write it as ISO 8601 does",
                "timestamp|now|write it as ISO 8601 does",
                "interval|soon|write it as in '1 day 02:00'",
                "uuid|1234|write 32 hex digits",
                "binary|abc|write \\x and two hex digits for each byte",
                "binary|\\xabc|write \\x and two hex digits for each byte",
                "json|{a: 1}|write JSON, in quotes",
                "json|``|write JSON, in quotes",
                "json|{\"a\": 1,}|write JSON, in quotes",
                "json|[1] 2|write JSON, in quotes",
                "json|01|write JSON, in quotes",
                "jsonb|'x'|write JSON, in quotes",
                "json|{\"a\" 1}|write JSON, in quotes",
                "json|\"\\x\"|write JSON, in quotes",
                "text[]|a,b|write it as '{a,b}', in quotes",
            })
    void what_does_not_fit_is_told(String type, String text, String told) {
        assertThatThrownBy(() -> canonical(type, text))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("'" + text + "' doesn't fit " + ColumnType.parse(type))
                .hasMessageContaining(told);
    }

    @Test
    void what_a_stranger_sends_costs_no_time() {
        String digits = "9".repeat(5_000_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (String type : new String[] {"integer", "decimal", "double", "date", "uuid", "binary"}) {
                assertThatThrownBy(() -> canonical(type, digits + "x"))
                        .isInstanceOf(Problem.class)
                        .satisfies(problem ->
                                assertThat(problem.getMessage().length()).isLessThan(300));
            }
            assertThat(canonical("binary", "\\x" + "ab".repeat(500_000))).hasSize(1_000_002);
            assertThat(canonical("json", "\"" + "\\u00e9".repeat(200_000) + "\""))
                    .isNotEmpty();
            assertThat(canonical("json", "[" + "1,".repeat(200_000) + "1]")).isNotEmpty();
            assertThatThrownBy(() -> canonical("json", "[".repeat(200_000))).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> ColumnType.parse("int" + " ".repeat(100_000) + "]"))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> ColumnType.parse("text" + "[]".repeat(100_000)))
                    .isInstanceOf(Problem.class);
        });
    }
}
