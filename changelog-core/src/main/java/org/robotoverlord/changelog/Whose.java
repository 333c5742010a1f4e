package org.robotoverlord.changelog;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.history.Fork;

/** Says which of the lines that changelogs fork into stays, and which come after it. */
public interface Whose {
    /**
     * The lines in the order in which they are to come; empty where it has no opinion.
     *
     * @param fork where nothing but somebody's word tells
     * @throws org.robotoverlord.changelog.problem.Problem where what was said can't be meant
     */
    Optional<List<List<Changelog>>> order(Fork fork);

    /** Is told of a place that nobody has to be asked about. */
    default void settled(Fork fork) {}

    /**
     * Called when all are in one line.
     *
     * @throws org.robotoverlord.changelog.problem.Problem where what was said fitted nothing
     */
    default void finish() {}

    /** This one's opinion; where it has none, another's. */
    default Whose orElse(Whose other) {
        return fork -> order(fork).or(() -> other.order(fork));
    }
}
