import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says(
        'Success upgrade 1_20260101000000_users.yaml',
        'Success upgrade 2_20260102000000_scores.yaml',
        'No changes detected',
        "check: '\"score\" >= 0'",
        'Verified 2_20260102000000_scores.yaml with 6 rows',
        '2 changelogs hold on H2',
        'Success downgrade 2_20260102000000_scores.yaml',
        'alter table "public"."posts" alter column "score" set not null',
        'Success clean forum',
        'pending')
build.saysNoStackTrace()
assert new File(basedir, 'forum.mv.db').exists()
assert !new File(basedir, 'target/robot').exists() || new File(basedir, 'target/robot').list().length == 0
