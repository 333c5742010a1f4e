package org.robotoverlord.migrate.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.CreateBranchCommand.SetupUpstreamMode;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ChangelogReader;
import org.robotoverlord.changelog.history.Fork;

/** What git knows of two lines: who has which. */
class GitLinesTest {
    private static final String FIRST = "1_20260524193000_users";
    private static final String THEIRS = "2_20260525100000_bio";
    private static final String MINE = "2_20260525110000_teams";

    @TempDir
    private Path folder;

    private Path clone;
    private Git git;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void cloneWithTwoBranches() throws Exception {
        Path origin = folder.resolve("origin.git");
        Git.init()
                .setBare(true)
                .setInitialBranch("main")
                .setDirectory(origin.toFile())
                .call()
                .close();
        clone = folder.resolve("clone");
        git = Git.init().setInitialBranch("main").setDirectory(clone.toFile()).call();
        git.getRepository().getConfig().setString("user", null, "name", "tester");
        git.getRepository().getConfig().setString("user", null, "email", "tester@example.org");
        git.remoteAdd()
                .setName("origin")
                .setUri(new URIish(origin.toUri().toString()))
                .call();
        commit(FIRST);
        git.branchCreate().setName("feature").call();
        commit(THEIRS);
        push("main");
        git.checkout().setName("feature").call();
        commit(MINE);
    }

    @AfterEach
    void close() {
        git.close();
    }

    private Path location() {
        return clone.resolve("app/migrations/models");
    }

    private void commit(String id) throws IOException, GitAPIException {
        Files.createDirectories(location());
        Files.writeString(location().resolve(id + ".yaml"), "changes: []\n");
        git.add().addFilepattern(".").call();
        git.commit().setSign(false).setMessage(id).call();
    }

    private void push(String branch) throws GitAPIException {
        git.push().setRemote("origin").add(branch).call();
        git.fetch().setRemote("origin").call();
    }

    private void track(String branch, String remote) throws IOException {
        var config = git.getRepository().getConfig();
        config.setString("branch", branch, "remote", "origin");
        config.setString("branch", branch, "merge", "refs/heads/" + remote);
        config.save();
    }

    private void remoteHead(String branch) throws IOException {
        RefUpdate head = git.getRepository().updateRef("refs/remotes/origin/HEAD");
        head.link("refs/remotes/origin/" + branch);
    }

    private void merge(String branch) throws Exception {
        ObjectId other = git.getRepository().resolve(branch);
        git.merge()
                .include(other)
                .setFastForward(FastForwardMode.NO_FF)
                .setMessage("merge")
                .call();
    }

    private static Changelog log(String id, String parent) {
        return ChangelogReader.read(
                ChangelogId.parse(id).orElseThrow(),
                id,
                ("parent: " + parent + "\nchanges: []\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Fork fork(String... ids) {
        List<List<Changelog>> lines = new ArrayList<>();
        for (String id : ids) {
            lines.add(List.of(log(id, FIRST)));
        }
        return new Fork(Fork.Kind.PARENT, List.of(log(FIRST, "1_20260524193000_none")), lines);
    }

    private Optional<List<String>> order(Path place, String... ids) {
        return new GitLines(place, told::add)
                .order(fork(ids))
                .map(lines ->
                        lines.stream().map(line -> line.get(0).id().toString()).toList());
    }

    private Optional<List<String>> order() {
        return order(location(), THEIRS, MINE);
    }

    @Test
    void what_the_upstream_has_not_got_moves() throws Exception {
        merge("main");
        assertThat(order()).isEmpty();
        track("feature", "main");
        assertThat(order()).contains(List.of(THEIRS, MINE));
        assertThat(told).containsExactly("Git's origin/main has " + THEIRS + "; what it hasn't got moves");
    }

    @Test
    void the_branch_that_all_work_goes_into_tells_more_than_the_branch_that_was_pushed() throws Exception {
        push("feature");
        track("feature", "feature");
        merge("main");
        assertThat(order()).contains(List.of(MINE, THEIRS));
        remoteHead("main");
        assertThat(order()).contains(List.of(THEIRS, MINE));
    }

    @Test
    void in_a_merge_the_other_side_stays() throws Exception {
        ObjectId main = git.getRepository().resolve("main");
        git.merge()
                .include(main)
                .setCommit(false)
                .setFastForward(FastForwardMode.NO_FF)
                .call();
        assertThat(git.getRepository().readMergeHeads()).hasSize(1);
        assertThat(order()).contains(List.of(THEIRS, MINE));
        push("feature");
        track("feature", "feature");
        assertThat(order()).as("they don't agree").isEmpty();
    }

    @Test
    void in_a_rebase_what_it_goes_onto_stays() throws Exception {
        Path state = Files.createDirectory(clone.resolve(".git/rebase-merge"));
        Files.writeString(
                state.resolve("onto"), git.getRepository().resolve("main").name() + "\n");
        Files.writeString(state.resolve("head-name"), "refs/heads/feature\n");
        assertThat(order()).contains(List.of(THEIRS, MINE));
    }

    @Test
    void of_three_lines_those_move_that_it_has_not_got() throws Exception {
        commit("2_20260525120000_nick");
        track("feature", "main");
        assertThat(order(location(), MINE, THEIRS, "2_20260525120000_nick"))
                .contains(List.of(THEIRS, MINE, "2_20260525120000_nick"));
    }

    @Test
    void a_linked_worktree_and_a_shallow_clone_are_read_too() throws Exception {
        Path shallow = folder.resolve("shallow");
        try (Git other = Git.cloneRepository()
                .setURI(folder.resolve("origin.git").toUri().toString())
                .setDepth(1)
                .setDirectory(shallow.toFile())
                .call()) {
            other.branchCreate()
                    .setName("work")
                    .setUpstreamMode(SetupUpstreamMode.TRACK)
                    .setStartPoint("origin/main")
                    .call();
            Files.writeString(shallow.resolve("app/migrations/models").resolve(MINE + ".yaml"), "changes: []\n");
            assertThat(order(shallow.resolve("app/migrations/models"), MINE, THEIRS))
                    .contains(List.of(THEIRS, MINE));
        }
        track("feature", "main");
        Path linked = folder.resolve("linked");
        Path own = Files.createDirectories(clone.resolve(".git/worktrees/linked"));
        Files.writeString(own.resolve("HEAD"), "ref: refs/heads/feature\n");
        Files.writeString(own.resolve("commondir"), "../..\n");
        Files.writeString(own.resolve("gitdir"), linked.resolve(".git") + "\n");
        Files.createDirectories(linked.resolve("app/migrations/models"));
        Files.writeString(linked.resolve(".git"), "gitdir: " + own + "\n");
        assertThat(order(linked.resolve("app/migrations/models"), THEIRS, MINE)).contains(List.of(THEIRS, MINE));
    }

    @Test
    void where_there_is_no_repository_it_has_no_opinion() throws Exception {
        Path none = Files.createDirectories(folder.resolve("none"));
        assertThat(order(none, THEIRS, MINE)).isEmpty();
        assertThat(order(folder.resolve("gone"), THEIRS, MINE)).isEmpty();
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve(".git"), "gitdir: nowhere\n");
        assertThat(order(broken, THEIRS, MINE)).isEmpty();
        Path empty = folder.resolve("empty");
        Git.init().setDirectory(empty.toFile()).call().close();
        assertThat(order(empty, THEIRS, MINE)).isEmpty();
        assertThat(told).isEmpty();
    }
}
