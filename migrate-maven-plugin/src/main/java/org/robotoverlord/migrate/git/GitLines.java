package org.robotoverlord.migrate.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.robotoverlord.changelog.Whose;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.history.Fork;

/**
 * Lets the lines of changelogs move that others haven't got yet, as git knows it. The branch that all work goes into tells best: what
 * the remote calls its HEAD. Where that has all or none of the lines, the upstream of this branch and the other side of a merge or
 * rebase in progress are asked, and have to agree. Where there is no repository, or it tells nothing, this has no opinion.
 */
public final class GitLines implements Whose {
    private final Path location;
    private final Consumer<String> tell;

    /**
     * @param location the folder of the changelogs
     * @param tell takes a line that says what was found
     */
    public GitLines(Path location, Consumer<String> tell) {
        this.location = location;
        this.tell = tell;
    }

    @Override
    public Optional<List<List<Changelog>>> order(Fork fork) {
        try {
            FileRepositoryBuilder builder = new FileRepositoryBuilder()
                    .setMustExist(true)
                    .findGitDir(location.toRealPath().toFile());
            if (builder.getGitDir() == null) {
                return Optional.empty();
            }
            try (Repository repository = builder.build()) {
                return order(fork, new Sides(repository, location.toRealPath()));
            }
        } catch (IOException | RuntimeException unreadable) {
            // What git can't say, somebody is asked.
            return Optional.empty();
        }
    }

    private Optional<List<List<Changelog>>> order(Fork fork, Sides sides) throws IOException {
        Optional<List<List<Changelog>>> main = opinion(fork, sides.main());
        if (main.isPresent()) {
            return main;
        }
        Optional<List<List<Changelog>>> upstream = opinion(fork, sides.upstream());
        Optional<List<List<Changelog>>> other = opinion(fork, sides.other());
        boolean agree = upstream.isEmpty() || other.isEmpty() || upstream.equals(other);
        return agree ? upstream.or(() -> other) : Optional.empty();
    }

    /** The one line that a side has, and then those that it hasn't; empty where it has another number of them. */
    private Optional<List<List<Changelog>>> opinion(Fork fork, Optional<Side> side) throws IOException {
        if (side.isEmpty()) {
            return Optional.empty();
        }
        List<List<Changelog>> there = new ArrayList<>();
        List<List<Changelog>> missing = new ArrayList<>();
        for (List<Changelog> line : fork.lines()) {
            boolean has = side.get().has(line.get(0).id().fileName());
            (has ? there : missing).add(line);
        }
        if (there.size() != 1) {
            return Optional.empty();
        }
        tell.accept("Git's " + side.get().name() + " has " + ids(there.get(0)) + "; what it hasn't got moves");
        there.addAll(missing);
        return Optional.of(there);
    }

    private static String ids(List<Changelog> line) {
        return line.stream().map(changelog -> changelog.id().toString()).collect(Collectors.joining(", "));
    }
}
