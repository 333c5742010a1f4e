import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says(
        'this takes back:',
        '3_20260103000000_handles',
        'Add -Dyes to do so; nobody can be asked here.',
        'Success downgrade 3_20260103000000_handles.yaml',
        '-- drop table posts',
        'Success downgrade 2_20260102000000_posts.yaml',
        'Success downgrade 1_20260101000000_users.yaml',
        'Nothing to downgrade')
build.saysNoStackTrace()
assert build.tables() == []
assert build.changelogs() == ['1_20260101000000_users.yaml', '2_20260102000000_posts.yaml']
