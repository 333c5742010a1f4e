import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says("the models of app 'models' are ahead of its changelogs by:", 'add column users.bio', 'Run robot:migrate to write the changelog.')
build.saysNoStackTrace()
assert build.changelogs() == ['1_20260101000000_users.yaml']
