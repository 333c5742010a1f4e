package org.robotoverlord.changelog.change;

/** Enums and their values. */
final class EnumExamples extends ExampleGroup {
    /** Spelled wherever a type may be, in tables that have columns of it and in others. */
    private static final String CAST = """
            - createEnum: {name: audit.level, values: [low, high]}
            - createDomain:
                name: hot
                type: text
                default: {sql: "'high'::audit.level::text"}
                checks: {hot_check: "value::audit.level > audit.level 'low'"}
            - createTable:
                name: alarms
                columns:
                  level: {type: audit.level, default: {sql: "'high'::audit.level"}}
                  text: {type: text, default: {sql: "('low'::audit.level)::text"}}
                  loud: {type: boolean, generated: {sql: "level = cast('high' as audit.level)"}}
                checks: {alarms_check: "level <> 'high'::audit.level"}
                indexes: {alarms_idx: {columns: [{sql: "level > 'low'::audit.level"}], where: "level = 'high'::audit.level"}}
            - createTable:
                name: calls
                columns: {text: text, hot: hot}
                checks: {calls_check: "text::audit.level = any ('{low}'::audit.level[])"}
            - createPolicy: {table: calls, name: p, for: select, using: "text::audit.level = audit.level 'high'"}
            - createFunction: {name: "f(a text default 'low'::audit.level::text)", returns: text, language: sql, body: select a}
            """;

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
                "rename-enum-value-that-is-spelled-everywhere",
                "renameEnumValue: {enum: audit.level, from: low, to: \"it's, low\"}",
                CAST + """
                - createDomain: {name: grade, type: audit.level, default: low, checks: {grade_check: "value <> 'low' or value in ('low')"}}
                - createDomain: {name: grades, type: "audit.level[]", default: "{low,high}"}
                - createTable:
                    name: marks
                    columns:
                      "the Level": {type: audit.level, default: low}
                      grade: {type: grade, default: {sql: "'low'::grade"}}
                      levels: {type: "audit.level[]", nullable: false, default: "{high,low}"}
                      more: {type: "audit.level[]", default: {sql: "array['low', 'high']::audit.level[]"}}
                      grades: grades
                      note: {type: text, default: low}
                      good: {type: boolean, generated: {sql: "\\"the Level\\" in ('high', 'low')"}}
                    checks:
                      a: "marks.\\"the Level\\" between 'low' and 'high' and note <> 'low'"
                      b: "\\"the Level\\" = any (array['low', 'high']::audit.level[]) or \\"the Level\\" = any ('{low,high}')"
                      c: "'low' = \\"the Level\\" or not (\\"the Level\\" is distinct from 'low')"
                      d: "levels <> '{low}'::audit.level[]"
                    indexes: {marks_idx: {columns: [{sql: "(\\"the Level\\" = 'low')"}], where: "\\"the Level\\" <> 'low' and note = 'low'"}}
                - createPolicy: {table: marks, name: p, for: select, using: "\\"the Level\\" = 'low' and note = 'low'"}
                - createFunction: {name: touch(), returns: trigger, language: plpgsql, body: begin return new; end}
                - createTrigger: {table: marks, name: t, when: before, on: [update], forEach: row, condition: "new.\\"the Level\\" = 'low' and old.note = 'low'", call: touch()}
                """);
        add("rename-enum-that-is-cast-to", "renameEnum: {from: audit.level, to: audit.severity}", CAST);
        add("move-enum-that-is-cast-to", "renameEnum: {from: audit.level, to: level}", CAST);
        add("rename-schema-of-an-enum-that-is-cast-to", "renameSchema: {from: audit, to: log}", CAST);
        add(
                "drop-enum",
                "dropEnum: {name: level}",
                "- createEnum: {name: level, values: [low, high], comment: How bad.}");
    }
}
