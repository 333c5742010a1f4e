import org.robotoverlord.it.build.Build

def build = new Build(basedir)

for (goal in [2, 3]) {
    build.output(goal).says('BUILD FAILURE', 'edited/models/1_20260101000000_users.yaml')
}
build.saysNoStackTrace()
build.output(4).says('1_20260101000000_users\tchanged\t')
build.output(5).says(
        'this would repair:',
        "accept: changelog '1_20260101000000_users' was edited after it was applied",
        'the database differs by:',
        'change type of users.email to varchar(320)',
        'Add -Dyes to do all of it')
build.output(6).says('Success repair accept 1_20260101000000_users')
assert build.tables() == ['users']
assert build.history() == ['1 1_20260101000000_users applied']
