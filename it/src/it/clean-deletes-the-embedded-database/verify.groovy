import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says('Success clean target/robot/models', 'Nothing to clean')
assert !build.hasDatabase()
assert build.output(4).text() == '1_20260101000000_users\n2_20260102000000_posts\n'
