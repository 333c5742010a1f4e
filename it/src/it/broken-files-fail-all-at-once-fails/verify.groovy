import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says(
        'migrations/models/2_20260102000000_keys.yaml:3:31:', "'colum'", "did you mean 'column'?",
        'migrations/models/2_20260102000000_keys.yaml:5:5:', "'addColum'", "did you mean 'addColumn'?",
        'migrations/models/3_20260103000000_half.yaml:5:1:')
build.saysNoStackTrace()
assert build.changelogs().size() == 3
assert build.tables() == []
