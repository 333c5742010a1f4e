package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.dialect.Patience;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;

/** What {@link LockWaitTest} shows of PostgreSQL, as far as the other databases have it. */
class LocksElsewhereTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String ADDING = "- addColumn: {table: users, column: {bio: text}}";

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> told = new ArrayList<>();

    static Stream<String> servers() {
        return Stream.concat(
                TestMysql.majors().stream()
                        .filter(major -> major != TestMysql.OLD_MARIADB)
                        .map(TestMysql::freshDatabase),
                Stream.of("jdbc:h2:mem:locks" + System.nanoTime() + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"));
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private Project project(String url) {
        Project project = Project.on(folder, url)
                .changelog(1, "init", "- createTable: {name: users, columns: {id: bigint, email: text}}");
        project.upgrade();
        return project;
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_gives_way_is_tried_again_and_says_who_is_in_the_way(String url) throws Exception {
        Project project = project(url).changelog(2, "more", ADDING);
        try (OtherProgram application = OtherProgram.at(project)) {
            application.begins("insert into users (id) values (1)");
            Future<Plan> run = threads.submit(() -> upgrade(project, new Patience(SHORT, LONG, Optional.empty())));
            Eventually.is("it was tried", () -> !told().isEmpty());
            assertThat(told().get(0))
                    .contains("2_20260524193000_more waits for a lock: ")
                    .contains("session " + (url.contains(":h2:") ? application.session() : "of user robot"))
                    .contains(String.valueOf(application.session()))
                    .contains("; trying again in ");
            application.commits();
            assertThat(run.get(1, TimeUnit.MINUTES).changelogs()).hasSize(1);
            assertThat(project.query("select bio from users")).hasSize(1);
            assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_statement_takes_no_longer_than_it_may(String url) throws Exception {
        Project project = project(url);
        String slow = url.contains(":h2:")
                ? "create table slow as select count(*) as n from system_range(1, 100000), system_range(1, 100000)"
                : "create table slow as select count(*) as n from information_schema.columns a, information_schema.columns b,"
                        + " information_schema.columns c";
        project.changelog(2, "slow", "- sql: {transactional: false, up: \"" + slow + "\", down: drop table slow}");
        assertThatThrownBy(() -> upgrade(project, new Patience(SHORT, LONG, Optional.of(SHORT))))
                .hasMessageContaining("A statement may take 1.0 s; give it more with -Drobot.statementTimeout");
    }

    @Test
    void on_sqlite_whoever_has_the_file_to_himself_is_waited_for() throws Exception {
        Project project = project("jdbc:sqlite:" + folder.resolve("shop.db")).changelog(2, "more", ADDING);
        try (OtherProgram application = OtherProgram.at(project)) {
            application.runs("begin exclusive");
            Future<Plan> run = threads.submit(
                    () -> upgrade(project, new Patience(Duration.ofMillis(100), LONG, Optional.empty())));
            Eventually.is("it was tried twice", () -> told().size() > 1);
            assertThat(told().get(1)).startsWith("the migration table waits for a lock of a session that isn't known");
            application.runs("commit");
            assertThat(run.get(1, TimeUnit.MINUTES).changelogs()).hasSize(1);
        }
    }

    @Test
    void on_sqlite_a_statement_takes_no_longer_than_it_may() {
        Project project = project("jdbc:sqlite:" + folder.resolve("shop.db"));
        project.changelog(
                2,
                "slow",
                "- sql: {up: \"insert into users (id) with recursive n (i) as (select 1 union all select i + 1 from n)"
                        + " select i from n\", down: none}");
        assertThatThrownBy(() -> upgrade(project, new Patience(SHORT, LONG, Optional.of(SHORT))))
                .hasMessageContaining("A statement may take 1.0 s; give it more with -Drobot.statementTimeout");
    }

    private Plan upgrade(Project project, Patience patience) {
        project.withPatience(patience);
        try (Database database = project.database()) {
            return project.robot().upgrade(database, Target.USUAL, new Progress() {
                @Override
                public void note(String text) {
                    synchronized (told) {
                        told.add(text);
                    }
                }
            });
        }
    }

    private List<String> told() {
        synchronized (told) {
            return List.copyOf(told);
        }
    }
}
