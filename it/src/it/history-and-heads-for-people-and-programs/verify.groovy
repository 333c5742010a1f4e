import org.robotoverlord.it.build.Build

def build = new Build(basedir)

assert build.output(1).text() == '1_20260101000000_users\n2_20260102000000_posts\n3_20260103000000_handles\n'

def table = build.output(3).text()
assert table =~ /number +id +state +applied at +applied by +took +description/
assert table =~ /1 +1_20260101000000_users +applied .*Who debates\./
assert table =~ /3 +3_20260103000000_handles +pending .*How they are called\./

def lines = build.output(4).text()
assert lines =~ /^models\t1\t1_20260101000000_users\tapplied\t[0-9T:.-]+Z\t[^\t]+\t\d+\tWho debates\.\n/
assert lines.endsWith('models\t3\t3_20260103000000_handles\tpending\t\t\t\tHow they are called.\n')

def json = new groovy.json.JsonSlurper().parseText(build.output(5).text())
assert json*.state == ['applied', 'applied', 'pending']
assert json[2].applied_at == null
assert json[2].keySet().containsAll(['app', 'number', 'id', 'state', 'applied_by', 'duration_ms', 'description', 'parent'])

def lines6 = build.output(6).text().readLines().findAll { !(it ==~ /\[(INFO|WARNING)\].*/) }
assert new groovy.json.JsonSlurper().parseText(lines6.join('\n'))*.id == ['3_20260103000000_handles']
assert build.output(7).text() == '3_20260103000000_handles\n'
