import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says(
        'Verified 1_20260101000000_users.yaml with 3 rows',
        'Verified 2_20260102000000_longer.yaml with 3 rows',
        "migrations/models/3_20260103000000_by_hand.yaml: the database isn't what the changelogs say after it went up; it differs by:",
        'create index by_hand',
        "-Dpostgres takes a major version such as 18, not 'lots'")
build.saysNoStackTrace()
assert !new File(basedir, 'target/robot/verify-models/data').exists()
