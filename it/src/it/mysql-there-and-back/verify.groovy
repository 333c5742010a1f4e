import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says(
        'Success upgrade 1_20260101000000_users.yaml',
        'Success upgrade 2_20260102000000_scores.yaml',
        'No changes detected',
        'check: score >= 0',
        'Success downgrade 2_20260102000000_scores.yaml',
        'alter table `posts`',
        'Success downgrade 1_20260101000000_users.yaml',
        'Success clean test_1',
        'pending',
        'Verified 2_20260102000000_scores.yaml with 6 rows',
        '2 changelogs hold on MariaDB',
        'no server answers at jdbc:mariadb://127.0.0.1:1/forum (-Drobot.url): ')
build.saysNoStackTrace()
build.neverSays('secret')
assert !new File(basedir, 'target/robot').exists() || new File(basedir, 'target/robot').list().length == 0
