import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.output(1).says(
        "[WARNING] migrations/models/1_20260101000000_users.yaml: changelog '1_20260101000000_users' isn't applied",
        "[INFO] 1 warning in app 'models'")
assert build.output(2).text() == '\n'
build.output(3).says('No changes detected')
assert !build.hasDatabase()
