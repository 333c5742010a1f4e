package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the catalogue says of single statements; {@code InDoubtTest} shows what runs make of it. */
class PostgresSettlingTest {
    private static final String ODD = """
            create schema "Über.sicht"; create table "Über.sicht"."My ""Table" ("a;b" text, c int);
            insert into "Über.sicht"."My ""Table" values ('x'), ('x');
            """;

    @Test
    void an_index_of_odd_names_that_is_not_valid_goes() throws SQLException {
        String create = "create unique index concurrently \"The Index\" on \"Über.sicht\" . \"My \"\"Table\" (\"a;b\")";
        try (LiveDatabase database = LiveDatabase.of(ODD)) {
            assertThatThrownBy(() -> database.run(create)).hasMessageContaining("could not create unique index");
            assertThat(indexes(database)).isEqualTo("1");
            assertThat(PostgresSettling.isDone(database.connection(), create)).isFalse();
            assertThat(indexes(database)).isEqualTo("0");
            assertThat(database.connection().getAutoCommit()).isTrue();
        }
    }

    private static String indexes(LiveDatabase database) throws SQLException {
        return database.ask(
                "select count(*) from pg_index where indrelid = '\"Über.sicht\".\"My \"\"Table\"'::regclass");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently i on t (a, lower(b) desc) include (c) with (fillfactor = 70) where c > 0",
                "create index concurrently i on public.t using btree (a asc, (lower(B)) desc nulls first) include (c) with (fillfactor=70) where (c>0)",
                "create index concurrently on t (a, lower(b) desc) include (c) with (fillfactor = 70) where c > 0"
            })
    void an_index_is_the_statement_s_if_the_server_prints_it_alike(String create) throws SQLException {
        try (LiveDatabase database = LiveDatabase.of("create table t (gone int, a int, b text, c int);"
                + "alter table t drop column gone;"
                + "create index i on t (a, lower(b) desc) include (c) with (fillfactor = 70) where c > 0")) {
            assertThat(PostgresSettling.isDone(database.connection(), create)).isTrue();
            assertThat(database.ask("select count(*) from pg_class where relname = 'robot_scratch'"))
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create index concurrently i on t (b)                  | another definition",
                "create unique index concurrently i on t (a)           | another kind",
                "create index concurrently i on u (a)                  | another table",
                "create index concurrently i on nowhere (a)            | no table",
                "create index concurrently i on t (no_such_column)     | nothing that could be made",
                "create index i on t (a)                               | not a statement of the kind",
                "drop index concurrently i                             | still there",
                "alter type mood add value 'sad'                       | not there yet",
                "alter type nowhere add value 'sad'                    | no type",
                "vacuum t                                              | anything else"
            })
    void whatever_is_not_surely_done_is_not_done(String sql, String why) throws SQLException {
        try (LiveDatabase database = LiveDatabase.of("create table t (a int, b int); create table u (a int);"
                + "create index i on t (a); create type mood as enum ('ok')")) {
            assertThat(PostgresSettling.isDone(database.connection(), sql))
                    .as(why)
                    .isFalse();
            assertThat(database.ask("select indisvalid from pg_index where indexrelid = 'i'::regclass"))
                    .isEqualTo("t");
        }
    }

    @Test
    void what_is_gone_or_there_as_it_should_be_is_done() throws SQLException {
        try (LiveDatabase database = LiveDatabase.of("create type \"My Mood\" as enum ('it''s')")) {
            assertThat(PostgresSettling.isDone(
                            database.connection(), "drop index concurrently if exists public.i cascade"))
                    .isTrue();
            assertThat(PostgresSettling.isDone(
                            database.connection(), "ALTER TYPE public.\"My Mood\" ADD VALUE 'it''s' BEFORE 'x'"))
                    .isTrue();
        }
    }
}
