package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds the order of a diff as a whole. */
class DifferTest {
    @Test
    void renames_come_first_then_what_must_go_columns_what_stands_on_them_and_new_tables() {
        DiffAssert.from("""
                enums: {role: [a, b]}
                tables:
                  users:
                    columns:
                      id: {type: bigint, identity: true, primaryKey: true}
                      mail: {type: text, unique: true, check: mail like '%@%'}
                      role: {type: role, default: a, index: true}
                      team_id: {type: bigint, references: teams}
                  teams:
                    columns: {id: {type: bigint, primaryKey: true}}
                """, """
                enums: {role: [b, c]}
                tables:
                  people:
                    columns:
                      id: {type: integer, identity: true, primaryKey: true}
                      email: {type: varchar(300), nullable: false, unique: true, check: email like '%@%'}
                      role: {type: role, default: b, index: true}
                      team_id: {type: integer, references: teams}
                      low: {type: text, generated: {sql: lower(email)}}
                  teams:
                    columns: {id: {type: integer, primaryKey: true}}
                  members:
                    columns: {id: {type: integer, primaryKey: true, references: people}}
                """).gives("""
                - renameTable: {from: users, to: people}
                - renameColumn: {table: people, from: mail, to: email}
                - dropConstraint: {table: people, name: users_mail_check}
                - renameConstraint: {table: people, from: users_pkey, to: people_pkey}
                - renameConstraint: {table: people, from: users_mail_key, to: people_email_key}
                - renameConstraint: {table: people, from: users_team_id_fkey, to: people_team_id_fkey}
                - renameIndex: {table: people, from: users_role_idx, to: people_role_idx}
                - setDefault: {table: people, column: role, default: b}
                - changeEnum: {enum: role, values: [b, c]}
                - changeType: {table: people, column: id, to: integer}
                - changeType: {table: people, column: email, to: varchar(300)}
                - setNullable: {table: people, column: email, nullable: false}
                - changeType: {table: people, column: team_id, to: integer}
                - addColumn: {table: people, column: {low: {type: text, generated: {sql: lower(email)}}}}
                - addCheck: {table: people, name: people_email_check, check: email like '%@%'}
                - changeType: {table: teams, column: id, to: integer}
                - createTable:
                    name: members
                    columns: {id: integer}
                    primaryKey: [id]
                    foreignKeys: {members_id_fkey: {columns: [id], references: people, to: [id]}}
                """);
    }
}
