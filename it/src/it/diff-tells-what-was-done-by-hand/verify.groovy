import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says(
        "no database is set for app 'models', and the embedded one has no data in 'target/robot/models' yet",
        'Success upgrade 1_20260101000000_users.yaml',
        'What happened to it:',
        '- addColumn: {table: users, column: {bio: text}}',
        '[{"app": "models", "change": "add column users.bio", "yaml": "- addColumn: {table: users, column: {bio: text}}\\n"}]',
        "the database of app 'models' differs from what its applied changelogs say",
        'Wrote src/main/models/models/users.yaml')
build.saysNoStackTrace()

def models = '''\
tables:
  users:
    columns:
      id: {type: bigint, identity: true}
      email: {type: text, nullable: false}
      bio: text
    primaryKey: [id]
'''
assert new File(basedir, 'src/main/models/models/users.yaml').text == models
assert new File(basedir, 'build.log').text.contains(models)
