package org.robotoverlord.it.crash;

import java.util.Locale;
import org.robotoverlord.changelog.plan.Direction;

/**
 * One of the deaths that are tried.
 *
 * @param direction what the run was doing
 * @param kill what died
 * @param moment when in the life of the statement
 * @param point the statement
 */
record Death(Direction direction, Kill kill, Moment moment, Point point) {
    /** Whether what comes next goes the other way instead of on: at each other statement. */
    boolean isTurnedBack() {
        return kill != Kill.ANSWER_LATE && (point.number() + kill.ordinal() + moment.ordinal()) % 2 == 1;
    }

    @Override
    public String toString() {
        return direction.name().toLowerCase(Locale.ROOT) + ": " + kill.text() + ", " + moment.text() + " statement "
                + point.text() + (isTurnedBack() ? ", then the other way" : ", then on");
    }
}
