package org.robotoverlord.changelog.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robotoverlord.changelog.problem.Problem;

class NameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "users||users",
                "auth.users|auth|users",
                "\"my.table\"||my.table",
                "\"a:b\".\"c,d=e\"|a:b|c,d=e",
                "\"say \"\"hi\"\"\"||say \"hi\"",
                "a b.c d|a b|c d",
                "Users||Users",
                "null||null",
            })
    void a_name_is_taken_apart_at_its_dots(String text, String schema, String local) {
        Name name = Name.parse(text);

        assertThat(name.schema().orElse(null)).isEqualTo(schema);
        assertThat(name.local()).isEqualTo(local);
        assertThat(name).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|has an empty part",
                "a.|has an empty part",
                ".a|has an empty part",
                "a..b|has an empty part",
                "\"\"|has an empty part",
                "a.b.c|'a.b.c' has too many dots for a name; write schema.name",
                "\"a|'\"a' opens a double quote and doesn't close it",
                "\"a\"b|goes on after a closing double quote; put a dot there or double the quote",
            })
    void what_is_no_name_is_told(String text, String told) {
        assertThatThrownBy(() -> Name.parse(text)).isInstanceOf(Problem.class).hasMessageContaining(told);
    }

    @Test
    void whatever_it_holds_it_reads_back_as_it_was() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            StringBuilder part = new StringBuilder("x".repeat(random.nextInt(2)));
            random.ints(1 + random.nextInt(4), 0, 8).forEach(c -> part.append(".:,=\" aé".charAt(c)));
            Name name = random.nextBoolean() ? Name.of(part.toString()) : Name.of(part.toString(), part.toString());

            assertThat(Name.parse(name.toString())).isEqualTo(name);
        }
    }

    @Test
    void names_sort_by_schema_and_then_by_themselves() {
        assertThat(List.of(Name.of("b", "a"), Name.of("b"), Name.of("a")).stream()
                        .sorted())
                .containsExactly(Name.of("a"), Name.of("b"), Name.of("b", "a"));
    }
}
