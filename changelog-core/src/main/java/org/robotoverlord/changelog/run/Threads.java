package org.robotoverlord.changelog.run;

import java.util.concurrent.ThreadFactory;

/** Threads that nobody waits for when the program ends. */
final class Threads {
    private Threads() {}

    /** Makes them, with a name to be found by. */
    static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
