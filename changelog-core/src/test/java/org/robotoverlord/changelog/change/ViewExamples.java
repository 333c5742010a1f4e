package org.robotoverlord.changelog.change;

/** Views: made, replaced, renamed, dropped, refreshed, and what happens to them where what they stand on changes. */
final class ViewExamples extends ExampleGroup {
    private static final String ACTIVE = """
            - createView: {name: active, query: "select id, email, score from users where active"}
            """;

    private static final String STACKED = ACTIVE + """
            - createView:
                name: totals
                query: select u.role, count(*) as n, sum(a.score) as score from active a join users u on u.id = a.id group by u.role
                materialized: true
                indexes: {totals_role_idx: {columns: [role], unique: true}, totals_half_idx: {columns: [{sql: n / 2}], comment: The half.}}
                comment: What each role has.
            - createView: {name: audit.best, query: select role from totals where score > 3, comment: The best.}
            """;

    private static final String PLAIN = ACTIVE + """
            - createView: {name: best, query: select a.* from active as a where a.score > 3}
            - createView: {name: "Best of all", query: select max(score) as most from best}
            """;

    ViewExamples() {
        add("create-view", """
                createView:
                  name: active
                  query: |
                    -- those who are here
                    select u.*, t.name as team
                    from users u
                    left join teams t on t.id = u.team_id
                    where u.active;
                  comment: Who is here.
                """);
        add("create-view-of-values", "createView: {name: audit.\"Odd view\", query: \"values (1, 'a'), (2, null)\"}");
        add("create-view-with-everything", """
                createView:
                  name: totals
                  query: with high as (select * from users where score > 3) select team_id, count(*) as n from high group by 1
                  materialized: true
                  indexes:
                    totals_team_idx: {columns: [team_id], unique: true}
                    totals_n_idx: {columns: [{column: n, order: desc}], where: n > 1, comment: The many.}
                  comment: Counted now and then.
                """);
        add("drop-view", "dropView: {name: audit.best}", STACKED);
        add("drop-materialized-view", "dropView: {name: totals}", STACKED + "- dropView: {name: audit.best}\n");
        add("replace-view", "replaceView: {name: active, query: select email as mail from users}", ACTIVE);
        add(
                "replace-view-under-others",
                "replaceView: {name: active, query: \"select id, score + 1 as score, born from users\", comment: New.}",
                STACKED);
        add(
                "replace-view-by-a-materialized-one",
                "replaceView: {name: active, query: \"select id, score from users\", materialized: true}",
                STACKED);
        add("rename-view", "renameView: {from: active, to: \"Active users\"}", ACTIVE);
        add(
                "rename-materialized-view-into-a-schema",
                "renameView: {from: totals, to: audit.sums}",
                STACKED + "- dropView: {name: audit.best}\n");
        add("refresh-view", "refreshView: {name: totals}", STACKED);
        add("refresh-view-that-is-in-use", "refreshView: {name: sums}", """
                - createView: {name: sums, query: select sum(score) as n from users, materialized: true}
                """);
        add("comment-on-view", "setComment: {view: active, comment: It's who is here.}", ACTIVE);
        add("comment-on-materialized-view", "setComment: {view: totals}", STACKED);
        add("comment-on-index-of-a-view", "setComment: {index: totals_half_idx, comment: Half.}", STACKED);
        add(
                "create-index-of-a-view",
                "createIndex: {table: totals, name: totals_score_idx, columns: [score]}",
                STACKED);
        add("drop-index-of-a-view", "dropIndex: {table: totals, name: totals_half_idx}", STACKED);
        add("rename-index-of-a-view", "renameIndex: {table: totals, from: totals_half_idx, to: halves}", STACKED);
        add("change-type-under-views", "changeType: {table: users, column: score, to: bigint}", STACKED);
        add("set-collation-under-a-view", "setCollation: {table: users, column: bio, collation: C}", """
                - createView: {name: talkers, query: select bio from users where bio > 'a'}
                """);
        add(
                "set-generated-under-a-view",
                "setGenerated: {table: users, column: handle, generated: {sql: upper(email)}}",
                """
                - createView: {name: handles, query: select handle from users}
                """);
        add(
                "change-enum-under-views",
                "changeEnum: {enum: user_role, values: [overlord, citizen], map: {moderator: citizen}}",
                STACKED + """
                - createView: {name: ranks, query: "select 'citizen'::user_role as lowest"}
                """);
        add(
                "change-type-under-a-view-that-a-policy-asks",
                "changeType: {table: users, column: score, to: bigint}",
                ACTIVE + """
                - createPolicy: {table: posts, name: by the living, using: author_id in (select id from active)}
                """);
        add("change-type-under-plain-views", "changeType: {table: users, column: score, to: bigint}", PLAIN);
        add(
                "replace-view-under-plain-ones",
                "replaceView: {name: active, query: \"select id, score + 1 as score, born from users\"}",
                PLAIN);
        add("rename-view-into-a-schema", "renameView: {from: active, to: audit.\"Active users\"}", ACTIVE);
        add("rename-schema-with-plain-views", "renameSchema: {from: audit, to: archive}", ACTIVE + """
                - createTable: {name: audit.log, columns: {who: bigint}}
                - createView: {name: audit.best, query: select score from active where score > 3}
                - createView: {name: seen, query: "select who, best.score from audit.log, audit.best"}
                """);
        add("add-column-beside-a-view", "addColumn: {table: users, column: {nick: text}}", STACKED);
        add("drop-column-beside-a-view", "dropColumn: {table: users, column: born}", STACKED);
        add("rename-schema-with-views", "renameSchema: {from: audit, to: archive}", STACKED + """
                - createTable: {name: audit.log, columns: {who: bigint}}
                - createView: {name: seen, query: "select who, best.role from audit.log, audit.best"}
                """);
    }
}
