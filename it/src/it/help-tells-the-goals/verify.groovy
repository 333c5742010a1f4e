import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.output(1).says(
        *['check', 'clean', 'downgrade', 'heads', 'help', 'history', 'init', 'init-db', 'migrate', 'repair', 'upgrade'].collect { 'robot:' + it + '\n' })
build.output(2).says('User property: robot.rename')
true
