import org.robotoverlord.it.build.Build

def build = new Build(basedir)

build.says('Using the MultiThreadedBuilder implementation with a thread count of 2')
build.neverSays('not marked @threadSafe', 'not marked as thread-safe')
for (name in ['one', 'two', 'three']) {
    def module = build.project(name)
    assert module.tables() == ['posts', 'users']
    assert module.history().size() == 2
}
