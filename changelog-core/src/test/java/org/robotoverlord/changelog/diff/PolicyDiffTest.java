package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds how policies come, change and go, and how they make way. */
class PolicyDiffTest {
    private static final String BEFORE = """
            tables:
              teams:
                columns: {id: {type: bigint, primaryKey: true}, boss: text}
              users:
                columns: {id: {type: bigint, primaryKey: true}, team: bigint, owner: text}
                rowSecurity: true
                policies:
                  own: {using: owner = current_user}
                  team: {to: [app], using: team in (select id from teams where boss = current_user)}
            """;

    @Test
    void policies_are_made_altered_renamed_and_dropped() {
        DiffAssert.from(BEFORE, """
                tables:
                  teams:
                    columns: {id: {type: bigint, primaryKey: true}, boss: text}
                  users:
                    columns: {id: {type: bigint, primaryKey: true}, team: bigint, owner: text}
                    rowSecurity: forced
                    policies:
                      mine: {using: owner = current_user}
                      team: {for: select, using: team > 0}
                      new: {for: insert, check: id > 0}
                """).gives("""
                        - setRowSecurity: {table: users, rowSecurity: forced}
                        - renamePolicy: {table: users, from: own, to: mine}
                        - alterPolicy: {table: users, name: team, for: select, using: team > 0}
                        - createPolicy: {table: users, name: new, for: insert, check: id > 0}
                        """);
        DiffAssert.from(BEFORE, BEFORE.substring(0, BEFORE.indexOf("    policies")))
                .gives("""
                - dropPolicy: {table: users, name: own}
                - dropPolicy: {table: users, name: team}
                """);
    }

    @Test
    void a_plain_policy_follows_a_rename_and_one_that_asks_makes_way() {
        DiffAssert.from(BEFORE, BEFORE.replace("boss", "chief").replace("owner", "keeper"))
                .gives("""
                - dropPolicy: {table: users, name: team}
                - renameColumn: {table: teams, from: boss, to: chief}
                - renameColumn: {table: users, from: owner, to: keeper}
                - createPolicy: {table: users, name: team, to: [app], using: team in (select id from teams where chief = current_user)}
                """);
    }

    @Test
    void policies_make_way_for_what_is_dropped() {
        DiffAssert.from(BEFORE, """
                tables:
                  users:
                    columns: {id: {type: bigint, primaryKey: true}, team: bigint}
                    rowSecurity: true
                """).gives("""
                        - dropPolicy: {table: users, name: team}
                        - dropTable: {name: teams}
                        - dropPolicy: {table: users, name: own}
                        - dropColumn: {table: users, column: owner}
                        """);
    }

    @Test
    void a_policy_comes_after_the_tables_that_it_asks() {
        DiffAssert.to("""
                tables:
                  users:
                    columns: {id: bigint, team: bigint, owner: text}
                    policies:
                      own: {using: owner = current_user}
                      team: {using: team in (select id from teams)}
                  teams:
                    columns: {id: bigint}
                """).gives("""
                        - createTable:
                            name: users
                            columns: {id: bigint, team: bigint, owner: text}
                            policies: {own: {using: owner = current_user}}
                        - createTable: {name: teams, columns: {id: bigint}}
                        - createPolicy: {table: users, name: team, using: team in (select id from teams)}
                        """);
    }

    @Test
    void a_policy_over_a_column_of_another_type_is_made_anew() {
        String before = "tables: {t: {columns: {a: text}, policies: {p: {using: a = 'x'}}}}";
        String after = "tables: {t: {columns: {a: integer}, policies: {p: {using: a = 1}}}}";
        DiffAssert.from(before, after).gives("""
                - dropPolicy: {table: t, name: p}
                - changeType: {table: t, column: a, to: integer}
                - createPolicy: {table: t, name: p, using: a = 1}
                """);
    }
}
