package org.robotoverlord.changelog.change;

/** Enums and their values. */
final class EnumExamples extends ExampleGroup {
    EnumExamples() {
        add("create-enum", "createEnum: {name: audit.level, values: [low, \"it's high\"], comment: How bad.}");
        add("create-enum-without-values", "createEnum: {name: nothing, values: []}");
        add("add-enum-value", "addEnumValue: {enum: user_role, value: robot}");
        add("add-enum-value-before", "addEnumValue: {enum: user_role, value: robot, before: overlord}");
        add("add-enum-value-after", "addEnumValue: {enum: user_role, value: robot, after: citizen}");
        add("rename-enum-value", "renameEnumValue: {enum: user_role, from: moderator, to: mod}");
        add("change-enum", "changeEnum: {enum: user_role, values: [overlord, citizen], map: {moderator: citizen}}");
        add("change-enum-by-reordering", "changeEnum: {enum: user_role, values: [overlord, moderator, citizen]}");
        add(
                "change-enum-that-is-used-everywhere",
                "changeEnum: {enum: level, values: [high, none], map: {low: none}}",
                """
                - createEnum: {name: level, values: [low, high]}
                - createTable:
                    name: levels
                    columns: {level: {type: level, nullable: false}, name: {type: text, default: {sql: "'high'::level::text"}}}
                    primaryKey: [level]
                - createTable:
                    name: audit.alarms
                    columns:
                      level: {type: level, default: high}
                      many: {type: "level[]", default: "{high}"}
                      other: {type: level, generated: {sql: level}}
                      loud: {type: boolean, generated: {sql: "level = 'high'"}, comment: To be heard.}
                    checks: {alarms_check: "level <> 'high' or other = 'high'", alarms_text_check: "array_length(many, 1) < 5"}
                    foreignKeys: {alarms_level_fkey: {columns: [level], references: levels}}
                    indexes:
                      alarms_level_idx: [level]
                      alarms_high_idx: {columns: [loud], where: "level = 'high'::level", comment: The high ones.}
                - insert: {table: levels, rows: [{level: low}, {level: high}], down: none}
                - insert: {table: audit.alarms, rows: [{level: low}, {many: "{high,low}"}], down: none}
                """,
                false);
        add(
                "change-enum-that-is-unused",
                "changeEnum: {enum: level, values: [high]}",
                "- createEnum: {name: level, values: [low, high]}");
        add("rename-enum", "renameEnum: {from: user_role, to: role}");
        add("rename-enum-into-a-schema", "renameEnum: {from: user_role, to: audit.role}");
        add(
                "drop-enum",
                "dropEnum: {name: level}",
                "- createEnum: {name: level, values: [low, high], comment: How bad.}");
    }
}
