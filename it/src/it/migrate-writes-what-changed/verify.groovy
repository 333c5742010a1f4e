import org.robotoverlord.it.build.Build

def build = new Build(basedir)

def grown = build.changelog(2)
assert grown == """\
description: Grow.
parent: 1_20260101000000_users
changes:
  - renameColumn: {table: users, from: mail, to: email}
  - renameConstraint: {table: users, from: users_mail_key, to: users_email_key}
  - addColumn: {table: users, column: {verified: {type: boolean, nullable: false}}, fill: false}
  - createTable:
      name: posts
      columns:
        id: {type: bigint, identity: true}
        author_id: bigint
      primaryKey: [id]
      foreignKeys:
        posts_author_id_fkey: {columns: [author_id], references: users, to: [id]}
      indexes:
        posts_author_id_idx: [author_id]
"""
build.says(grown)
build.says(
        'rename column users.mail to email',
        'Success migrate 2_*_grow.yaml',
        'Review migrations/models/2_*_grow.yaml, then run mvn robot:upgrade',
        'No changes detected',
        'Success migrate 3_*_by_hand.yaml',
        'No changes detected')
assert build.changelog(3).contains('# Write the changes here')
assert !build.hasDatabase()
