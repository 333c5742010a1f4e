package org.robotoverlord.migrate.git;

import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A commit that others share, and which changelogs are in it. */
final class Side {
    private final Repository repository;
    private final String name;
    private final RevTree tree;
    private final String folder;

    /**
     * @param name what a person calls the commit
     * @param folder the folder of the changelogs in the repository, with a slash at its end; empty text for its root
     */
    Side(Repository repository, String name, ObjectId commit, String folder) throws IOException {
        this.repository = repository;
        this.name = name;
        this.folder = folder;
        try (RevWalk walk = new RevWalk(repository)) {
            this.tree = walk.parseCommit(commit).getTree();
        }
    }

    String name() {
        return name;
    }

    boolean has(String fileName) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(repository, folder + fileName, tree)) {
            return found != null;
        }
    }
}
