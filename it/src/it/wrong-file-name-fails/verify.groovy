import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says(
        "migrations/models/2-posts.yaml: the name is no changelog's",
        'migrations/models/3_20260103000000_handles.yml: files are read that end in .yaml')
build.neverSays('README.md')
build.saysNoStackTrace()
assert build.tables() == []
