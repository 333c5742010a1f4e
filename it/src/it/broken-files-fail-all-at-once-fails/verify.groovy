import org.robotoverlord.it.build.Build

def build = new Build(basedir)

def ofChangelogs = [
        'migrations/models/2_20260102000000_keys.yaml:3:31:', "'colum'", "did you mean 'column'?",
        'migrations/models/2_20260102000000_keys.yaml:5:5:', "'addColum'", "did you mean 'addColumn'?",
        'migrations/models/3_20260103000000_half.yaml:5:1:']
def ofModels = [
        'src/main/models/models/forum.yaml:3:5:', "'colums'", "did you mean 'columns'?",
        'src/main/models/models/forum.yaml:7:33:', "'primryKey'", "did you mean 'primaryKey'?"]
build.output(1).says(*ofChangelogs)
build.output(2).says(*(ofChangelogs + ofModels))
build.saysNoStackTrace()
assert build.changelogs().size() == 3
assert build.tables() == []
