import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says(
        'create table users',
        'Success init-db 1_*_first_try.yaml',
        "app 'models' has changelogs in 'migrations/models' already; write the next one with robot:migrate",
        'Nothing to upgrade')
build.saysNoStackTrace()
assert build.tables() == ['users']
assert build.history()*.endsWith('_first_try applied') == [true]
