package org.robotoverlord.changelog.change;

/** Functions and procedures. */
final class RoutineExamples extends ExampleGroup {
    private static final String ONE =
            "- createFunction: {name: one(), returns: integer, language: sql, volatility: immutable, body: select 1}\n";

    RoutineExamples() {
        add("create-function", """
                createFunction:
                  name: touch()
                  returns: trigger
                  language: plpgsql
                  body: |
                    begin
                      new.posted_at := now();
                      return new;
                    end
                """);
        add("create-function-with-everything", """
                createFunction:
                  name: audit.search("Word" text, roles "user_role[]", since timestamp(3) with time zone, variadic ids bigint[])
                  returns: table(id bigint, role user_role)
                  language: sql
                  volatility: stable
                  security: definer
                  body: |2

                      select id, role from users -- $body$ and $body1$, it's \\ all the same
                      where bio = "Word"
                """.replace("\"user_role[]\"", "user_role[]"));
        add(
                "create-function-of-rows",
                "createFunction: {name: strangers(users), returns: setof users, language: sql, body: select * from users where id <> $1.id}");
        add(
                "create-function-before-what-it-names",
                "createFunction: {name: later(), returns: bigint, language: sql, body: select count(*) from not_there_yet}");
        add(
                "create-function-with-defaults",
                "createFunction: {name: \"span(a date, b date = current_date, \\\"In\\\" text default 'x, y', variadic c integer[] default '{}')\", returns: integer, language: sql, body: select b - a}");
        add(
                "create-function-beside-another-of-its-name",
                "createFunction: {name: \"one(char(7), double precision)\", returns: \"varchar(9)\", language: sql, body: select $1}",
                ONE);
        add(
                "replace-function",
                "replaceFunction: {name: one(), returns: integer, language: plpgsql, volatility: stable, body: begin return 2; end}",
                ONE);
        add("rename-function", "renameFunction: {from: one(), to: two()}", ONE + """
                - setDefault: {table: users, column: score, default: {sql: one() + 1}}
                - createIndex: {table: posts, name: posts_one_idx, columns: [{sql: number + public.one()}], where: one() > number}
                - addCheck: {table: posts, name: posts_one_check, check: number <> one()}
                - createFunction: {name: more(a integer default one()), returns: integer, language: sql, body: select a}
                """);
        add(
                "rename-function-into-a-schema",
                "renameFunction: {from: \"add(a integer)\", to: audit.plus(integer)}",
                """
                - createFunction: {name: "add(a integer, b integer default 1)", returns: integer, language: sql, volatility: immutable, body: select a + b}
                - createFunction: {name: add(a integer), returns: integer, language: sql, body: select a}
                """);
        add(
                "rename-function-that-is-called-into-a-schema",
                "renameFunction: {from: one(), to: audit.one()}",
                ONE + """
                - addColumn: {table: posts, column: {more: {type: bigint, generated: {sql: number + one()}}}}
                """);
        add("drop-function", "dropFunction: {name: \"add(integer, text)\"}", """
                - createFunction: {name: "add(a integer, b text default 'x')", returns: integer, language: sql, body: select a}
                """);
        add(
                "create-procedure",
                "createProcedure: {name: tidy(older integer), language: sql, body: delete from posts where number < older}");
        add(
                "replace-procedure",
                "replaceProcedure: {name: tidy(integer), language: plpgsql, security: definer, body: begin commit; end}",
                "- createProcedure: {name: tidy(integer), language: sql, body: delete from posts}");
        add(
                "rename-procedure",
                "renameProcedure: {from: tidy(), to: audit.sweep()}",
                "- createProcedure: {name: tidy(), language: sql, body: delete from posts}");
        add(
                "drop-procedure",
                "dropProcedure: {name: tidy()}",
                "- createProcedure: {name: tidy(), language: sql, body: delete from posts}");
        add("rename-enum-that-functions-name", "renameEnum: {from: user_role, to: role}", """
                - createFunction: {name: mighty(r user_role default 'citizen'::user_role), returns: user_role, language: sql, body: select r}
                """);
        add("rename-table-that-functions-name", "renameTable: {from: posts, to: audit.articles}", """
                - createFunction: {name: short(posts), returns: setof posts, language: sql, body: select $1}
                """);
        add("rename-schema-with-functions", "renameSchema: {from: audit, to: log}", """
                - createFunction: {name: audit.one(), returns: integer, language: sql, volatility: immutable, body: select 1}
                - createProcedure: {name: audit.tidy(), language: sql, body: select 1}
                - addCheck: {table: posts, name: posts_one_check, check: number <> audit.one()}
                """);
        add(
                "change-enum-that-functions-name",
                "changeEnum: {enum: user_role, values: [overlord, citizen], map: {moderator: citizen}}",
                """
                - createFunction: {name: mighty(user_role), returns: boolean, language: sql, volatility: immutable, body: select true}
                - createFunction: {name: humble(), returns: user_role, language: sql, body: "select 'citizen'::user_role"}
                - addCheck: {table: users, name: users_mighty_check, check: mighty(role)}
                """);
    }
}
