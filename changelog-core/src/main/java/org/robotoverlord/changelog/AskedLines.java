package org.robotoverlord.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.diff.Asker;
import org.robotoverlord.changelog.history.Fork;
import org.robotoverlord.changelog.problem.Problem;

/** Asks a person which line of changelogs moves; where nobody can be asked, it tells how to answer. */
public final class AskedLines implements Whose {
    private static final int MOST_TRIES = 3;

    private final Optional<Asker> asker;

    /** @param asker who asks; empty where nobody can */
    public AskedLines(Optional<Asker> asker) {
        this.asker = asker;
    }

    @Override
    public Optional<List<List<Changelog>>> order(Fork fork) {
        Asker person = asker.orElseThrow(() -> open(fork));
        List<List<Changelog>> left = new ArrayList<>(fork.lines());
        List<List<Changelog>> ordered = new ArrayList<>();
        while (left.size() > 1) {
            ordered.add(0, left.remove(ask(left, person)));
        }
        ordered.add(0, left.get(0));
        return Optional.of(ordered);
    }

    private static int ask(List<List<Changelog>> lines, Asker person) {
        StringBuilder question =
                new StringBuilder("Whose changelogs move, and come last? The ones that the fewest databases have:");
        for (int i = 0; i < lines.size(); i++) {
            question.append("\n  ").append(i + 1).append(": ").append(ids(lines.get(i)));
        }
        question.append("\nOne of 1 to ").append(lines.size()).append("?");
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            String answer = person.text(question.toString()).strip();
            for (int i = 0; i < lines.size(); i++) {
                if (answer.equals(String.valueOf(i + 1))) {
                    return i;
                }
            }
        }
        throw new Problem("it isn't said which changelogs move; answer with a number from 1 to " + lines.size());
    }

    private static Problem open(Fork fork) {
        return new Problem(
                "A question is open, and there is nobody to ask: whose changelogs move, and come last? Answer it on the"
                        + " command line, by the ones that the fewest databases have:"
                        + fork.lines().stream()
                                .map(line -> "\n  -Dname=" + line.get(0).id() + "   moves " + ids(line))
                                .collect(Collectors.joining()));
    }

    private static String ids(List<Changelog> line) {
        return line.stream().map(changelog -> changelog.id().toString()).collect(Collectors.joining(", "));
    }
}
