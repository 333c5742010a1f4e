package org.robotoverlord.changelog.change;

/** Row security and policies. Their roles are ones that every server has. */
final class PolicyExamples extends ExampleGroup {
    PolicyExamples() {
        String secured = """
                - setRowSecurity: {table: users, rowSecurity: true}
                - createPolicy: {table: users, name: own, for: update, to: [pg_monitor], using: "score > 3", check: "users.active and handle <> ''"}
                - createPolicy: {table: posts, name: of mine, using: "exists (select 1 from users u where u.id = author_id and u.role = 'overlord'::user_role)"}
                """;
        add("create-table-with-policies", """
                createTable:
                  name: notes
                  columns: {id: bigint, owner: text}
                  rowSecurity: forced
                  policies:
                    own: {using: owner = current_user -- by name}
                    "Read all": {for: select, to: [pg_monitor, current_user], using: "true"}
                    new: {for: insert, check: id > 0 and id in (select p.id from posts p)}
                    narrow: {for: delete, permissive: false, to: [pg_read_all_data], using: id < 10}
                """);
        add("enable-row-security", "setRowSecurity: {table: users, rowSecurity: true}");
        add("force-row-security", "setRowSecurity: {table: users, rowSecurity: forced}");
        add("no-longer-force-row-security", "setRowSecurity: {table: users, rowSecurity: true}", """
                - setRowSecurity: {table: users, rowSecurity: forced}
                """);
        add(
                "create-policy",
                "createPolicy: {table: users, name: own, for: update, to: [pg_monitor], using: \"score > 3\", check: active}");
        add("create-policy-that-asks", """
                createPolicy:
                  table: posts
                  name: by the living
                  using: exists (select * from users where users.id = posts.author_id and active)
                """);
        add("drop-policy", "dropPolicy: {table: users, name: own}", secured);
        add(
                "alter-policy",
                "alterPolicy: {table: users, name: own, for: update, using: \"score > 4\", check: active}",
                secured);
        add(
                "alter-policy-to-what-it-was-not-about",
                "alterPolicy: {table: users, name: own, using: \"score > 4\"}",
                secured);
        add("rename-policy", "renamePolicy: {table: users, from: own, to: \"The own\"}", secured);
        add("rename-column-under-a-policy", "renameColumn: {table: users, from: handle, to: nick}", secured);
        add("rename-table-under-a-policy", "renameTable: {from: posts, to: articles}", secured);
        add("change-type-under-a-policy", "changeType: {table: users, column: score, to: bigint}", secured);
        add(
                "change-type-under-a-policy-that-asks",
                "changeType: {table: users, column: id, to: decimal}",
                "- dropConstraint: {table: posts, name: posts_author_id_fkey}\n- setIdentity: {table: users, column: id}\n"
                        + secured);
        add("set-collation-under-a-policy", "setCollation: {table: users, column: bio, collation: C}", """
                - createPolicy: {table: users, name: talkers, permissive: false, using: bio > 'a'}
                """);
        add(
                "set-generated-under-a-policy",
                "setGenerated: {table: users, column: handle, generated: {sql: upper(email)}}",
                secured);
        add(
                "change-enum-under-policies",
                "changeEnum: {enum: user_role, values: [overlord, citizen], map: {moderator: citizen}}",
                secured);
        add("add-column-under-a-policy-that-asks-for-all", "addColumn: {table: users, column: {nick: text}}", """
                - createPolicy: {table: posts, name: all of them, using: exists (select * from users)}
                """);
        add("drop-column-under-a-policy-that-asks-for-all", "dropColumn: {table: users, column: settings}", """
                - createPolicy: {table: posts, name: all of them, using: exists (select * from users)}
                """);
        add("rename-enum-under-policies", "renameEnum: {from: user_role, to: rank}", secured);
        add("rename-schema-under-a-policy", "renameSchema: {from: audit, to: archive}", """
                - createTable: {name: audit.log, columns: {who: bigint}}
                - createPolicy: {table: users, name: seen, using: id in (select who from audit.log)}
                """);
    }
}
