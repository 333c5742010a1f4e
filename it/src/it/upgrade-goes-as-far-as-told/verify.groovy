import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says(
        'No database is set: using the embedded PostgreSQL in target/robot/models',
        'Success upgrade 1_20260101000000_users.yaml',
        'Success upgrade 2_20260102000000_posts.yaml',
        'Success upgrade 3_20260103000000_handles.yaml',
        'Nothing to upgrade')
build.says("'7'")
build.saysNoStackTrace()
assert build.tables() == ['posts', 'users']
assert build.history() == [
        '1 1_20260101000000_users applied', '2 2_20260102000000_posts applied', '3 3_20260103000000_handles applied']

def script = build.text('target/rest.sql')
assert script.startsWith('-- 3_20260103000000_handles\n')
assert script.contains('-- add column users.handle')
assert script.contains('add column "handle" text')
assert script.contains('insert into "public"."robot_migrations"')
