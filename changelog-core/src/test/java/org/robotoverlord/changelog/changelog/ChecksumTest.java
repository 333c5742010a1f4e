package org.robotoverlord.changelog.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robotoverlord.changelog.Documents.changelog;
import static org.robotoverlord.changelog.Documents.changes;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.change.Change;

class ChecksumTest {
    private static final String WHOLE = """
            - createTable:
                name: users
                comment: People and robots that post.
                columns:
                  id: {type: bigint, identity: true}
                  email: {type: varchar(320), nullable: false, unique: true}
                  role: {type: user_role, nullable: false, default: citizen, index: true}
                  score: {type: "decimal(10,2)", nullable: false, default: 0, check: score >= 0}
                  created_at: {type: timestamptz, nullable: false, default: {sql: now()}}
                  team_id: {type: bigint, references: teams.id}
                  bio: text
                primaryKey: [id]
            """;

    private static String sum(String items) {
        return Checksum.of(changes(items));
    }

    /** Name, one text, another that means the same. */
    static Stream<Arguments> same_meanings() {
        return Stream.of(
                Arguments.of(
                        "comments, white space and quoting",
                        "- renameColumn: {table: users, from: mail, to: email}",
                        """
                        # first
                        - renameColumn:   # why
                            table:   "users"

                            from: 'mail'
                            to: email
                        """),
                Arguments.of(
                        "the order of keys",
                        "- renameColumn: {table: users, from: mail, to: email}",
                        "- renameColumn: {to: email, from: mail, table: users}"),
                Arguments.of("derived names, shorthands and the order of columns", WHOLE, """
                        - createTable:
                            name: users
                            columns:
                              bio: {type: text, nullable: true, default: null, comment: ''}
                              team_id: bigint
                              id: {identity: {always: false, start: 1, increment: 1}, type: int8, nullable: false}
                              email: {type: character varying(320), nullable: false}
                              role: {type: user_role, nullable: false, default: "citizen"}
                              score: {type: 'numeric(10, 2)', nullable: false, default: "0.00"}
                              created_at: {type: timestamp with time zone, nullable: false, default: {sql: CURRENT_TIMESTAMP}}
                            comment: "People and robots that post."
                            primaryKey: {name: users_pkey, columns: [id]}
                            unique: {users_email_key: {columns: [email], nullsNotDistinct: false, deferrable: false}}
                            checks: {users_score_check: {check: "( SCORE>=0 ) -- never below"}}
                            foreignKeys: [{columns: [team_id], references: teams, to: [id], onDelete: NO ACTION}]
                            indexes: {users_role_idx: {columns: [{column: role, order: asc, nulls: last}], method: btree}}
                        """),
                Arguments.of(
                        "the name of a key",
                        "- addPrimaryKey: {table: users, columns: [id]}",
                        "- addPrimaryKey: {table: users, name: users_pkey, columns: [id]}"),
                Arguments.of(
                        "one or a list of one",
                        "- sql: {up: select 1, down: none}",
                        "- sql: {up: [select 1], down: [none], transactional: true, dialect: [], schema: []}"),
                Arguments.of(
                        "flow or block",
                        "- createEnum: {name: e, values: [a, b]}",
                        "- createEnum:\n    name: e\n    values:\n      - a\n      - b\n"),
                Arguments.of(
                        "derived names of what raw SQL makes",
                        "- sql: {up: x, schema: [{addPrimaryKey: {table: a, columns: [id]}}]}",
                        "- sql: {up: x, schema: [{addPrimaryKey: {table: a, name: a_pkey, columns: [id]}}]}"),
                Arguments.of(
                        "a statement as a block",
                        "- sql: {up: select 1, down: [select 2]}",
                        "- sql:\n    up: |\n      select 1\n    down: >\n      select 2\n"),
                Arguments.of(
                        "a name in quotes that it doesn't need",
                        "- dropTable: {name: auth.users}",
                        "- dropTable: {name: '\"auth\".\"users\"'}"),
                Arguments.of(
                        "an absent fill",
                        "- setNullable: {table: t, column: c, nullable: false}",
                        "- setNullable: {table: t, column: c, nullable: false, fill: ~}"),
                Arguments.of(
                        "once, when it isn't",
                        "- delete: {table: t, where: 'true'}",
                        "- delete: {table: t, where: (true), once: false, down: []}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("same_meanings")
    void what_means_the_same_has_the_same_sum(String name, String one, String other) {
        assertThat(sum(other)).as(name).isEqualTo(sum(one));
    }

    static Stream<Arguments> other_meanings() {
        return Stream.of(
                Arguments.of(WHOLE, "varchar(320)", "varchar(321)"),
                Arguments.of(WHOLE, "default: citizen", "default: {sql: citizen}"),
                Arguments.of(WHOLE, "default: citizen", "default: Citizen"),
                Arguments.of(WHOLE, "score >= 0}", "score > 0}"),
                Arguments.of(WHOLE, "identity: true", "identity: always"),
                Arguments.of(WHOLE, "index: true", "index: other_idx"),
                Arguments.of(WHOLE, "citizen, index: true", "citizen"),
                Arguments.of(WHOLE, "People", "people"),
                Arguments.of(WHOLE, "bio: text", "bio: {type: text, nullable: false}"),
                Arguments.of("- createEnum: {name: e, values: [a, b]}", "[a, b]", "[b, a]"),
                Arguments.of("- createEnum: {name: e, values: [a, b]}", "[a, b]", "['a, b']"),
                Arguments.of("- addUnique: {table: t, name: n, columns: [a, b]}", "[a, b]", "[b, a]"),
                Arguments.of("- sql: {up: select 'A'}", "'A'", "'a'"),
                Arguments.of("- sql: {up: select 1}", "select 1", "'select  1'"),
                Arguments.of("- sql: {up: 'select ${x}'}", "${x}", "1"),
                Arguments.of("- setDefault: {table: t, column: c, default: 'null'}", "'null'", "null"),
                Arguments.of("- insert: {table: t, rows: [{a: 1}, {a: 2}]}", "{a: 1}, {a: 2}", "{a: 2}, {a: 1}"),
                Arguments.of("- addCheck: {table: t, name: n, check: a = 'x'}", "a = 'x'", "a = 'X'"),
                Arguments.of("- addCheck: {table: t, name: n, check: a = 'x  y'}", "x  y", "x y"));
    }

    @ParameterizedTest
    @MethodSource("other_meanings")
    void what_means_something_else_has_another_sum(String items, String from, String to) {
        assertThat(items).contains(from);

        assertThat(sum(items.replace(from, to))).isNotEqualTo(sum(items));
    }

    @Test
    void description_parent_and_file_name_do_not_count() {
        String changes = "changes:\n  - dropTable: {name: users}\n";

        assertThat(changelog("2_20260525081500_b", "description: x\nparent: 1_20260524193000_a\n" + changes)
                        .checksum())
                .isEqualTo(changelog(changes).checksum());
    }

    /** A new version of the tool never changes these. Where one fails, the tool is wrong, not the number. */
    static Stream<Arguments> golden_sums() {
        return Stream.of(
                Arguments.of("", "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"),
                Arguments.of(WHOLE, "e6e637eed3d4b7d1f2198af2ba897869a5e03733358ce16cfba7b17b57c9c27e"),
                Arguments.of("""
                        - createSchema: {name: audit}
                        - createExtension: {name: citext, version: "1.6"}
                        - createEnum: {name: audit.level, values: [low, 'no', "yes"], comment: How bad.}
                        - createTable:
                            name: audit.log
                            columns:
                              id: {type: bigint, identity: {always: true, start: 10, cache: 20}}
                              at: {type: timestamptz(3), nullable: false}
                              who: {type: text, collation: C}
                              what: {type: jsonb, default: '{"a": [1]}'}
                              lower_who: {type: text, generated: {sql: lower(who)}}
                            primaryKey: [id, at]
                            unique: {log_who: {columns: [who, at], nullsNotDistinct: true, deferrable: deferred}}
                            foreignKeys:
                              log_next: {columns: [id, at], references: audit.log, to: [id, at], onDelete: set null, onUpdate: cascade}
                            indexes:
                              log_idx: {columns: [{sql: lower(who)}, {column: at, order: desc, nulls: last}], unique: true, where: who <> '', include: [what], with: {fillfactor: 70}}
                        """, "ec02c55120588587e11134736d07ee9f5105d0436966510b079da30d8e8ed179"),
                Arguments.of("""
                        - addColumn: {table: users, column: {age: {type: smallint, nullable: false}}, fill: {sql: random() * 9}}
                        - dropColumn: {table: users, column: bio, fill: ''}
                        - changeType: {table: users, column: score, to: bigint, using: {sql: "score * 100", reverse: score / 100}}
                        - setNullable: {table: users, column: role, nullable: true}
                        - setDefault: {table: users, column: role}
                        - setIdentity: {table: users, column: id, identity: always}
                        - setGenerated: {table: users, column: handle, generated: {sql: lower(email), stored: false}}
                        - setCollation: {table: users, column: email, collation: de-x-icu}
                        - setComment: {table: users, column: email, comment: Where the robot writes to.}
                        - addCheck: {table: users, name: adult, check: age >= 18}
                        - renameConstraint: {table: users, from: adult, to: grown_up}
                        - dropConstraint: {table: users, name: grown_up}
                        - dropIndex: {table: users, name: users_role_idx}
                        - changeEnum: {enum: user_role, values: [citizen], map: {overlord: citizen}}
                        - renameTable: {from: users, to: audit.users}
                        """, "586cf0e7ad783b82d5d016ecefe7e4aa13c2545907a31fe9ff405f1593905134"),
                Arguments.of("""
                        - insert: {table: roles, rows: [{id: 1, name: citizen, since: {sql: now()}, until: null, note: 'null'}]}
                        - update: {table: roles, set: {name: 'it''s ${who}'}, where: "'true'", down: none, once: true}
                        - delete: {table: roles, where: 'true', down: ["a", "b"]}
                        - sql:
                            up: |
                              update users
                              set a = 1;
                            down: none
                            transactional: false
                            dialect: postgresql
                            schema:
                              - addColumn: {table: users, column: {b: text}}
                        """, "465b030237ceb835fe47055e0a3e429b2c82152cd19905e4b1790f54f08fd746"));
    }

    @ParameterizedTest
    @MethodSource("golden_sums")
    void a_sum_is_the_same_in_every_version(String items, String sum) {
        List<Change> changes = items.isEmpty() ? List.of() : changes(items);

        assertThat(Checksum.of(changes)).as(Checksum.canonicalText(changes)).isEqualTo(sum);
    }
}
