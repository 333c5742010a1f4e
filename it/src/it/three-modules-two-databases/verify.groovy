import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.output(1).says('Success upgrade 1_20260101000000_users.yaml', 'Success upgrade 2_*', 'Success upgrade 1_20260101000000_events.yaml')
assert build.output(2).text().readLines()*.tokenize('\t')*.take(2) == [['forum', '1'], ['forum', '2'], ['audit', '1']]
build.output(3).says('Nothing to upgrade')
build.output(4).says("there are no models ('src/main/models/models') or changelogs", 'Begin with robot:init')
assert build.project('forum').tables('forum') == ['posts', 'users']
assert build.project('audit').tables('audit') == ['events']
assert !build.project('web').hasDatabase()

def report = 'target/robot/gl-code-quality-report.json'
assert new File(basedir, report).text == '[]\n'
assert !new File(basedir, "forum/$report").exists() && !new File(basedir, "audit/$report").exists()
