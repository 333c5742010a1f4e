import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says('migrations/models/2_20260102000000_robot.yaml:3:5: ', 'down')
build.saysNoStackTrace()
assert build.history().size() == 3
assert build.rows('select email, bio from users') == ['robot@example.org null']
