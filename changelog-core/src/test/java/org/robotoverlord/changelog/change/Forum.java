package org.robotoverlord.changelog.change;

import java.util.List;

/** A small database: the schema and the rows that most examples of changes are applied to. */
final class Forum {
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

    private Forum() {}

    static List<Change> changes() {
        return ChangeExample.changes(FORUM + ROWS);
    }
}
