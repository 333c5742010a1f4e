import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.mvn('-B', 'robot:migrate').fails().says('Rename users.mail to users.email [True]', '-Drename=users.mail:email')
assert build.changelogs() == ['1_20260101000000_users.yaml']

build.answering('', 'false', 'no').mvn('robot:migrate', '-Drobot.interactive').fails()
        .says('Rename users.mail to users.email [True]', 'Value of users.verified (boolean)', 'Data would be lost', 'users.nick', 'Go on [False]', 'nothing was written')
assert build.changelogs() == ['1_20260101000000_users.yaml']

build.answering('y', 'false', 'y').mvn('robot:migrate', '-Drobot.interactive', '-Dname=answered').succeeds()
        .says('Success migrate 2_*_answered.yaml')
assert build.changelog(2).contains('- renameColumn: {table: users, from: mail, to: email}')
assert build.changelog(2).contains('fill: false')
