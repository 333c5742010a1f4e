import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says('data would be lost:', 'drop table posts', '-DallowDataLoss', 'Success migrate 3_*_drop_posts.yaml')
build.saysNoStackTrace()
