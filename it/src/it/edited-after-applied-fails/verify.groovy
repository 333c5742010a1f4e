import org.robotoverlord.it.build.Build

def build = new Build(basedir)

for (goal in [2, 3]) {
    build.output(goal).says('BUILD FAILURE', 'edited/models/1_20260101000000_users.yaml')
}
build.saysNoStackTrace()
build.output(4).says('1_20260101000000_users\tchanged\t')
assert build.tables() == ['users']
assert build.history() == ['1 1_20260101000000_users applied']
