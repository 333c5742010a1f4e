package org.robotoverlord.changelog.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.robotoverlord.changelog.embedded.Sandbox.execute;
import static org.robotoverlord.changelog.embedded.Sandbox.query;
import static org.robotoverlord.changelog.embedded.Sandbox.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.robotoverlord.changelog.embedded.Sandbox.Running;
import org.robotoverlord.changelog.problem.Problem;

/** Root's ways to a server, each with a real one; an ordinary user's builds skip them, and have {@link Way#DIRECT} everywhere. */
class WayTest {
    /** Namespaces may be forbidden there, and PAM not be set up. */
    private static final Set<Way> CONTAINERS_LACK = Set.of(Way.UNSHARE, Way.RUNUSER);

    private Sandbox sandbox;
    private Path directory;

    @BeforeEach
    void lay() throws IOException {
        sandbox = new Sandbox();
        directory = sandbox.directory();
    }

    @AfterEach
    void clear() throws IOException {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DIRECT")
    void root_runs_a_server_as_someone_else(Way way) throws Exception {
        assumeWorks(way);
        EmbeddedPostgres left = EmbeddedPostgres.start(settings(directory), List.of(way));
        execute(left, "create table users as select 'Ada' as name");
        ProcessHandle server = PostmasterFile.in(directory.resolve("data"))
                .flatMap(PostmasterFile::server)
                .orElseThrow();

        Stop.stop(binaries(), way, server);

        assertThat(server.isAlive()).isFalse();
        assertThat(left.log()).content().endsWith("database system is shut down\n");
        left.close();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory), List.of(way))) {
            assertThat(query(postgres, "select name from users")).isEqualTo("Ada");
        }
        assertThat(PostmasterFile.in(directory.resolve("data"))).isEmpty();
        assertThat(User.owner(directory.resolve("data"))).isEqualTo(way.givesAway() ? "nobody" : "root");
    }

    @Test
    void ways_to_the_same_owner_stand_in_for_each_other() throws Exception {
        assumeWorks(Way.SETPRIV);
        assumeWorks(Way.SU);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory), List.of(Way.SETPRIV))) {
            execute(postgres, "create table users as select 'Ada' as name");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(directory), List.of(Way.UNSHARE, Way.SU))) {
            assertThat(query(postgres, "select name from users")).isEqualTo("Ada");
        }
    }

    @Test
    void data_of_another_way_is_told_and_left_alone() throws Exception {
        assumeWorks(Way.UNSHARE);
        assumeWorks(Way.SETPRIV);
        EmbeddedPostgres.start(settings(directory), List.of(Way.UNSHARE)).close();

        assertThatThrownBy(() -> EmbeddedPostgres.start(settings(directory), List.of(Way.SETPRIV)))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining(
                        "was made by root in a user namespace, so 'root' can't use it. Run robot:clean, or");

        EmbeddedPostgres.start(settings(directory), List.of(Way.UNSHARE)).close();
    }

    @Test
    void where_nobody_may_not_go_a_privilege_is_kept() throws Exception {
        assumeWorks(Way.SETPRIV_ANYWHERE);
        Path home = Files.createDirectory(
                sandbox.folder().resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        List<Way> ways = Way.ofThisProcess().subList(1, 5);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(home.resolve("data")), ways)) {
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void where_no_way_works_each_refusal_is_told() throws Exception {
        assumeTrue(User.current().root(), "root's ways need root");
        Path home = Files.createDirectory(
                sandbox.folder().resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

        assertThatThrownBy(
                        () -> EmbeddedPostgres.start(settings(home.resolve("data")), List.of(Way.SETPRIV, Way.RUNUSER)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("PostgreSQL can't be run by root, and root can't become another user here:")
                .hasMessageContaining("setpriv --reuid=65534 --regid=65534 --clear-groups: ")
                .hasMessageContaining("runuser -u nobody --: ")
                .hasMessageContaining("Run this as an ordinary user, or set the URL of a database");
    }

    @Test
    void an_ordinary_user_runs_it_directly_and_is_kept_apart_from_root() throws Exception {
        assumeWorks(Way.SETPRIV);
        assumeWorks(Way.UNSHARE);
        Path roots = sandbox.directory();
        EmbeddedPostgres.start(settings(roots)).close();
        Path project = Files.createDirectory(sandbox.folder().resolve("project"));
        Files.setAttribute(project, "unix:uid", Way.NOBODYS_ID);
        Path theirs = project.resolve("target/robot/models");
        List<String> ordinary = Way.SETPRIV.wrap(List.of());

        Running first = sandbox.launchAs(ordinary, theirs);
        execute(first.url(), "create table users ()");
        first.finish();
        first.lineWith("closed");
        assertThat(sandbox.launchAs(ordinary, roots).lineWith("UnusableData"))
                .contains("'" + roots + "' was made by root in a user namespace, so 'nobody' can't use it.");
        assertThatThrownBy(() -> EmbeddedPostgres.start(settings(theirs)))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("was made by user nobody, so 'root' can't use it.");
    }

    @Test
    void data_of_a_way_that_works_no_more_is_told() throws Exception {
        assumeWorks(Way.SETPRIV);
        EmbeddedPostgres.start(settings(directory), List.of(Way.SETPRIV)).close();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(settings(directory), List.of(Way.UNSHARE, Way.SETPRIV)))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("was made by nobody, and that doesn't work here any more:\n    setpriv --reuid=")
                .hasMessageContaining("Run robot:clean, or delete the directory '" + directory + "'");
    }

    @Test
    void words_of_a_command_reach_su_whole() {
        assertThat(Way.SU.wrap(List.of("echo", "it's", "a b")))
                .containsExactly("su", "-s", "/bin/sh", "nobody", "-c", "exec 'echo' 'it'\\''s' 'a b'");
    }

    /**
     * Skips where an ordinary user runs this or the machine lacks the way. In CI, where nobody looks at what was skipped, a way that
     * doesn't work is a failure, or is told loudly where it is one of those that a container may lack.
     */
    private static void assumeWorks(Way way) {
        assumeTrue(User.current().root(), "root's ways need root");
        Command.Result tried = Command.run(way.wrap(List.of("true")));
        if (!tried.ok() && inCi()) {
            String told = way + " doesn't work on this machine, so it isn't tested: " + tried;
            if (!CONTAINERS_LACK.contains(way)) {
                fail(told);
            }
            System.err.println("WARNING: " + told);
        }
        assumeTrue(tried.ok(), () -> way + " doesn't work on this machine");
    }

    private static boolean inCi() {
        String ci = System.getenv("CI");
        return ci != null && !ci.isBlank() && !ci.equals("false");
    }

    private static Binaries binaries() {
        Settings settings = settings(Path.of("unused"));
        return Binaries.unpacked(settings.binaries(), BinariesCache.ofThisUser(), settings.tell());
    }
}
