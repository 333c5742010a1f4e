import org.robotoverlord.it.build.Build

def build = new Build(basedir)
def place = 'src/main/models/models/forum.yaml'
def text = 'the models are ahead of the changelogs: add column users.bio. Run robot:migrate.'

build.says("::error file=$place,line=6,col=14,title=robot%3Acheck/models::$text".toString(), 'BUILD FAILURE',
        "$place:6:14: $text".toString(), "1 finding in app 'models'")
assert build.output(1).text().readLines().any { it.startsWith('::error ') }
build.saysNoStackTrace()
assert build.changelogs() == ['1_20260101000000_users.yaml']

def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/robot/gl-code-quality-report.json'))
assert report*.location == [[path: place, lines: [begin: 6]]]
assert report*.description == [text]
