import org.robotoverlord.it.build.Build

def build = new Build(basedir)

def fresh = build.project('fresh')
fresh.mvn('org.robotoverlord:migrate-maven-plugin:' + robotVersion + ':init').succeeds()
        .says('Made migrations/models/', 'Next: edit the models')
assert fresh.text('pom.xml').contains('<artifactId>migrate-maven-plugin</artifactId>')

fresh.mvn('robot:migrate', '-Dname=first').succeeds().says('create table users', 'Success migrate 1_*_first.yaml')
fresh.mvn('robot:upgrade').succeeds().says('Success upgrade 1_*_first.yaml')
assert fresh.tables() == ['users']
