package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.Schema;

/** Holds how views are read, and what of them is kept where they are made anew. */
class PostgresViewsTest {
    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void views_are_read_with_their_indexes_and_comments(int major) throws SQLException {
        try (LiveDatabase database = LiveDatabase.of(major, """
                create schema audit;
                create table users (id int, mail text);
                create view active as select * from users where id > 0;
                comment on view active is 'Who is here.';
                create materialized view audit."Tot als" as select mail, count(*) as n from active group by mail;
                create unique index totals_idx on audit."Tot als" (lower(mail)) where n > 1;
                comment on index audit.totals_idx is 'One each.';
                """)) {
            Schema read = database.read(LiveDatabase.model("schemas: [audit]"));
            Schema written = LiveDatabase.model("""
                    schemas: [audit]
                    tables: {users: {columns: {id: integer, mail: text}}}
                    views:
                      active: {query: select * from users where id > 0, comment: Who is here.}
                      audit.Tot als:
                        query: select mail, count(*) as n from active group by mail
                        materialized: true
                        indexes: {totals_idx: {columns: [{sql: lower(mail)}], unique: true, where: n > 1, comment: One each.}}
                    """);
            assertThat(read).isEqualTo(new PostgresDialect().asPrinted(database.connection(), written));
        }
    }

    @Test
    void views_that_are_not_managed_are_not_read() throws SQLException {
        try (LiveDatabase database = LiveDatabase.of("create view v as select 1 as one")) {
            assertThat(new PostgresIntrospector()
                            .read(database.connection(), LiveDatabase.SETTING, Set.of(), name -> false))
                    .isEqualTo(Schema.empty(LiveDatabase.SETTING));
        }
    }

    private static final String SCHEMA = """
            tables: {users: {columns: {id: integer, mail: text, score: integer}}}
            views:
              active: {query: "select id, mail, score from users"}
              totals: {query: "select mail, sum(score) as score from active group by mail", materialized: true}
            """;

    private static final String GIVEN = """
            create role "Odd %1$s"; create role reader_%1$s; create role owner_%1$s;
            create table users (id int, mail text, score int);
            create view active with (security_barrier = true) as select id, mail, score from users;
            create materialized view totals with (fillfactor = 70) as select mail, sum(score) as score from active group by mail;
            alter view active alter column score set default 7;
            comment on column active.mail is 'It''s where to write to.';
            create function touch() returns trigger language plpgsql as 'begin return new; end';
            create trigger touching instead of insert on active for each row execute function touch();
            create rule quiet as on delete to active do instead nothing;
            grant select on active to "Odd %1$s" with grant option;
            grant select on totals to public;
            grant update (mail) on active to reader_%1$s;
            grant create on schema public to owner_%1$s;
            grant select on users, active to owner_%1$s;
            alter materialized view totals owner to owner_%1$s;
            alter default privileges grant insert on tables to reader_%1$s;
            """;

    private static final String KEPT = """
            select string_agg(concat_ws(' ', c.relname, pg_get_userbyid(c.relowner), c.relacl, c.reloptions,
              (select string_agg(concat_ws(' ', a.attname, a.attacl, pg_get_expr(x.adbin, x.adrelid), d.description), ',' order by a.attname)
                from pg_attribute a left join pg_attrdef x on x.adrelid = a.attrelid and x.adnum = a.attnum
                left join pg_description d on d.objoid = a.attrelid and d.objsubid = a.attnum
                where a.attrelid = c.oid and a.attnum > 0),
              (select string_agg(pg_get_triggerdef(t.oid), ',') from pg_trigger t where t.tgrelid = c.oid),
              (select string_agg(r.rulename, ',' order by r.rulename) from pg_rewrite r where r.ev_class = c.oid)), '; ' order by c.relname)
            from pg_class c where c.relname in ('active', 'totals')""";

    @ParameterizedTest
    @MethodSource("majors")
    void what_only_the_database_knows_of_a_view_outlives_its_making_anew(int major) throws SQLException {
        for (String changes : List.of(
                "- changeType: {table: users, column: score, to: bigint}",
                "- replaceView: {name: active, query: \"select score, id, mail, 1 as more from users\"}",
                """
                - dropView: {name: totals}
                - dropView: {name: active}
                - renameColumn: {table: users, from: mail, to: email}
                - createView: {name: active, query: "select id, email as mail, score from users"}
                - createView: {name: totals, query: "select mail, sum(score) as score from active group by mail", materialized: true}
                """)) {
            String suffix = Long.toString(System.nanoTime(), 36);
            try (LiveDatabase database = LiveDatabase.of(major, GIVEN.formatted(suffix))) {
                String before = database.ask(KEPT);
                apply(database, changes);
                assertThat(database.ask(KEPT).replace("more , ", "").replace("more,", ""))
                        .as(changes)
                        .isEqualTo(before);
                database.run(
                        "drop owned by \"Odd %1$s\", reader_%1$s, owner_%1$s cascade; drop role \"Odd %1$s\", reader_%1$s, owner_%1$s"
                                .formatted(suffix));
            }
        }
    }

    @Test
    void what_only_the_database_knows_of_a_column_goes_with_the_column() throws SQLException {
        String suffix = Long.toString(System.nanoTime(), 36);
        try (LiveDatabase database = LiveDatabase.of(GIVEN.formatted(suffix))) {
            database.run("drop materialized view totals");
            apply(
                    database,
                    "- replaceView: {name: active, query: select id from users}",
                    SCHEMA.replaceAll("  totals.*\n", ""));
            assertThat(database.ask("select relacl from pg_class where relname = 'active'"))
                    .contains("Odd " + suffix);
            database.run(
                    "drop owned by \"Odd %1$s\", reader_%1$s, owner_%1$s cascade; drop role \"Odd %1$s\", reader_%1$s, owner_%1$s"
                            .formatted(suffix));
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void grants_outlive_it_where_no_superuser_makes_the_view_anew(int major) throws SQLException {
        String suffix = Long.toString(System.nanoTime(), 36);
        try (LiveDatabase database = LiveDatabase.of(major, """
                create role app_%1$s; create role reader_%1$s; grant create, usage on schema public to app_%1$s;
                set role app_%1$s;
                create table users (id int, mail text, score int);
                create view active as select id, mail, score from users;
                create materialized view totals as select mail, sum(score) as score from active group by mail;
                grant select on active, totals to reader_%1$s;
                grant update (mail) on active to public;
                revoke insert on active from app_%1$s;
                """.formatted(suffix))) {
            String before = database.ask(KEPT);
            apply(database, "- changeType: {table: users, column: score, to: bigint}");
            assertThat(database.ask(KEPT)).isEqualTo(before);
            database.run("reset role; drop owned by app_%1$s, reader_%1$s cascade; drop role app_%1$s, reader_%1$s"
                    .formatted(suffix));
        }
    }

    @Test
    void what_stands_on_a_view_and_nobody_told_of_is_not_dropped() throws SQLException {
        try (LiveDatabase database = LiveDatabase.of("""
                create table users (id int, mail text, score int);
                create view active as select id, mail, score from users;
                create view unknown as select id from active;
                """)) {
            assertThatThrownBy(() -> apply(
                            database,
                            "- changeType: {table: users, column: score, to: bigint}",
                            SCHEMA.replaceAll("  totals.*\n", "")))
                    .hasMessageContaining("view unknown depends on view active");
        }
    }

    private static void apply(LiveDatabase database, String changes) throws SQLException {
        apply(database, changes, SCHEMA);
    }

    private static void apply(LiveDatabase database, String changes, String schema) throws SQLException {
        PostgresDialect dialect = new PostgresDialect();
        for (Statement statement : dialect.statements(
                ChangeExample.changes(changes), LiveDatabase.model(schema), dialect.server(database.connection()))) {
            database.run(statement.sql());
        }
    }
}
