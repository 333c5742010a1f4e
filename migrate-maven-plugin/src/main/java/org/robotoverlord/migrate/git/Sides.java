package org.robotoverlord.migrate.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** The commits of a repository that tell what others have. */
final class Sides {
    private static final String HERE = ".";

    private final Repository repository;
    private final String folder;
    private final BranchConfig branch;

    /** @param location the folder of the changelogs, without links in it */
    Sides(Repository repository, Path location) throws IOException {
        this.repository = repository;
        String path = repository
                .getWorkTree()
                .toPath()
                .toRealPath()
                .relativize(location)
                .toString()
                .replace('\\', '/');
        this.folder = path.isEmpty() ? "" : path + "/";
        this.branch = new BranchConfig(repository.getConfig(), name());
    }

    /** The name of the branch: while it is being rebased, of that which will be. */
    private String name() throws IOException {
        return rebasing("head-name").map(Repository::shortenRefName).orElse(String.valueOf(repository.getBranch()));
    }

    /** The branch that all work goes into, as the remote says. */
    Optional<Side> main() throws IOException {
        String remote = Optional.ofNullable(branch.getRemote())
                .filter(name -> !name.equals(HERE))
                .orElse(Constants.DEFAULT_REMOTE_NAME);
        return side(Constants.R_REMOTES + remote + "/" + Constants.HEAD);
    }

    /** What this branch is pushed to or pulled from. */
    Optional<Side> upstream() throws IOException {
        String tracked = branch.getTrackingBranch();
        return tracked == null ? Optional.empty() : side(tracked);
    }

    /** The side that is merged in, or that this branch is put after. */
    Optional<Side> other() throws IOException {
        List<ObjectId> heads = repository.readMergeHeads();
        if (heads != null && heads.size() == 1) {
            return Optional.of(new Side(repository, Constants.MERGE_HEAD, heads.get(0), folder));
        }
        Optional<String> onto = rebasing("onto");
        return onto.isEmpty()
                ? Optional.empty()
                : Optional.of(new Side(repository, "rebase onto", ObjectId.fromString(onto.get()), folder));
    }

    private Optional<String> rebasing(String file) throws IOException {
        for (String state : List.of("rebase-merge", "rebase-apply")) {
            Path path = repository.getDirectory().toPath().resolve(state).resolve(file);
            if (Files.isRegularFile(path)) {
                return Optional.of(Files.readString(path).strip());
            }
        }
        return Optional.empty();
    }

    private Optional<Side> side(String name) throws IOException {
        Ref ref = repository.exactRef(name);
        ObjectId commit = ref == null ? null : ref.getObjectId();
        return commit == null
                ? Optional.empty()
                : Optional.of(new Side(
                        repository, Repository.shortenRefName(ref.getLeaf().getName()), commit, folder));
    }
}
