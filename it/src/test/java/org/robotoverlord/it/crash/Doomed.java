package org.robotoverlord.it.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Progress;

/** A process that is started to be killed: its run stops where it is told to, and says so on standard output. */
final class Doomed {
    static final String ENDING = "ending";

    private static final BufferedReader IN =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private static final Progress TELLING = new Progress() {
        @Override
        public void note(String text) {
            say(text);
        }
    };

    private Doomed() {}

    /** Its work comes as lines: the folder of changelogs, the dialect, the query for the session's number, the URL, the direction, the statement. */
    public static void main(String[] none) throws SQLException {
        // What is needed later is there already.
        Dialects.named("postgresql");
        Migration migration = new Migration(Path.of(heard()), heard());
        String numbering = heard();
        Connection connection = DriverManager.getConnection(heard());
        Direction direction = Direction.valueOf(heard());
        Stop stop = new Stop(Integer.parseInt(heard()), Doomed::say, Doomed::heard);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> say(ENDING)));
        say(Run.SESSION + Subject.session(connection, numbering));
        try {
            migration.run(direction, Watched.of(connection, stop), TELLING);
            say(Run.OVER);
        } catch (Problem told) {
            say(Run.OVER + " " + told.getMessage().replace('\n', ' '));
            System.exit(1);
        }
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }

    private static String heard() {
        try {
            String line = IN.readLine();
            if (line == null) {
                // Nobody is there any more.
                Runtime.getRuntime().halt(1);
            }
            return line;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
