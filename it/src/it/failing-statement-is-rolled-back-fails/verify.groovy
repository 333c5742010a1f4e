import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.output(1).says(
        'Success upgrade 1_20260101000000_users.yaml',
        'migrations/models/2_20260102000000_posts.yaml:8:5: ',
        'value too long for type character varying(5)',
        "insert into posts values (2, 'far too long')")
build.saysNoStackTrace()
assert build.output(2).text() == '2_20260102000000_posts\n'
build.output(3).neverSays('Success upgrade 1_').says('Success upgrade 2_20260102000000_posts.yaml')
assert build.rows('select title from posts order by id') == ['short', 'fits']
