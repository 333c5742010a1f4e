package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

class PostgresReadBackTest {
    private static final String EVERYTHING =
            "select coalesce(string_agg(n || k, ' ' order by n, k), '') from (select relname::text, relnamespace::text"
                    + " from pg_class where relnamespace::regnamespace::text not in ('pg_catalog', 'pg_toast', 'information_schema')"
                    + " union all select nspname, '' from pg_namespace union all select extname, '' from pg_extension"
                    + " union all select typname, typnamespace::text from pg_type) e(n, k)";

    private static final String WISHED = """
            schemas: [audit]
            enums: {user_role: [citizen, overlord], audit.level: [low, high]}
            tables:
              users:
                comment: People.
                columns:
                  id: {type: bigint, identity: true, primaryKey: true}
                  email: {type: varchar(320), nullable: false, unique: true, comment: Mail.}
                  role: {type: user_role, nullable: false, default: citizen}
                  score: {type: "decimal(10,2)", nullable: false, default: 0}
                  born: {type: date, default: 2000-1-2}
                  tags: {type: jsonb, default: '{"a":1}'}
                  level: {type: audit.level, default: {sql: "'low'::audit.level"}}
                  handle: {type: text, generated: {sql: lower(email)}}
                  team_id: {type: bigint, references: teams}
                checks:
                  users_score_check: score >= 0 and role <> 'overlord'
                  users_level_check: level > 'low'::audit.level
                indexes:
                  users_lower_idx: {columns: [{sql: lower(email)}], unique: true, where: role = 'citizen', comment: Fast.}
              teams:
                columns: {id: {type: bigint, primaryKey: true}}
              audit.entries:
                columns: {role: user_role, at: {type: timestamptz, default: {sql: now()}}}
                checks: {entries_role_check: role in ('citizen')}
            """;

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    private static Schema readBack(LiveDatabase database, Schema wished) throws SQLException {
        return new PostgresReadBack(PlainSql::creating).asPrinted(database.connection(), wished);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void what_was_wished_comes_back_as_it_would_once_made(int major) throws SQLException {
        Schema wished = LiveDatabase.model(WISHED);
        try (LiveDatabase database = LiveDatabase.of(major, "create table users (id int, unrelated text)")) {
            String before = database.ask(EVERYTHING);
            Schema printed = readBack(database, wished);
            assertThat(database.ask(EVERYTHING)).isEqualTo(before);
            database.run("drop table users");
            database.run(String.join(";", PlainSql.creating(wished)));
            database.run("""
                    comment on table users is 'People.'; comment on column users.email is 'Mail.';
                    comment on index users_lower_idx is 'Fast.';
                    alter table users add constraint users_email_key unique (email),
                      add constraint users_team_id_fkey foreign key (team_id) references teams (id);
                    """);
            database.assertReadsAs(printed);
        }
    }

    @Test
    void names_are_the_wished_ones() throws SQLException {
        try (LiveDatabase database = LiveDatabase.of("select 1")) {
            Schema printed = readBack(database, LiveDatabase.model(WISHED));
            assertThat(printed.toString()).doesNotContain("robot_scratch");
            Table users = printed.table(Name.of("users"));
            assertThat(users.checks().get("users_level_check").check().sql()).isEqualTo("level > 'low'::audit.level");
            assertThat(users.column("level").defaultValue()).contains(Value.literal("low"));
            assertThat(users.column("born").defaultValue()).contains(Value.literal("2000-01-02"));
            assertThat(users.column("tags").defaultValue()).contains(Value.literal("{\"a\": 1}"));
            assertThat(users.column("role").type()).isEqualTo(ColumnType.of("user_role"));
        }
    }

    @Test
    void a_function_of_the_real_schemas_is_found_and_told_as_live() throws SQLException {
        try (LiveDatabase database = LiveDatabase.of("""
                create function even(int) returns bool immutable language sql as 'select $1 % 2 = 0';
                create schema audit; create function audit.odd(int) returns bool immutable language sql as 'select $1 % 2 = 1';
                create schema lib; create function lib.big(int) returns bool immutable language sql as 'select $1 > 9';
                create sequence lib.numbers;
                set search_path = public, lib;
                """)) {
            Schema wished = LiveDatabase.model("""
                    schemas: [audit]
                    tables:
                      t:
                        columns: {a: {type: integer, default: {sql: "nextval('numbers')"}}}
                        checks: {c: even(a) or audit.odd(a) or public.even(a) or big(a)}
                    """);
            Schema printed = readBack(database, wished);
            database.run("create table t (a int default nextval('numbers'),"
                    + " constraint c check (even(a) or audit.odd(a) or public.even(a) or big(a)))");
            assertThat(printed.table(Name.of("t")).checks().get("c").check().sql())
                    .isEqualTo("even(a) OR audit.odd(a) OR even(a) OR lib.big(a)");
            assertThat(database.read(printed).tables()).isEqualTo(printed.tables());
        }
    }

    @Test
    void an_extension_is_made_for_the_moment_where_it_is_missing() throws SQLException {
        Schema wished = LiveDatabase.model("""
                schemas: [ext]
                extensions: {citext: {}, ltree: {schema: ext}}
                tables:
                  t:
                    columns: {a: {type: citext, default: x}, b: native(ext.ltree)}
                    checks: {c: a <> 'y', d: "b <> 'q'::ext.ltree"}
                """);
        try (LiveDatabase database = LiveDatabase.of("set search_path = public, ext")) {
            String before = database.ask(EVERYTHING);
            Schema missing = readBack(database, wished);
            assertThat(database.ask(EVERYTHING)).isEqualTo(before);
            database.run("create schema ext; create extension citext; create extension ltree schema ext");
            Schema present = readBack(database, wished);
            assertThat(missing).isEqualTo(present);
            database.run("create table t (a citext default 'x', b ext.ltree,"
                    + " constraint c check (a <> 'y'), constraint d check (b <> 'q'::ext.ltree))");
            database.assertReadsAs(present);
        }
    }

    @Test
    void an_extension_that_lies_elsewhere_is_told_as_live() throws SQLException {
        Schema wished = LiveDatabase.model("""
                extensions: {citext: {schema: ext}}
                tables: {t: {columns: {a: citext}, checks: {c: a <> 'y'}}}
                """);
        try (LiveDatabase database = LiveDatabase.of(
                "create schema ext; create extension citext schema ext; set search_path = public, ext")) {
            Schema printed = readBack(database, wished);
            database.run("create table t (a citext, constraint c check (a <> 'y'))");
            database.assertReadsAs(printed);
        }
    }

    @Test
    void odd_names_find_their_way_back() throws SQLException {
        Setting setting = new Setting("Mein \"Heim\"", PostgresTypes.BUILT_IN);
        Schema wished = LiveDatabase.model(setting, """
                schemas: [Über.sicht]
                enums: {'"Über.sicht"."A rt"': [a, b], point: [x], "user's": [y]}
                tables:
                  '"Über.sicht".t"':
                    columns:
                      Ä: {type: '"Über.sicht"."A rt"', default: a}
                      b: user's
                      c: native("Mein ""Heim""\".point)
                    checks:
                      c: '"Ä" <> ''a''::"Über.sicht"."A rt" and b <> ''y'''
                      d: c <> 'x'::"Mein ""Heim""\".point
                """);
        try (LiveDatabase database = LiveDatabase.of("create schema \"Mein \"\"Heim\"\"\"")) {
            Schema printed = readBack(database, wished);
            database.run(String.join(";", PlainSql.creating(wished)));
            database.assertReadsAs(printed);
        }
    }

    @Test
    void a_transaction_under_way_goes_on() throws SQLException {
        try (LiveDatabase database = LiveDatabase.of("create table kept (a int)")) {
            database.connection().setAutoCommit(false);
            database.run("insert into kept values (1); set local search_path = pg_catalog");
            Schema wished = LiveDatabase.model(WISHED);
            readBack(database, wished);
            assertThatThrownBy(() -> readBack(database, LiveDatabase.model(wrong("missing(a) > 0"))))
                    .isInstanceOf(Problem.class);
            assertThat(database.ask("show search_path")).isEqualTo("pg_catalog");
            database.connection().commit();
            assertThat(database.ask("select count(*) from public.kept")).isEqualTo("1");
            assertThat(database.ask("select count(*) from pg_namespace where nspname like 'robot%'"))
                    .isEqualTo("0");
        }
    }

    private static String wrong(String check) {
        return "tables: {t: {columns: {a: integer}, checks: {c: \"" + check + "\"}}}";
    }

    @Test
    void what_the_server_does_not_take_is_a_problem() throws SQLException {
        try (LiveDatabase database = LiveDatabase.of("select 1")) {
            assertThatThrownBy(() -> readBack(database, LiveDatabase.model(wrong("missing(a) > 0"))))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("PostgreSQL refuses the wished schema")
                    .hasMessageContaining("function missing(integer) does not exist")
                    .hasMessageContaining("in: create table \"public\".\"t\"")
                    .hasMessageNotContaining("inline_code_block")
                    .hasMessageNotContaining("robot_scratch");
            assertThat(database.connection().getAutoCommit()).isTrue();
        }
    }

    @Test
    void no_expression_breaks_out_of_the_transaction() throws SQLException {
        try (LiveDatabase database = LiveDatabase.of("create table kept (a int)")) {
            for (String end :
                    List.of("commit", "rollback", "end", "abort", "commit and chain", "prepare transaction 'x'")) {
                String check =
                        "a > 0)); drop table public.kept; " + end + "; create table public.stays (b int check (b > 0";
                assertThatThrownBy(() -> readBack(database, LiveDatabase.model(wrong(check))))
                        .as(end)
                        .isInstanceOf(Problem.class);
                assertThat(database.ask("select to_regclass('kept') is not null and to_regclass('stays') is null"))
                        .isEqualTo("t");
            }
            readBack(
                    database,
                    LiveDatabase.model(wrong("a > 0)); drop table public.kept; create table u (b int check (b > 0")));
            assertThat(database.ask("select to_regclass('kept') is not null")).isEqualTo("t");
        }
    }

    @Test
    void who_may_not_create_schemas_is_told_what_to_grant() throws SQLException {
        try (LiveDatabase database = LiveDatabase.of(
                "do 'begin if to_regrole(''guest'') is null then create role guest; end if; end'; set role guest")) {
            assertThatThrownBy(() -> readBack(database, LiveDatabase.model(WISHED)))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("grant it CREATE on the database");
        }
    }

    @Test
    void a_lost_connection_is_no_problem_of_the_users() throws SQLException {
        try (LiveDatabase database = LiveDatabase.of("select 1")) {
            assertThatThrownBy(() -> new PostgresReadBack(
                                    schema -> List.of("select pg_terminate_backend(pg_backend_pid())"))
                            .asPrinted(database.connection(), LiveDatabase.model(WISHED)))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void only_what_the_server_alone_knows_is_made() throws SQLException {
        List<Set<Name>> made = new ArrayList<>();
        Schema wished = LiveDatabase.model(WISHED);
        try (LiveDatabase database = LiveDatabase.of("select 1")) {
            PostgresReadBack readBack = new PostgresReadBack(schema -> {
                made.add(schema.tables().keySet());
                return PlainSql.creating(schema);
            });
            Schema printed = readBack.asPrinted(database.connection(), wished);
            assertThat(made).hasSize(1);
            assertThat(made.get(0)).extracting(Name::local).containsExactlyInAnyOrder("users", "entries");
            assertThat(readBack.asPrinted(database.connection(), printed)).isEqualTo(printed);
        }
    }

    @Test
    void a_schema_without_anything_unclear_needs_no_server() throws SQLException {
        Schema plain = LiveDatabase.model("""
                enums: {mood: [ok]}
                tables:
                  t:
                    columns: {a: {type: bigint, identity: always}, b: {type: mood, default: ok}, c: {type: varchar(3), default: x},
                              d: {type: timestamptz, default: {sql: current_timestamp}}, e: "text[]"}
                    indexes: {i: [{column: b, order: desc}]}
                """);
        assertThat(new PostgresReadBack(PlainSql::creating).asPrinted(null, plain))
                .isEqualTo(plain);
        try (LiveDatabase database = LiveDatabase.of(String.join(";", PlainSql.creating(plain)))) {
            Schema read = database.read(plain);
            assertThat(read.table(Name.of("t")).columns().values().stream().map(Column::defaultValue))
                    .containsExactlyElementsOf(plain.table(Name.of("t")).columns().values().stream()
                            .map(Column::defaultValue)
                            .toList());
        }
    }

    @Test
    void more_tables_than_the_server_has_locks_for_are_made_by_and_by() throws SQLException {
        Schema wished = Schema.empty(LiveDatabase.SETTING);
        Table table = LiveDatabase.model(wrong("a>0")).table(Name.of("t"));
        for (int i = 0; i < 250; i++) {
            wished = wished.with(Name.of("t" + i), table);
        }
        List<Integer> sizes = new ArrayList<>();
        try (LiveDatabase database = LiveDatabase.of("select 1")) {
            Schema printed = new PostgresReadBack(schema -> {
                        sizes.add(schema.tables().size());
                        return PlainSql.creating(schema);
                    })
                    .asPrinted(database.connection(), wished);
            assertThat(sizes).containsExactly(100, 100, 50);
            assertThat(printed).isEqualTo(wished);
        }
    }
}
