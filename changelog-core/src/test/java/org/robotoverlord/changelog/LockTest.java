package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.dialect.Patience;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;

/** One run at a time on a database. */
class LockTest {
    private static final String USERS = "- createTable: {name: users, columns: {id: bigint}, primaryKey: [id]}";

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(folder).changelog(1, "init", USERS);
    }

    @Test
    void many_runs_at_once_on_an_empty_database_apply_everything_once() throws Exception {
        for (int number = 2; number <= 6; number++) {
            project.changelog(number, "t" + number, "- createTable: {name: t" + number + ", columns: {id: bigint}}");
        }
        int runs = 8;
        ExecutorService threads = Executors.newFixedThreadPool(runs);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                tasks.add(() -> project.upgrade().changelogs().size());
            }
            List<Integer> applied = new ArrayList<>();
            for (Future<Integer> task : threads.invokeAll(tasks)) {
                applied.add(task.get());
            }
            assertThat(applied).containsOnly(0, 6).containsOnlyOnce(6);
        } finally {
            threads.shutdownNow();
        }
        assertThat(project.rows()).hasSize(6);
    }

    @Test
    void who_waits_is_told_who_works_and_gives_up_in_the_end() throws Exception {
        project.withPatience(Patience.trying(Duration.ofMillis(300)));
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> holder = thread.submit(() -> {
                try (Database database = project.database()) {
                    project.robot().upgrade(database, Target.USUAL, holding(working, enough));
                }
            });
            working.await();
            List<String> told = new ArrayList<>();
            try (Database database = project.database()) {
                assertThatThrownBy(() -> project.robot().upgrade(database, Target.USUAL, noting(told)))
                        .hasMessageContaining("another run has been at this database for longer than")
                        .hasMessageContaining("robot")
                        .hasMessageContaining("127.0.0.1")
                        .hasMessageContaining("pid");
            }
            assertThat(told).hasSize(1);
            enough.countDown();
            holder.get();
        } finally {
            enough.countDown();
            thread.shutdownNow();
        }
        assertThat(project.upgrade().isEmpty()).isTrue();
    }

    @Test
    void who_is_interrupted_while_waiting_gives_up() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> holder = thread.submit(() -> {
                try (Database database = project.database()) {
                    project.robot().upgrade(database, Target.USUAL, holding(working, enough));
                }
            });
            working.await();
            Progress interrupting = new Progress() {
                @Override
                public void waiting(String holder, String done, long seconds) {
                    Thread.currentThread().interrupt();
                }
            };
            try (Database database = project.database()) {
                assertThatThrownBy(() -> project.robot().upgrade(database, Target.USUAL, interrupting))
                        .hasMessageContaining("was interrupted");
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            enough.countDown();
            holder.get();
        } finally {
            enough.countDown();
            thread.shutdownNow();
        }
    }

    @Test
    void a_run_that_waits_is_in_the_way_of_nobody_who_makes_an_index() throws Exception {
        project.execute("create table accounts (id int)");
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Future<?> holder = threads.submit(() -> {
                try (Database database = project.database()) {
                    project.robot().upgrade(database, Target.USUAL, holding(working, enough));
                }
            });
            working.await();
            Progress noticing = new Progress() {
                @Override
                public void waiting(String holder, String done, long seconds) {
                    waiting.countDown();
                }
            };
            Future<?> other = threads.submit(() -> {
                try (Database database = project.database()) {
                    project.robot().upgrade(database, Target.USUAL, noticing);
                }
            });
            waiting.await();
            try (OtherProgram application = OtherProgram.at(project)) {
                application.runs("set statement_timeout to '20s'");
                application.runs("create index concurrently on accounts (id)");
            }
            enough.countDown();
            holder.get();
            other.get();
        } finally {
            enough.countDown();
            threads.shutdownNow();
        }
        assertThat(project.rows()).containsExactly("1 1 1");
    }

    @Test
    void who_waits_has_patience_with_a_run_that_gets_further() throws Exception {
        int changelogs = 12;
        for (int number = 2; number <= changelogs; number++) {
            project.changelog(
                    number,
                    "t" + number,
                    "- createTable: {name: t" + number + ", columns: {id: bigint}}\n"
                            + "- sql: {up: select pg_sleep(0.25), down: none}");
        }
        CountDownLatch working = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> holder = thread.submit(() -> {
                try (Database database = project.database()) {
                    project.robot().upgrade(database, Target.USUAL, holding(working, new CountDownLatch(0)));
                }
            });
            working.await();
            project.withPatience(Patience.trying(Duration.ofSeconds(2)));
            assertThat(project.upgrade().isEmpty()).isTrue();
            holder.get();
        } finally {
            thread.shutdownNow();
        }
        assertThat(project.rows()).hasSize(changelogs);
    }

    @Test
    void a_dead_holder_blocks_nobody() {
        assertThatThrownBy(() -> {
                    try (Database database = project.database()) {
                        project.robot().upgrade(database, Target.USUAL, killing());
                    }
                })
                .isInstanceOf(RuntimeException.class);
        assertThat(project.upgrade().changelogs()).hasSize(1);
    }

    @Test
    void nothing_is_taken_back_that_nobody_consented_to() {
        project.upgrade();
        project.changelog(2, "more", "- createTable: {name: more, columns: {id: bigint}}");
        List<List<Long>> asked = new ArrayList<>();
        Predicate<Plan> consent = plan -> {
            asked.add(plan.changelogs().stream()
                    .map(changelog -> changelog.file().id().number())
                    .toList());
            // Meanwhile somebody applies the next one, which makes that the newest.
            project.upgrade();
            return asked.size() == 1;
        };
        try (Database database = project.database()) {
            assertThat(project.robot()
                            .downgrade(database, Target.USUAL, consent, Progress.NONE)
                            .isEmpty())
                    .isTrue();
        }
        assertThat(asked).containsExactly(List.of(1L), List.of(2L));
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
    }

    private static Progress holding(CountDownLatch working, CountDownLatch enough) {
        return new Progress() {
            @Override
            public void begin(PlannedChangelog changelog) {
                working.countDown();
                try {
                    enough.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    private static Progress noting(List<String> told) {
        return new Progress() {
            @Override
            public void waiting(String holder, String done, long seconds) {
                told.add(holder);
            }
        };
    }

    private Progress killing() {
        return new Progress() {
            @Override
            public void begin(PlannedChangelog changelog) {
                project.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = 'robot' and datname = current_database()");
            }
        };
    }
}
