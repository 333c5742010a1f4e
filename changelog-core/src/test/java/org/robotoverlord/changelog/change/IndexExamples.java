package org.robotoverlord.changelog.change;

/** Indexes. */
final class IndexExamples extends ExampleGroup {
    IndexExamples() {
        add("create-index", "createIndex: {table: users, name: users_bio_idx, columns: [bio]}");
        add("create-index-of-expressions", """
                createIndex:
                  table: users
                  name: users_many_idx
                  columns: [{sql: lower(bio)}, {sql: "score + 1", order: desc}, {column: email, collation: C, opclass: text_pattern_ops}, {column: born, nulls: first}]
                  unique: true
                  where: active and role <> 'overlord'
                  include: [role, score]
                  with: {fillfactor: "70"}
                  comment: Of everything.
                """);
        add(
                "create-index-by-method",
                "createIndex: {table: users, name: users_settings_idx, columns: [{column: settings, opclass: jsonb_path_ops}], method: gin}");
        add(
                15,
                "create-index-nulls-not-distinct",
                "createIndex: {table: users, name: users_born_idx, columns: [id, born], unique: true, nullsNotDistinct: true}");
        add(
                "create-index-in-a-schema",
                "createIndex: {table: audit.log, name: log_at_idx, columns: [at]}",
                "- createTable: {name: audit.log, columns: {at: timestamptz}}");
        add("drop-index", "dropIndex: {table: users, name: users_handle_idx}");
        add("rename-index", "renameIndex: {table: users, from: users_role_idx, to: users_rank_idx}");
    }
}
