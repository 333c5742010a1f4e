package org.robotoverlord.changelog.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** Holds which changes of type are bound to fail. */
class CastTest {
    private static final Schema SCHEMA =
            Schema.empty(Models.SETTING).with(Kind.ENUM, Name.of("role"), EnumType.of(java.util.List.of("a")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer | uuid | false",
                "integer | text | true",
                "text | uuid | true",
                "integer | decimal(10,2) | true",
                "double | smallint | true",
                "boolean | integer | true",
                "boolean | decimal | false",
                "date | timestamptz | true",
                "timestamp | time | true",
                "date | time | false",
                "date | integer | false",
                "time | interval | true",
                "json | jsonb | true",
                "jsonb | bigint | true",
                "jsonb | uuid | false",
                "binary | text | true",
                "binary | integer | false",
                "role | text | true",
                "text | role | true",
                "role | integer | false",
                "integer | integer[] | false",
                "integer[] | bigint[] | true",
                "integer[] | uuid[] | false",
                "text | integer[] | true",
                "integer[] | text | true",
                "native(point) | uuid | true",
                "inet | integer | true"
            })
    void a_cast_is_possible_or_not(String from, String to, boolean possible) {
        assertThat(Cast.isPossible(ColumnType.parse(from), ColumnType.parse(to), new Draft(SCHEMA, SCHEMA)))
                .isEqualTo(possible);
    }
}
