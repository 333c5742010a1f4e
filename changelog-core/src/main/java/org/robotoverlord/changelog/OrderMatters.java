package org.robotoverlord.changelog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.history.Commutation;
import org.robotoverlord.changelog.problem.Problem;

/** What is said where it isn't the same which of two lines of changelogs comes first. */
final class OrderMatters {
    private final Commutation commutation;
    private final List<Changelog> moving;

    /** @param moving the line that is to come after the other */
    OrderMatters(Commutation commutation, List<Changelog> moving) {
        this.commutation = commutation;
        this.moving = moving;
    }

    /** What to know where they are put one after the other all the same. */
    String note() {
        return "The order matters to" + obstacles();
    }

    /**
     * That, where the line that moves is written anew.
     *
     * @param turned what would move if none had to be written anew; empty where that is no way out
     */
    String rewriting(Optional<ChangelogId> turned) {
        return note()
                + turned.map(id -> "\nThe other way round nothing need be written anew: mvn robot:rebase -Dname=" + id)
                        .orElse("")
                + "\nA database that has "
                + moving.stream().map(changelog -> changelog.id().toString()).collect(Collectors.joining(", "))
                + " already has to take it back with the file as it was: robot:downgrade there, before the rebase.";
    }

    /** That they can't be. @param why beside that, as the end of a sentence */
    Problem stopped(String why) {
        return new Problem("the changelogs can't be put one after the other as they are, " + why
                + ". Nothing was changed. In the way is" + obstacles()
                + "\nTake one of the two changelogs back where it was applied, and write it anew, after the other.");
    }

    private String obstacles() {
        return commutation.obstacles().stream()
                .map(obstacle -> "\n  " + obstacle)
                .collect(Collectors.joining());
    }
}
