package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.dialect.Access;
import org.robotoverlord.changelog.dialect.Patience;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;

/** Whoever waits for a run that takes a backup has patience with it for as long as the backup grows. */
class BackupWaitTest {
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    @TempDir
    private Path folder;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private String url;
    private Project project;

    @BeforeEach
    void makeProject() {
        url = TestPostgres.freshDatabase();
        project = Project.on(folder, url).changelog(1, "init", "- createTable: {name: users, columns: {id: bigint}}");
    }

    @AfterEach
    void endThread() {
        thread.shutdownNow();
    }

    /** A pg_dump that does something with the file that it is to write. */
    private Path program(String script) throws IOException {
        String versions = "#!/bin/sh\ncase \"$1\" in --version) echo 'pg_dump (PostgreSQL) 99.1'; exit;; esac\n";
        write("pg_restore", "#!/bin/sh\necho 'TOC Entries: 1'\n");
        return write("pg_dump", versions + "file=$(echo \"$4\" | sed s/--file=//)\n" + script + "\n");
    }

    private Path write(String name, String script) throws IOException {
        Path program = Files.writeString(folder.resolve(name), script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }

    private Future<?> upgrade(Path program) {
        return thread.submit(() -> {
            try (Database database = project.database()) {
                Access access = new Access(url, Optional.empty(), Optional.empty());
                Path file = folder.resolve("shop.dump");
                Backup backup =
                        new Backup(database, access, Optional.of(program.toString()), file, "shop.dump", line -> {});
                project.robot().first(backup).upgrade(database, Target.USUAL, Progress.NONE);
                assertThat(database.texts("show application_name")).containsExactly(List.of("shop"));
            }
        });
    }

    private void awaitBackup(String shown) {
        Eventually.is(
                "a backup is taken",
                () -> !project.query(
                                "select 1 from pg_stat_activity where datname = current_database() and application_name like '"
                                        + shown + "'")
                        .isEmpty());
    }

    @Test
    void who_waits_for_a_backup_that_grows_gets_its_turn() throws Exception {
        url = url + "&ApplicationName=shop";
        project = Project.on(folder, url);
        Future<?> holder = upgrade(
                program(
                        "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do head -c 2000 /dev/zero >> \"$file\"; sleep 0.2; done"));
        awaitBackup("shop, backup of %");
        project.withPatience(Patience.trying(PATIENCE));

        assertThat(project.upgrade().isEmpty()).isTrue();

        holder.get();
        assertThat(folder.resolve("shop.dump")).hasSize(30_000);
    }

    @Test
    void who_waits_for_a_backup_that_stalls_is_told_what_is_in_the_way() throws Exception {
        url = url + "&ApplicationName=shop";
        project = Project.on(folder, url);
        Path enough = folder.resolve("enough");
        Future<?> holder =
                upgrade(program("echo begun > \"$file\"; while [ ! -e '" + enough + "' ]; do sleep 0.05; done"));
        awaitBackup("shop, backup of 1 kB");
        project.withPatience(Patience.trying(Duration.ofMillis(200)));
        try {
            assertThatThrownBy(project::upgrade)
                    .hasMessageContaining("without getting further: 'shop, backup of 1 kB' of user ");
        } finally {
            Files.createFile(enough);
        }
        holder.get();
        assertThat(project.tables()).containsExactly("users");
    }
}
