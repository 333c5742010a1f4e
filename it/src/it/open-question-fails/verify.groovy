import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says('Rename users.mail to users.email [True]', '-Drename=users.mail:email', 'users.verified', '-Dfill=users.verified=false')
build.saysNoStackTrace()
assert build.changelogs() == ['1_20260101000000_users.yaml']
assert !build.hasDatabase()
