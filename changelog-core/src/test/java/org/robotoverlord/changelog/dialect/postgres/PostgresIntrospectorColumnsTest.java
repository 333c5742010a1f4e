package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/** How columns are read: types, defaults, identities. */
class PostgresIntrospectorColumnsTest {
    @Test
    void a_virtual_column_is_not_stored() throws SQLException {
        LiveDatabase.assertReads(
                "create table t (a int, b int generated always as (a * 2) virtual, c int generated always as (a + 1) stored)",
                """
                tables:
                  t:
                    columns:
                      a: integer
                      b: {type: integer, generated: {sql: a * 2, stored: false}}
                      c: {type: integer, generated: {sql: a + 1}}
                """);
    }

    @Test
    void types_that_nobody_else_has_are_native_or_read_by_their_name() throws SQLException {
        LiveDatabase.assertReads("""
                create extension citext; create extension hstore;
                create schema ext; create extension ltree schema ext version '1.2';
                create domain email as text; create type pair as (a int, b int);
                create type point as enum ('x'); create type int_span as range (subtype = int4);
                create table t (a citext, b hstore default '', c ext.ltree, d email default 'x', e pair, f public.point,
                  g int_span, h "char", i inet[], j bit, k varbit(5), l timetz(3), m interval(3), n numeric(3,-2),
                  o bpchar, p char(3), q int4multirange, r time(2), s double precision[], t name, u bit(8), v numeric,
                  w interval, x timestamp[], y ext.ltree[]);
                """, """
                schemas: [ext]
                extensions: {citext: {version: '1.8'}, hstore: {version: '1.8'}, ltree: {schema: ext, version: '1.2'}}
                enums: {point: [x]}
                domains: {email: {type: text}}
                tables:
                  t:
                    columns:
                      a: citext
                      b: {type: hstore, default: ''}
                      c: native(ext.ltree)
                      d: {type: email, default: x}
                      e: native(pair)
                      f: native(public.point)
                      g: native(int_span)
                      h: native("char")
                      i: {type: "inet[]"}
                      j: bit
                      k: varbit(5)
                      l: timetz(3)
                      m: native(interval(3))
                      n: {type: "native(numeric(3,-2))"}
                      o: bpchar
                      p: char(3)
                      q: int4multirange
                      r: time(2)
                      s: {type: "double[]"}
                      t: name
                      u: bit(8)
                      v: decimal
                      w: interval
                      x: {type: "timestamp[]"}
                      y: {type: "native(ext.ltree[])"}
                """);
    }

    @Test
    void a_literal_default_is_told_from_sql() throws SQLException {
        LiveDatabase.assertReads("""
                set timezone = 'Asia/Kolkata'; set datestyle = 'ISO, DMY'; set intervalstyle = 'sql_standard';
                create table t (
                  a int default -1, b bigint default 5000000000, c numeric(10,2) default 1.50, d boolean default true,
                  e text default 'it''s', f varchar(9) default '', g date default '2020-01-02', h jsonb default '{"a":1}',
                  i timestamptz default '2020-01-02 05:30', j interval default '1 day 2 hours', k bytea default '\\x00ff',
                  l text[] default '{}', m text default null, n varchar(3) default null, o real default 0.5,
                  p double precision default 1e30, q uuid default '{A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11}',
                  r char(2) default 'ab', s text default 'back\\slash', t bit(3) default b'101', u money default 5,
                  v text default 5, w smallint default '7',
                  aa int default 1 + 1, ab text default 'a' || 'b', ac date default current_date,
                  ad timestamptz default '2020-01-02'::date, ae int default 1.5, af text[] default array['a'],
                  ag uuid default gen_random_uuid(), ah timestamp default localtimestamp, ai text default current_user,
                  aj text default ('x' collate "C"), ak date default '2020-01-02 03:04'::timestamp);
                """, """
                tables:
                  t:
                    columns:
                      a: {type: integer, default: -1}
                      b: {type: bigint, default: 5000000000}
                      c: {type: "decimal(10,2)", default: 1.5}
                      d: {type: boolean, default: true}
                      e: {type: text, default: "it's"}
                      f: {type: varchar(9), default: ''}
                      g: {type: date, default: 2020-01-02}
                      h: {type: jsonb, default: '{"a": 1}'}
                      i: {type: timestamptz, default: 2020-01-02 00:00:00+00}
                      j: {type: interval, default: "1 day 02:00:00"}
                      k: {type: binary, default: '\\x00ff'}
                      l: {type: "text[]", default: "{}"}
                      m: text
                      n: varchar(3)
                      o: {type: real, default: 0.5}
                      p: {type: double, default: 1e30}
                      q: {type: uuid, default: a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}
                      r: {type: char(2), default: ab}
                      s: {type: text, default: 'back\\slash'}
                      t: {type: bit(3), default: '101'}
                      u: {type: money, default: 5}
                      v: {type: text, default: 5}
                      w: {type: smallint, default: 7}
                      aa: {type: integer, default: {sql: 1 + 1}}
                      ab: {type: text, default: {sql: "'a'::text || 'b'::text"}}
                      ac: {type: date, default: {sql: current_date}}
                      ad: {type: timestamptz, default: {sql: "'2020-01-02'::date"}}
                      ae: {type: integer, default: {sql: "1.5"}}
                      af: {type: "text[]", default: {sql: "ARRAY['a'::text]"}}
                      ag: {type: uuid, default: {sql: gen_random_uuid()}}
                      ah: {type: timestamp, default: {sql: localtimestamp}}
                      ai: {type: text, default: {sql: current_user}}
                      aj: {type: text, default: {sql: "'x'::text collate \\"C\\""}}
                      ak: {type: date, default: {sql: "'2020-01-02 03:04:00'::timestamp without time zone"}}
                """);
    }

    @Test
    void a_literal_that_we_would_not_take_comes_as_sql() throws SQLException {
        try (LiveDatabase database =
                LiveDatabase.of("create table t (a varchar(2) default 'too long', b date default '0044-03-15 BC')")) {
            Table table = database.read(Schema.empty(LiveDatabase.SETTING)).table(Name.of("t"));
            assertThat(table.column("a").defaultValue()).contains(Value.sql("'too long'::character varying"));
            assertThat(table.column("a").type()).isEqualTo(ColumnType.parse("varchar(2)"));
            assertThat(table.column("b").defaultValue()).contains(Value.literal("0044-03-15 BC"));
        }
    }

    @Test
    void an_identity_says_only_what_its_type_does_not() throws SQLException {
        LiveDatabase.assertReads("""
                create table t (a smallint generated by default as identity, b int);
                alter table t alter a type bigint;
                create table u (a int generated by default as identity (increment by -1), b int);
                create table v (a bigint generated always as identity (minvalue 0 start with 5 maxvalue 2147483647));
                """, """
                tables:
                  t: {columns: {a: {type: bigint, identity: true}, b: integer}}
                  u: {columns: {a: {type: integer, identity: {increment: -1}}, b: integer}}
                  v: {columns: {a: {type: bigint, identity: {always: true, min: 0, start: 5, max: 2147483647}}}}
                """);
    }

    @Test
    void a_dropped_column_leaves_no_hole() throws SQLException {
        LiveDatabase.assertReads("""
                create table t (gone int, a int, b int, unique (b, a), primary key (b));
                create index i on t (b) include (a);
                alter table t drop column gone;
                """, """
                tables:
                  t:
                    columns: {a: integer, b: {type: integer, nullable: false}}
                    primaryKey: [b]
                    unique: {t_b_a_key: [b, a]}
                    indexes: {i: {columns: [b], include: [a]}}
                """);
    }
}
