package org.robotoverlord.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.Eventually;
import org.robotoverlord.changelog.plan.Direction;

/** Runs die on a database of a server. */
abstract class ServerCrashes extends Crashes {
    @Test
    void a_run_that_is_told_to_end_leaves_no_server_at_work() throws Exception {
        ServerSubject server = subject.server().orElseThrow();
        Path location = Files.createDirectories(folder.resolve("endless"));
        Files.writeString(
                location.resolve("1_20260101000000_endless.yaml"),
                "changes:\n  - sql: {transactional: false, up: \"" + server.endless() + "\", down: none}\n");
        subject.makeAnew();
        Migration migration = new Migration(location, subject.migration().dialect());
        try (RunThere run = RunThere.start(migration, subject, Direction.UP, -1)) {
            long session = Long.parseLong(run.next().substring(Run.SESSION.length()));
            Eventually.is("the server is at work", () -> server.isAtWork(session));
            run.signal("TERM");
            assertThat(run.awaitEnd()).contains("told to end").doesNotContain("Exception");
            Eventually.is("the server is at rest", () -> !server.isConnected(session));
        }
    }
}
