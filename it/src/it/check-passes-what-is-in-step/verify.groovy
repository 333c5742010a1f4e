import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says(':check (default)', 'No changes detected')
assert !build.hasDatabase()
