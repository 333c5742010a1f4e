import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says('robot:upgrade is skipped (robot.skip)', 'robot:history is skipped (robot.skip)')
assert !build.hasDatabase()
