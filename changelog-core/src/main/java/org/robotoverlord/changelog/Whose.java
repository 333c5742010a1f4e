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

    /**
     * Called before anything is asked.
     *
     * @param forks all places where changelogs make no line; empty where there is none
     * @throws org.robotoverlord.changelog.problem.Problem where what was said fits none of them
     */
    default void begin(List<Fork> forks) {}

    /** This one's opinion; where it has none, another's. */
    default Whose orElse(Whose other) {
        return fork -> order(fork).or(() -> other.order(fork));
    }
}
