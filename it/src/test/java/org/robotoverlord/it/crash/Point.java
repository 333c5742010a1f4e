package org.robotoverlord.it.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.plan.Direction;

/**
 * A statement of a run.
 *
 * @param number its place, counted from 0
 * @param sql its text
 */
record Point(int number, String sql) {
    private static final Pattern LOOK = Pattern.compile("(?s)(select|set|show|pragma|with|do) .*");

    /** Those of an undisturbed run, in order. */
    static List<Point> of(Subject subject, Direction direction) throws SQLException {
        List<Point> points = new ArrayList<>();
        Watch noting = new Watch() {
            @Override
            public void before(int number, String sql, Connection real) {
                points.add(new Point(number, sql));
            }

            @Override
            public void after(int number, String sql, Connection real) {}
        };
        subject.migration().run(direction, Watched.of(DriverManager.getConnection(subject.url()), noting));
        return points;
    }

    /** Whether it changes nothing: it sets up the session, takes the lock or looks at what is there. */
    boolean onlyLooks() {
        return LOOK.matcher(sql.toLowerCase(Locale.ROOT)).matches();
    }

    /** As people read it. */
    String text() {
        String line = sql.replaceAll("\\s+", " ");
        return number + " (" + (line.length() > 90 ? line.substring(0, 90) + "…" : line) + ")";
    }
}
