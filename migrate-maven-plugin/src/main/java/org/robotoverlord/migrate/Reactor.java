package org.robotoverlord.migrate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * What the modules of one build know together: whether any of them has something for a goal that was typed, and what they report.
 * Modules may be built at
 * once, each with a class loader of its own, so this is kept in Maven's session, in types of Java's own.
 */
final class Reactor {
    private static final String FOUND = "\0found";
    private static final String REPORTS = ":reports";

    private final MavenSession session;
    private final MavenProject module;
    private final String key;

    /**
     * @param session the build
     * @param module the one of its modules that the goal acts in
     * @param goal what was typed
     */
    Reactor(MavenSession session, MavenProject module, String goal) {
        this.session = session;
        this.module = module;
        this.key = Reactor.class.getName() + ":" + goal;
    }

    /** Notes that the module has something to work with. */
    void found() {
        notes().put(FOUND, Set.of());
    }

    /**
     * Notes that the module has nothing to work with.
     *
     * @param apps the names of its apps
     * @return whether it is the last one, and none had
     */
    boolean nowhere(Set<String> apps) {
        Map<String, Set<String>> notes = notes();
        notes.put(module.getId(), Set.copyOf(apps));
        return session.getProjects().stream().allMatch(each -> notes.containsKey(each.getId()))
                && !notes.containsKey(FOUND);
    }

    /** Whether the build is of this module alone. */
    boolean isOneModule() {
        return session.getProjects().size() == 1;
    }

    /** The names of all apps of modules that had nothing. */
    Set<String> apps() {
        Set<String> all = new TreeSet<>();
        notes().values().forEach(all::addAll);
        return all;
    }

    /**
     * Adds a module's report to those of the others.
     *
     * @param execution tells executions of one module apart
     * @param own this module's
     * @param all takes all there are by now, one module at a time
     */
    @SuppressWarnings("unchecked")
    void report(String execution, String own, Consumer<Collection<String>> all) {
        SessionData data = session.getRepositorySession().getData();
        data.set(key + REPORTS, null, new ConcurrentSkipListMap<String, String>());
        Map<String, String> reports = (Map<String, String>) data.get(key + REPORTS);
        synchronized (reports) {
            reports.put(module.getId() + " " + execution, own);
            all.accept(List.copyOf(reports.values()));
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Set<String>> notes() {
        SessionData data = session.getRepositorySession().getData();
        data.set(key, null, new ConcurrentHashMap<String, Set<String>>());
        return (Map<String, Set<String>>) data.get(key);
    }
}
