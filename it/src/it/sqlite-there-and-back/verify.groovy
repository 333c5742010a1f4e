import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says(
        'Success upgrade 1_20260101000000_users.yaml',
        'Success upgrade 2_20260102000000_scores.yaml',
        'No changes detected',
        'check: score >= 0',
        'Verified 2_20260102000000_scores.yaml with 6 rows',
        '2 changelogs hold on SQLite',
        'Success downgrade 2_20260102000000_scores.yaml',
        'alter table "robot_new_posts" rename to "posts"',
        'Success clean forum.db',
        'pending')
build.saysNoStackTrace()
assert new File(basedir, 'forum.db').exists()
assert !new File(basedir, 'target/robot').exists() || new File(basedir, 'target/robot').list().length == 0
