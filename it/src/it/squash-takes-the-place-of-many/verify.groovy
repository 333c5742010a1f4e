import org.robotoverlord.it.build.Build

def build = new Build(basedir)
def files = new File(basedir, 'migrations/models').list().sort()
def squash = files[0] - '.yaml'

assert files.size() == 2
assert squash ==~ /3_\d{14}_first/
build.says(
        '3 changelogs with 4 changes become one with 3 changes',
        'Proved on SQLite: both ways lead to the same schema and the same row',
        "Success squash ${squash}.yaml",
        "${squash} counts as run: its row took the place of those of the 3 changelogs that it replaces",
        'Success upgrade 4_20260104000000_posts.yaml',
        'Deletes migrations/models/2_20260102000000_email.yaml',
        'Success prune 3 files',
        'No changes detected',
        "Verified ${squash}.yaml",
        '2 changelogs hold on SQLite',
        'Success downgrade 4_20260104000000_posts.yaml')
build.saysNoStackTrace()
