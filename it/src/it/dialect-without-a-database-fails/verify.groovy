import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says(
        '1_20260101000000_users',
        "the database of app 'models' is to be SQLite, and none is set; set its URL")
build.saysNoStackTrace()
assert !new File(basedir, 'target/robot').exists()
