package org.robotoverlord.changelog.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every kind of change, in the situations that matter. One entry here gives a kind its tests: the law of reversal, YAML there and
 * back, and for each database the SQL and what comes of it, up and down.
 *
 * <p>Where an entry is added or the SQL is changed on purpose, {@code mvn test -pl changelog-core -Dtest='*DialectTest'
 * -Drobot.goldens=write} writes the SQL anew; what it wrote is to be read before it is committed.
 */
public final class ChangeExamples {
    private static final String FORUM = """
            - createSchema: {name: audit}
            - createEnum: {name: user_role, values: [citizen, moderator, overlord], comment: What one may do.}
            - createTable:
                name: teams
                columns:
                  id: {type: bigint, identity: true}
                  name: {type: text, nullable: false}
                  motto: varchar(100)
                primaryKey: [id]
                unique: {teams_name_key: [name]}
            - createTable:
                name: users
                comment: People and robots that post.
                columns:
                  id: {type: bigint, identity: true}
                  email: {type: varchar(320), nullable: false, comment: Where the robot writes to.}
                  role: {type: user_role, nullable: false, default: citizen}
                  roles: {type: "user_role[]", default: "{citizen}"}
                  score: {type: integer, nullable: false, default: 0}
                  age: {type: text, default: "7"}
                  team_id: bigint
                  handle: {type: text, generated: {sql: lower(email)}, comment: The short one.}
                  bio: text
                  born: date
                  active: {type: boolean, nullable: false, default: true}
                  settings: {type: jsonb, default: '{}'}
                primaryKey: [id]
                unique: {users_email_key: [email], users_id_email_key: [id, email]}
                checks: {users_score_check: score >= 0, users_handle_check: "handle <> ''"}
                foreignKeys: {users_team_id_fkey: {columns: [team_id], references: teams, deferrable: deferred}}
                indexes:
                  users_role_idx: {columns: [role], where: "role <> 'overlord'"}
                  users_handle_idx: {columns: [handle], unique: true, comment: One handle each.}
            - createTable:
                name: posts
                columns:
                  id: {type: integer, identity: always}
                  author_id: {type: bigint, nullable: false}
                  title: {type: varchar(200), nullable: false}
                  body: text
                  number: {type: bigint, nullable: false}
                  posted_at: {type: timestamptz, nullable: false, default: {sql: now()}}
                primaryKey: [id]
                foreignKeys: {posts_author_id_fkey: {columns: [author_id], references: users, onDelete: cascade}}
                indexes: {posts_author_id_idx: [author_id]}
            """;

    private static final String ROWS = """
            - insert:
                table: teams
                rows:
                  - {id: 1, name: Reds}
                  - {id: 2, name: Blues, motto: Ready when you are.}
            - insert:
                table: users
                rows:
                  - {id: 1, email: Ann@example.org, role: overlord, roles: "{overlord,moderator}", score: 7, team_id: 1}
                  - {id: 2, email: Bob@example.org, role: moderator, bio: It's me., team_id: 2}
                  - {id: 40, email: Cid@example.org, born: 1999-12-31}
            - insert:
                table: posts
                rows:
                  - {id: 5, author_id: 1, title: Hello, number: 17}
                  - {id: 6, author_id: 2, title: Again, number: 3}
            """;

    private static final List<ChangeExample> ALL = new ChangeExamples().all;

    private final List<Change> forum = ChangeExample.changes(FORUM + ROWS);
    private final List<ChangeExample> all = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();

    private ChangeExamples() {
        tables();
        columns();
        types();
        identities();
        generated();
        constraints();
        indexes();
        enums();
        others();
        rows();
    }

    /** All of them. */
    public static List<ChangeExample> all() {
        return ALL;
    }

    /** The schema and the rows that most of them are applied to. */
    public static List<Change> forum() {
        return ChangeExample.changes(FORUM + ROWS);
    }

    private void tables() {
        add("create-table", """
                createTable:
                  name: badges
                  comment: What users earn.
                  columns:
                    user_id: bigint
                    no: smallint
                    kind: {type: user_role, nullable: false, default: citizen, comment: As an enum.}
                    title: {type: varchar(80), collation: C, default: "it's"}
                    worth: {type: "decimal(10,2)", nullable: false, default: 1.50}
                    given: {type: timestamptz(3), default: {sql: "now() - interval '1 day'"}}
                    label: {type: text, generated: {sql: "title || no::text"}}
                    parent_user: bigint
                    parent_no: smallint
                  primaryKey: [user_id, no]
                  unique: {badges_title_key: {columns: [title], deferrable: true}}
                  checks: {badges_worth_check: worth >= 0 -- never a debt}
                  foreignKeys:
                    badges_user_id_fkey: {columns: [user_id], references: users, onDelete: cascade, onUpdate: restrict}
                    badges_parent_fkey: {columns: [parent_user, parent_no], references: badges, onDelete: set null, deferrable: deferred}
                  indexes:
                    badges_kind_idx: {columns: [kind, {column: given, order: desc}], comment: For the front page.}
                """);
        add("create-table-of-all-types", """
                createTable:
                  name: kinds
                  columns:
                    a: {type: boolean, default: false}
                    b: {type: smallint, default: -1}
                    c: integer
                    d: {type: bigint, default: 9223372036854775807}
                    e: {type: decimal, default: 0.5}
                    f: decimal(8)
                    g: "decimal(8,3)"
                    h: {type: real, default: 1.5}
                    i: {type: double, default: {sql: "'NaN'"}}
                    j: {type: char(3), default: abc}
                    k: varchar
                    l: varchar(10)
                    m: {type: text, default: ''}
                    n: {type: binary, default: '\\x00ff'}
                    o: {type: date, default: 2026-05-24}
                    p: {type: time, default: "10:30"}
                    q: time(3)
                    r: {type: timestamp, default: 2026-05-24 10:30}
                    s: timestamp(0)
                    t: {type: timestamptz, default: 2026-05-24 10:30+02}
                    u: timestamptz(3)
                    v: {type: interval, default: 1 day}
                    w: {type: uuid, default: {sql: gen_random_uuid()}}
                    x: {type: json, default: '{"a": [1]}'}
                    y: {type: jsonb, default: '[]'}
                    aa: {type: "text[]", default: '{a,"b c"}'}
                    ab: "timestamptz(3)[]"
                    ac: {type: "user_role[]", default: "{}"}
                    ad: {type: inet, default: 10.0.0.1}
                    ae: tstzrange
                    af: varbit(5)
                    ag: native(numrange)
                    ah: {type: native(bit(3)), default: {sql: "B'101'"}}
                """);
        add("create-table-in-a-schema", """
                createTable:
                  name: audit.entries
                  columns:
                    id: {type: smallint, identity: {start: 10, increment: 5, min: 10, max: 1000, cache: 3, cycle: true}}
                    who: {type: bigint, references: users.id, index: true}
                    down: {type: bigint, identity: {always: true, increment: -1}}
                """);
        add("create-table-with-odd-names", """
                createTable:
                  name: '"Odd "" table"'
                  columns:
                    Select: {type: text, default: "a'b\\\\c", comment: "It's \\\\ odd."}
                    "col.umn": {type: integer, nullable: false}
                    "héllo wörld": text
                  primaryKey: {name: "Odd key", columns: ["col.umn"]}
                  checks: {"odd check": "\\"Select\\" <> ''"}
                  indexes: {"odd index": [Select, "héllo wörld"]}
                """);
        add(15, "create-table-nulls-not-distinct", """
                createTable:
                  name: seats
                  columns: {room: text, no: integer}
                  unique: {seats_key: {columns: [room, no], nullsNotDistinct: true}}
                  indexes: {seats_room_idx: {columns: [room], unique: true, nullsNotDistinct: true}}
                """);
        add("drop-table", "dropTable: {name: posts}");
        add("rename-table", "renameTable: {from: users, to: members}");
        add("rename-table-into-a-schema", "renameTable: {from: users, to: audit.users}");
        add("rename-table-and-its-schema", "renameTable: {from: users, to: audit.members}");
        add(
                "rename-table-where-its-new-name-is-taken",
                "renameTable: {from: users, to: audit.members}",
                "- createTable: {name: members, columns: {id: integer}}");
        add("comment-on-table", "setComment: {table: users, comment: \"It's new.\"}");
        add("comment-on-column", "setComment: {table: users, column: bio, comment: Free text.}");
        add("comment-on-index", "setComment: {index: users_role_idx, comment: Fast.}");
        add("comment-on-enum", "setComment: {enum: user_role, comment: New.}");
        add("remove-comment", "setComment: {table: users, column: email}");
    }

    private void columns() {
        add("add-column", "addColumn: {table: users, column: {verified_at: timestamptz}}");
        add("add-column-with-default", """
                addColumn:
                  table: users
                  column: {status: {type: varchar(20), nullable: false, default: new, collation: C, comment: Of late.}}
                """);
        add("add-column-with-fill", """
                addColumn: {table: users, column: {verified: {type: boolean, nullable: false}}, fill: false}
                """);
        add("add-column-with-fill-of-sql", """
                addColumn: {table: users, column: {name: {type: text, nullable: false}}, fill: {sql: "split_part(email, '@', 1)"}}
                """);
        add("add-column-with-default-and-fill", """
                addColumn: {table: users, column: {plan: {type: text, nullable: false, default: free}}, fill: legacy}
                """);
        add("add-column-of-numbers", "addColumn: {table: users, column: {no: {type: bigint, identity: true}}}");
        add("add-column-computed", """
                addColumn: {table: users, column: {domain: {type: text, generated: {sql: "split_part(email, '@', 2)"}}}}
                """);
        add(18, "add-column-computed-when-read", """
                addColumn: {table: users, column: {domain: {type: text, generated: {sql: lower(bio), stored: false}}}}
                """);
        add("drop-column", "dropColumn: {table: users, column: bio}");
        add("drop-column-with-fill", "dropColumn: {table: posts, column: number, fill: 0}");
        add("rename-column", "renameColumn: {table: users, from: email, to: mail}");
        add("rename-column-of-a-key", "renameColumn: {table: users, from: id, to: user_id}");
        add("set-not-null", """
                setNullable: {table: users, column: bio, nullable: false, fill: ""}
                """);
        add("set-not-null-with-fill-of-sql", """
                setNullable: {table: users, column: born, nullable: false, fill: {sql: "current_date - id::integer"}}
                """);
        add("set-not-null-with-a-default", "setNullable: {table: users, column: settings, nullable: false}");
        add(
                "set-not-null-under-a-deferred-key",
                "setNullable: {table: users, column: team_id, nullable: false, fill: 2}");
        add("set-nullable", "setNullable: {table: posts, column: number, nullable: true, fill: 0}");
        add("set-default", "setDefault: {table: users, column: score, default: 15}");
        add("set-default-of-sql", "setDefault: {table: users, column: born, default: {sql: current_date}}");
        add("remove-default", "setDefault: {table: users, column: role}");
        add("set-collation", "setCollation: {table: users, column: bio, collation: C}");
        add("set-collation-under-a-generated-column", "setCollation: {table: users, column: email, collation: POSIX}");
    }

    private void types() {
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

    private void identities() {
        add("add-identity", "setIdentity: {table: posts, column: number, identity: true}");
        add("add-identity-with-bounds", """
                setIdentity: {table: posts, column: number, identity: {always: true, start: 10, increment: 2, max: 16}}
                """);
        add(
                "add-identity-downwards",
                "setIdentity: {table: posts, column: number, identity: {increment: -1, min: -100, max: 50}}");
        add(
                "change-identity",
                "setIdentity: {table: posts, column: id, identity: {start: 100, increment: 10, cache: 5, cycle: true}}");
        add("change-identity-bounds", "setIdentity: {table: posts, column: id, identity: {min: 100, max: 1000}}");
        add("remove-identity", "setIdentity: {table: posts, column: id}");
    }

    private void generated() {
        add("generate-column", """
                setGenerated: {table: users, column: bio, generated: {sql: "upper(email)"}}
                """);
        add("change-generated-column", """
                setGenerated: {table: users, column: handle, generated: {sql: "split_part(email, '@', 1)"}}
                """);
        add("make-generated-column-plain", "setGenerated: {table: users, column: handle}", """
                - dropConstraint: {table: users, name: users_handle_check}
                """);
        add("make-generated-column-plain-under-a-foreign-key", "setGenerated: {table: codes, column: code}", """
                - createTable:
                    name: codes
                    columns: {id: integer, code: {type: integer, nullable: false, generated: {sql: id + 1}}}
                    primaryKey: [code]
                    unique: {codes_id_code_key: [id, code]}
                - createTable:
                    name: uses
                    columns: {code: integer}
                    foreignKeys: {uses_code_fkey: {columns: [code], references: codes}}
                """);
        add(18, "generate-column-when-read", """
                setGenerated: {table: users, column: bio, generated: {sql: lower(email), stored: false}}
                """);
        add(18, "change-column-generated-when-read", """
                setGenerated: {table: rooms, column: twice, generated: {sql: no + no, stored: false}}
                """, """
                - createTable:
                    name: rooms
                    columns: {no: integer, twice: {type: integer, generated: {sql: no * 2, stored: false}}}
                    checks: {rooms_twice_check: twice > 0}
                - insert: {table: rooms, rows: [{no: 3}], down: none}
                """);
    }

    private void constraints() {
        String keyless =
                "- createTable: {name: tags, columns: {id: {type: integer, nullable: false}, name: {type: text, nullable: false}, up: integer}}";
        add("add-primary-key", "addPrimaryKey: {table: tags, columns: [id, name]}", keyless);
        add("add-primary-key-by-name", "addPrimaryKey: {table: tags, name: \"Tag key\", columns: [id]}", keyless);
        add("drop-primary-key", "dropConstraint: {table: posts, name: posts_pkey}");
        add("add-unique", "addUnique: {table: users, name: users_bio_key, columns: [bio, born], deferrable: deferred}");
        add(
                15,
                "add-unique-nulls-not-distinct",
                "addUnique: {table: users, name: users_bio_key, columns: [id, bio], nullsNotDistinct: true}");
        add("drop-unique", "dropConstraint: {table: users, name: users_email_key}");
        add(
                "add-check",
                "addCheck: {table: users, name: users_role_check, check: \"role <> 'overlord' or score > 5\"}");
        add("drop-check", "dropConstraint: {table: users, name: users_score_check}");
        add("add-foreign-key", """
                addForeignKey: {table: posts, name: posts_number_fkey, columns: [number], references: users, to: [id], onDelete: set default, onUpdate: cascade, deferrable: immediate}
                """, "- delete: {table: posts, where: 'true', down: none}");
        add(
                "add-foreign-key-to-itself",
                "addForeignKey: {table: tags, name: tags_up_fkey, columns: [up], references: tags}",
                keyless + "\n- addPrimaryKey: {table: tags, columns: [id]}\n");
        add("drop-foreign-key", "dropConstraint: {table: posts, name: posts_author_id_fkey}");
        add("rename-primary-key", "renameConstraint: {table: users, from: users_pkey, to: \"Users key\"}");
        add("rename-unique", "renameConstraint: {table: users, from: users_email_key, to: users_mail_key}");
        add("rename-check", "renameConstraint: {table: users, from: users_score_check, to: users_points_check}");
        add("rename-foreign-key", "renameConstraint: {table: posts, from: posts_author_id_fkey, to: posts_user_fkey}");
    }

    private void indexes() {
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

    private void enums() {
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

    private void others() {
        add("create-schema", "createSchema: {name: \"My schema\"}");
        add("drop-schema", "dropSchema: {name: audit}");
        add("rename-schema", "renameSchema: {from: audit, to: log}", """
                - createTable: {name: audit.log, columns: {id: {type: integer, identity: true}}, primaryKey: [id]}
                """);
        add("create-extension", "createExtension: {name: citext}");
        add("create-extension-in-a-schema", "createExtension: {name: hstore, schema: audit, version: \"1.8\"}");
        add("move-extension", "alterExtension: {name: hstore, schema: audit}", "- createExtension: {name: hstore}");
        add(
                "update-extension",
                "alterExtension: {name: hstore}",
                "- createExtension: {name: hstore, version: \"1.8\"}",
                false);
        add("drop-extension", "dropExtension: {name: citext}", "- createExtension: {name: citext}");
    }

    private void rows() {
        add("insert", """
                insert:
                  table: users
                  rows:
                    - {id: 50, email: "d'or@example.org", role: citizen, settings: '{"a": 1}'}
                    - {id: 51, email: eve@example.org, role: {sql: "'over' || 'lord'"}, settings: null}
                    - {id: 52, email: fay@example.org, born: {sql: current_date}}
                """.replace("'over' || 'lord'", "'overlord'"));
        add(
                "insert-into-numbered-table",
                "insert: {table: posts, rows: [{id: 9, author_id: 1, title: Ho, number: 1}, {id: 10, author_id: 1, title: He, number: 2}]}");
        add(
                "insert-without-key",
                """
                insert: {table: tags, rows: [{name: new}, {}], down: "delete from tags"}
                """,
                "- createTable: {name: tags, columns: {id: {type: integer, identity: true}, name: text}, primaryKey: [id]}");
        add(
                "insert-with-composite-key",
                "insert: {table: pairs, rows: [{a: 1, b: x, c: y}, {a: 2, b: \"it's\"}]}",
                "- createTable: {name: pairs, columns: {a: integer, b: text, c: text}, primaryKey: [a, b]}");
        add("update", """
                update: {table: users, set: {role: citizen, score: {sql: score + 1}, bio: null}, where: "role <> 'overlord' -- the rest", down: none}
                """);
        add("delete", "delete: {table: posts, where: number > 5, down: none}");
        add("sql", """
                sql:
                  up: [update users set score = 1;, "insert into teams (id, name) values (9, 'x') -- a team"]
                  down: none
                """);
        add("sql-of-another-dialect", "sql: {up: select nonsense, down: none, dialect: [mariadb, sqlite]}");
        add("sql-outside-a-transaction", """
                sql:
                  up: [create index concurrently users_bio_idx on users (bio), vacuum users]
                  down: drop index users_bio_idx
                  transactional: false
                  dialect: postgresql
                  schema: [{createIndex: {table: users, name: users_bio_idx, columns: [bio]}}]
                """);
        add("sql-that-changes-the-schema", """
                sql:
                  up: alter table users add column moved boolean
                  down: alter table users drop column moved
                  schema: [{addColumn: {table: users, column: {moved: boolean}}}]
                """);
    }

    private void add(String name, String change) {
        add(0, name, change);
    }

    private void add(int since, String name, String change) {
        add(since, name, change, "[]");
    }

    private void add(String name, String change, String given) {
        add(0, name, change, given);
    }

    private void add(int since, String name, String change, String given) {
        List<Change> all = new ArrayList<>(forum);
        all.addAll(ChangeExample.changes(given));
        add(since, name, change, all);
    }

    /** Beside nothing but what is given. */
    private void add(String name, String change, String given, boolean inForum) {
        List<Change> all = new ArrayList<>(inForum ? forum : forum.subList(0, 1));
        all.addAll(ChangeExample.changes(given));
        add(0, name, change, all);
    }

    private void add(int since, String name, String change, List<Change> given) {
        if (!names.add(name)) {
            throw new IllegalStateException("two examples are called " + name);
        }
        all.add(new ChangeExample(name, given, ChangeExample.change(change), since));
    }
}
