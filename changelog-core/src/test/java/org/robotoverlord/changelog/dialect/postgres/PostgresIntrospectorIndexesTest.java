package org.robotoverlord.changelog.dialect.postgres;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.TestPostgres;

/** How indexes are read. */
class PostgresIntrospectorIndexesTest {
    static java.util.List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void nulls_that_are_equal_are_told_from_15_on(int major) throws SQLException {
        String clause = major >= 15 ? "nulls not distinct" : "";
        try (LiveDatabase database = LiveDatabase.of(
                major,
                "create table t (a int, b int, constraint t_a_key unique " + clause + " (a));"
                        + "create unique index t_b_idx on t (b) " + clause)) {
            database.assertReadsAs("""
                    tables:
                      t:
                        columns: {a: integer, b: integer}
                        unique: {t_a_key: {columns: [a], nullsNotDistinct: %1$s}}
                        indexes: {t_b_idx: {columns: [b], unique: true, nullsNotDistinct: %1$s}}
                    """.formatted(major >= 15));
        }
    }

    @Test
    void an_element_tells_its_collation_only_where_it_is_its_own() throws SQLException {
        LiveDatabase.assertReads("""
                create table t (a text collate "C", b text);
                create index i on t (a, b collate "POSIX", lower(a), lower(b) collate "C", (a || 'x') collate "default");
                """, """
                tables:
                  t:
                    columns: {a: {type: text, collation: C}, b: text}
                    indexes:
                      i: [a, {column: b, collation: POSIX}, {sql: lower(a)}, {sql: lower(b), collation: C},
                          {sql: "a || 'x'::text", collation: default}]
                """);
    }

    @Test
    void an_operator_class_is_told_with_its_options_and_where_it_lies() throws SQLException {
        LiveDatabase.assertReads("""
                create schema ext; create extension pg_trgm schema ext version '1.6'; create table t (a text);
                create index i on t using gist (a ext.gist_trgm_ops (siglen = 32));
                create index j on t using gin (a ext.gin_trgm_ops) with (fastupdate = off);
                """, """
                schemas: [ext]
                extensions: {pg_trgm: {schema: ext, version: '1.6'}}
                tables:
                  t:
                    columns: {a: text}
                    indexes:
                      i: {columns: [{column: a, opclass: ext.gist_trgm_ops(siglen=32)}], method: gist}
                      j: {columns: [{column: a, opclass: ext.gin_trgm_ops}], method: gin, with: {fastupdate: 'off'}}
                """);
    }
}
