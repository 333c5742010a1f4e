package org.robotoverlord.migrate.connection;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.robotoverlord.changelog.problem.Problem;

/** Fetches JDBC drivers, with what they need, as Maven fetches any dependency: each where a database of its kind is first opened. */
public final class Drivers {
    /** Nobody fetches any. */
    public static final Drivers NONE = new Drivers(() -> null, null, List.of());

    /** A driver may load a library of the machine's, which can be loaded once. */
    private static final Map<String, ClassLoader> LOADED = new ConcurrentHashMap<>();

    private final Supplier<RepositorySystem> repositories;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> remotes;

    public Drivers(
            Supplier<RepositorySystem> repositories, RepositorySystemSession session, List<RemoteRepository> remotes) {
        this.repositories = repositories;
        this.session = session;
        this.remotes = List.copyOf(remotes);
    }

    /**
     * What loads a driver.
     *
     * @param coordinates {@code group:artifact:version}
     * @throws Problem if it isn't here and can't be had
     */
    ClassLoader loader(String coordinates) {
        return LOADED.computeIfAbsent(
                coordinates,
                wanted -> new URLClassLoader(
                        "driver " + wanted, jars(wanted).toArray(URL[]::new), Drivers.class.getClassLoader()));
    }

    private List<URL> jars(String coordinates) {
        // Not the root: what is optional to that would be fetched, too.
        Dependency driver = new Dependency(new DefaultArtifact(coordinates), "runtime");
        CollectRequest collected = new CollectRequest((Dependency) null, List.of(driver), remotes);
        try {
            List<URL> jars = new ArrayList<>();
            for (ArtifactResult result : repositories
                    .get()
                    .resolveDependencies(session, new DependencyRequest(collected, null))
                    .getArtifactResults()) {
                jars.add(url(result.getArtifact().getFile()));
            }
            return jars;
        } catch (DependencyResolutionException missing) {
            throw new Problem(
                    "the JDBC driver (" + coordinates + ") can't be fetched"
                            + (session.isOffline()
                                    ? ", as Maven is offline; run once without -o"
                                    : "; look at the network")
                            + ". Or add a driver to the <dependencies> of the plugin in pom.xml.",
                    missing);
        }
    }

    private static URL url(File jar) {
        try {
            return jar.toURI().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
