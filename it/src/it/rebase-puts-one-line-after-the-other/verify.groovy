import org.robotoverlord.it.build.Build

def build = new Build(basedir)
def told = { new File(basedir, it).readLines()*.trim() as String[] }

build.output(2).says(told('conflict.txt'))
build.output(3).says(told('mended.txt'))
build.output(4).says(told('followed.txt')).says('No changes detected')
assert build.output(4).text() =~ /2 +2_20260525100000_add_bio +applied/
assert build.output(4).text() =~ /3 +3_20260525110000_add_teams +applied/
build.saysNoStackTrace()

def moved = new File(basedir, 'migrations/models/3_20260525110000_add_teams.yaml').text
assert moved == new File(basedir, 'own/models/2_20260525110000_add_teams.yaml').text
        .replace('parent: 1_20260524193000_init', 'parent: 2_20260525100000_add_bio')
assert build.changelogs() == [
        '1_20260524193000_init.yaml', '2_20260525100000_add_bio.yaml', '3_20260525110000_add_teams.yaml']
