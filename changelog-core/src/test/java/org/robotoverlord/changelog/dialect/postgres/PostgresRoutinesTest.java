package org.robotoverlord.changelog.dialect.postgres;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.TestPostgres;

class PostgresRoutinesTest {
    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void functions_and_procedures_are_read_but_for_those_without_words(int major) throws SQLException {
        try (LiveDatabase database = LiveDatabase.of(major, """
                create type mood as enum ('ok');
                create domain short as varchar(3);
                create table users (id bigint);
                create function touch() returns trigger language plpgsql as 'begin return new; end';
                create function search("Word" varchar(9), m mood[], since timestamptz = now(), variadic ids bigint[] = '{}')
                  returns table (id bigint, "No" double precision) stable security definer language sql
                  as $$
                  select 1, 2;  -- $b$

                $$;
                create function pairs(users) returns setof users language sql immutable as 'select $1';
                create function shorten(text) returns short language sql as 'select $1';
                create procedure tidy(int) language sql as 'select 1';
                create function two(out a int, out b int) language sql as 'select 1, 2';
                create function parsed() returns int language sql return 1;
                create aggregate my_sum(int) (sfunc = int4pl, stype = int);
                """)) {
            database.assertReadsAs("""
                    enums: {mood: [ok]}
                    domains: {short: {type: varchar(3)}}
                    functions:
                      touch(): {returns: trigger, language: plpgsql, body: begin return new; end}
                      search("Word" varchar, m mood[], since timestamptz default now(), variadic ids bigint[] default '{}'::bigint[]):
                        returns: table(id bigint, "No" double)
                        language: sql
                        volatility: stable
                        security: definer
                        body: "  select 1, 2;  -- $b$"
                      pairs(users): {returns: setof users, language: sql, volatility: immutable, body: select $1}
                      shorten(text): {returns: short, language: sql, body: select $1}
                    procedures:
                      tidy(integer): {language: sql, body: select 1}
                    tables:
                      users: {columns: {id: bigint}}
                    """);
        }
    }
}
