package org.robotoverlord.migrate.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.PlannedChangelog;

class RunProgressTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();

    private static PlannedChangelog changelog(String id) {
        return changelog(id, Direction.UP);
    }

    private static PlannedChangelog changelog(String id, Direction direction) {
        ChangelogFile file = new ChangelogFile(ChangelogId.parse(id).orElseThrow(), id + ".yaml", new byte[0]);
        return new PlannedChangelog(file, direction, List.of(), List.of(), false, 0, Optional.empty());
    }

    private RunProgress progress(Bar bar) {
        return new RunProgress("upgrade", told::add, line -> told.add("WARNING " + line), bar);
    }

    private static void run(RunProgress progress, CountDownLatch shown) throws InterruptedException {
        progress.begin(2);
        progress.begin(changelog("1_20260524193000_init"));
        progress.done(changelog("1_20260524193000_init"));
        progress.begin(changelog("2_20260525081500_more"));
        assertThat(shown.await(60, TimeUnit.SECONDS)).isTrue();
        progress.done(changelog("2_20260525081500_more"));
        progress.end();
    }

    @Test
    void says_each_success_and_nothing_else_where_work_is_short() throws Exception {
        run(progress(Bar.NONE), new CountDownLatch(0));

        assertThat(told)
                .containsExactly(
                        "Success upgrade 1_20260524193000_init.yaml", "Success upgrade 2_20260525081500_more.yaml");
    }

    @Test
    void says_nothing_of_what_has_to_be_finished_the_other_way_first() {
        RunProgress progress = progress(Bar.NONE);

        progress.done(changelog("1_20260524193000_init", Direction.DOWN));
        progress.done(changelog("1_20260524193000_init", Direction.UP));

        assertThat(told).containsExactly("Success upgrade 1_20260524193000_init.yaml");
    }

    @Test
    void says_how_far_it_is_where_work_is_long_and_there_is_no_terminal() throws Exception {
        CountDownLatch two = new CountDownLatch(2);
        RunProgress progress = new RunProgress(
                "upgrade",
                line -> {
                    told.add(line);
                    two.countDown();
                },
                line -> {},
                Bar.NONE);

        run(progress, two);

        assertThat(told).hasSize(3).element(1).asString().startsWith("1 of 2 done, at 2_20260525081500_more.yaml");
    }

    @Test
    void draws_in_a_terminal_and_clears_the_line_before_another() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        PrintStream terminal = new PrintStream(drawn, true, StandardCharsets.UTF_8) {
            @Override
            public void flush() {
                super.flush();
                if (drawn.toString(StandardCharsets.UTF_8).contains("1/2")) {
                    seen.countDown();
                }
            }
        };

        run(progress(new Bar(terminal)), seen);

        assertThat(told).hasSize(2);
        assertThat(drawn.toString(StandardCharsets.UTF_8))
                .contains("[===============               ] 1/2 2_20260525081500_more.yaml")
                .endsWith("\r\033[K");
    }

    @Test
    void says_who_is_waited_for_and_what_is_to_be_noticed() {
        RunProgress progress = progress(Bar.NONE);

        progress.waiting("robot on ci-3, pid 7", "", 60);
        progress.waiting("", "2 changelogs", 59);
        progress.note("the index is built again");
        assertThat(told)
                .containsExactly(
                        "Another run is at this database: robot on ci-3, pid 7; waiting for it, 60 s at the most, anew after each of its steps",
                        "Another run is at this database; it did 2 changelogs meanwhile; waiting for it, 59 s at the most, anew after each of its steps",
                        "WARNING the index is built again");
    }
}
