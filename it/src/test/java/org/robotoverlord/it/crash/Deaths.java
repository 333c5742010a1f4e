package org.robotoverlord.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.changelog.plan.Direction;

/**
 * Lets runs die at their statements, and looks whether the next run brings the database to where an undisturbed one does: on, or
 * back to where it was, which must go as well.
 */
final class Deaths {
    /** A database is made anew after so many deaths: dropped columns leave traces, of which there may be so many. */
    private static final int MOST = 150;

    private final Subject subject;
    private final Matrix matrix;
    private final int every;
    private final List<String> before;
    private final List<String> after;
    private final List<Point> up;
    private final List<Point> down;
    private int deaths;
    private boolean isUp;

    /** @param every of how many statements one is tried, other ones in each kind of death; 0: each kind is tried once up and once down */
    Deaths(Subject subject, Matrix matrix, int every) throws Exception {
        this.subject = subject;
        this.matrix = matrix;
        this.every = every;
        makeAnew();
        this.before = subject.contents();
        this.up = Point.of(subject, Direction.UP);
        this.after = subject.contents();
        this.down = Point.of(subject, Direction.DOWN);
        requireEqual(before);
        assertThat(after).isNotEqualTo(before);
    }

    private void makeAnew() throws Exception {
        subject.makeAnew();
        Migration migration = subject.migration();
        migration.begin(DriverManager.getConnection(subject.url()));
        // What was taken back may be written in other words than what was never there.
        migration.run(Direction.UP, DriverManager.getConnection(subject.url()));
        migration.run(Direction.DOWN, DriverManager.getConnection(subject.url()));
        isUp = false;
        deaths = 0;
    }

    /** Tries a kind of death, up and down. */
    void walk(Kill kill) throws Exception {
        for (Direction direction : List.of(Direction.UP, Direction.DOWN)) {
            List<Moment> possible = new ArrayList<>();
            for (Moment moment : Moment.values()) {
                if (kill.impossible(subject, moment).isPresent()) {
                    matrix.cannot(subject, direction, kill, moment);
                } else {
                    possible.add(moment);
                }
            }
            if (every > 0) {
                for (Moment moment : possible) {
                    walk(direction, kill, moment);
                }
            } else if (!possible.isEmpty()) {
                sample(direction, kill, possible.get((kill.ordinal() + direction.ordinal()) % possible.size()));
            }
        }
    }

    private void walk(Direction direction, Kill kill, Moment moment) throws Exception {
        List<Point> points = points(direction, kill, moment);
        int first = (kill.ordinal() * 7 + moment.ordinal() * 3 + direction.ordinal() * 5) % every;
        for (int i = first; i < points.size(); i += every) {
            die(new Death(direction, kill, moment, points.get(i)));
        }
    }

    private void sample(Direction direction, Kill kill, Moment moment) throws Exception {
        List<Point> points = points(direction, kill, moment);
        die(new Death(
                direction, kill, moment, points.get((kill.ordinal() * 37 + direction.ordinal() * 17) % points.size())));
    }

    /** Statements that change nothing leave nothing in doubt: that is tried where a death costs least. */
    private List<Point> points(Direction direction, Kill kill, Moment moment) {
        boolean all = moment != Moment.DURING && (kill == Kill.SESSION_ENDED || kill == Kill.SOCKET_CUT);
        return (direction == Direction.UP ? up : down)
                .stream().filter(point -> all || !point.onlyLooks()).toList();
    }

    private void die(Death death) throws Exception {
        try {
            bring(death.direction() == Direction.DOWN);
            boolean held = Dying.of(subject, death);
            goOn(death);
            matrix.right(subject, death, held);
        } catch (AssertionError | Exception wrong) {
            matrix.wrong(subject, death, traceOf(wrong));
            makeAnew();
        }
        if (++deaths == MOST) {
            makeAnew();
        }
    }

    private static String traceOf(Throwable wrong) {
        StringWriter trace = new StringWriter();
        wrong.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    /** Has the database where a run begins. */
    private void bring(boolean wishedUp) throws SQLException {
        if (isUp != wishedUp) {
            run(wishedUp ? Direction.UP : Direction.DOWN);
        }
    }

    /** The next run needs no help, whichever way it goes. */
    private void goOn(Death death) throws SQLException {
        Direction next = death.isTurnedBack() == (death.direction() == Direction.UP) ? Direction.DOWN : Direction.UP;
        run(next);
        subject.awaitNobody();
    }

    private void run(Direction direction) throws SQLException {
        subject.migration().run(direction, DriverManager.getConnection(subject.url()));
        isUp = direction == Direction.UP;
        requireEqual(isUp ? after : before);
    }

    private void requireEqual(List<String> wished) throws SQLException {
        List<String> contents = subject.contents();
        List<String> difference = new ArrayList<>();
        contents.stream().filter(line -> !wished.contains(line)).forEach(line -> difference.add("+ " + line));
        wished.stream().filter(line -> !contents.contains(line)).forEach(line -> difference.add("- " + line));
        assertThat(difference).isEmpty();
        assertThat(contents).hasSameSizeAs(wished);
    }
}
