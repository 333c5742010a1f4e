package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Name;

class PostgresTypesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "character varying(320)|varchar(320)",
                "character varying|varchar",
                "character(1)|char(1)",
                "timestamp(3) with time zone|timestamptz(3)",
                "time without time zone|time",
                "numeric(10,2)|decimal(10,2)",
                "numeric(10,0)|decimal(10)",
                "double precision[]|double[]",
                "bytea|binary",
                "bit(1)|bit",
                "bit varying(5)[]|varbit(5)[]",
                "time(3) with time zone|timetz(3)",
                "tsvector|tsvector",
                "int4multirange|int4multirange",
                "\"char\"|native(\"char\")",
                "interval day to second(3)|native(interval day to second(3))",
                "numeric(3,-2)|native(numeric(3,-2))",
                "numeric(2,5)|native(numeric(2,5))",
                "geometry(Point,4326)|native(geometry(Point,4326))",
                "ext.citext|native(ext.citext)",
                "\"Odd []\"[]|native(\"Odd []\"[])"
            })
    void what_the_server_prints_is_read(String printed, String type) {
        assertThat(PostgresTypes.read(printed, PostgresTypes.BUILT_IN)).isEqualTo(ColumnType.parse(type));
    }

    @Test
    void an_enum_is_its_name_unless_that_leads_elsewhere() {
        assertThat(PostgresTypes.readEnum(Name.of("mood"), "mood[]", false)).hasToString("mood[]");
        assertThat(PostgresTypes.readEnum(Name.of("audit", "mood"), "audit.mood", true))
                .hasToString("audit.mood");
        assertThat(PostgresTypes.readEnum(Name.of("point"), "public.point", true))
                .hasToString("native(public.point)");
        assertThat(PostgresTypes.readEnum(Name.of("jsonb"), "public.jsonb", true))
                .hasToString("native(public.jsonb)");
        assertThat(PostgresTypes.readEnum(Name.of("a(b)"), "\"a(b)\"", false)).hasToString("native(\"a(b)\")");
    }

    @Test
    void every_built_in_type_is_there_or_comes_with_an_extension() throws SQLException {
        try (LiveDatabase database = LiveDatabase.of(
                "create extension citext; create extension hstore; create extension ltree; create extension cube;"
                        + " create extension seg; create extension isn")) {
            for (String type : PostgresTypes.BUILT_IN) {
                assertThat(database.ask("select to_regtype('" + type + "') is not null"))
                        .as(type)
                        .isEqualTo("t");
            }
        }
    }
}
