package org.robotoverlord.changelog.change;

/** Raw SQL. */
final class SqlExamples extends ExampleGroup {
    SqlExamples() {
        add("sql", """
                sql:
                  up: [update users set score = 1;, "insert into teams (id, name) values (9, 'x') -- a team"]
                  down: none
                """);
        add("sql-of-another-dialect", """
                sql:
                  up: select nonsense
                  down: none
                  dialect: [mariadb, sqlite]
                  schema: [{setComment: {table: users, comment: Of others.}}]
                """);
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
}
