package org.robotoverlord.changelog.change;

/** Columns that get another type. */
final class TypeExamples extends ExampleGroup {
    TypeExamples() {
        add("change-type-to-wider", "changeType: {table: users, column: score, to: bigint}");
        add("change-type-to-longer-text", "changeType: {table: users, column: email, to: text}");
        add("change-type-to-shorter-text", "changeType: {table: posts, column: title, to: varchar(20)}");
        add("change-type-of-a-key", "changeType: {table: posts, column: id, to: bigint}");
        add("change-type-of-a-foreign-key", "changeType: {table: posts, column: author_id, to: integer}");
        add("change-type-from-text-to-number", """
                changeType: {table: users, column: age, to: integer}
                """);
        add("change-type-using", """
                changeType: {table: users, column: age, to: integer, using: {sql: "age::integer * 10", reverse: "(age / 10)::text"}}
                """);
        add("change-type-from-number-to-text", "changeType: {table: posts, column: number, to: text}");
        add("change-type-from-enum-to-text", "changeType: {table: users, column: role, to: text}");
        add(
                "change-type-from-enum-to-enum",
                "changeType: {table: users, column: role, to: rank}",
                "- createEnum: {name: rank, values: [overlord, moderator, citizen]}");
        add("change-type-from-array-to-array", "changeType: {table: users, column: roles, to: \"text[]\"}");
        add(
                "change-type-from-boolean-to-number",
                "changeType: {table: users, column: active, to: smallint}",
                "- setDefault: {table: users, column: active}");
        add("change-type-from-date-to-moment", "changeType: {table: users, column: born, to: timestamptz}");
        add("change-type-to-native", "changeType: {table: users, column: settings, to: native(json)}");
        add("change-type-of-a-generated-column", "changeType: {table: users, column: handle, to: varchar(400)}");
        add(
                "change-type-of-a-generated-column-to-number",
                "changeType: {table: rooms, column: half, to: bigint}",
                """
                - createTable:
                    name: rooms
                    columns: {no: integer, half: {type: text, generated: {sql: "(no / 2)::bigint"}, comment: Half.}}
                    indexes: {rooms_half_idx: [half]}
                """,
                false);
    }
}
