import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says('migrations/models/2_20260103000000_name.yaml:2:9: ', "'1_20260101000000_users'", 'mvn robot:rebase')
build.says('src/main/models/models/forum.yaml:7:14: ', "'tekst'", "2 findings in app 'models'")
build.saysNoStackTrace()
