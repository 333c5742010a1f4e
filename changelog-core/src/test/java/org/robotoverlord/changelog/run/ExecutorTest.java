package org.robotoverlord.changelog.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.Project;
import org.robotoverlord.changelog.plan.Target;

/** How commits wait for the disk; what else a run does is shown by {@code UpgradeTest}, {@code StepsTest} and their siblings. */
class ExecutorTest {
    private static final String NOTE = """
            - sql:
                up: insert into seen select current_setting('synchronous_commit'), pg_current_wal_insert_lsn()
                down: insert into seen select current_setting('synchronous_commit'), pg_current_wal_insert_lsn()
            """;

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(folder);
        project.execute("create table seen (commit text, wal pg_lsn)");
    }

    @Test
    void only_the_last_commit_of_a_run_waits_for_the_disk() {
        project.changelog(1, "one", NOTE).changelog(2, "two", NOTE).changelog(3, "three", NOTE);
        project.upgrade();
        assertThat(commits()).containsExactly("off", "off", "on");
        assertThat(onDisk()).containsExactly("t", "t", "t");
    }

    @Test
    void what_was_done_before_a_failure_is_on_the_disk_when_it_is_told() {
        project.changelog(1, "one", NOTE).changelog(2, "two", NOTE).changelog(3, "three", "- sql: {up: no sql}");
        assertThatThrownBy(project::upgrade).isInstanceOf(StatementFailed.class);
        assertThat(commits()).containsExactly("off", "off");
        assertThat(onDisk()).containsExactly("t", "t");
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
    }

    @Test
    void each_commit_of_a_downgrade_waits() {
        project.changelog(1, "one", NOTE).changelog(2, "two", NOTE);
        project.upgrade();
        project.execute("truncate seen");
        project.downgrade(Target.version("0"));
        assertThat(commits()).containsExactly("on", "on");
    }

    private java.util.List<String> commits() {
        return project.query("select commit from seen order by wal");
    }

    private java.util.List<String> onDisk() {
        return project.query("select wal < pg_current_wal_flush_lsn() from seen order by wal");
    }
}
