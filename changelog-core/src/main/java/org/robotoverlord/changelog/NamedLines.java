package org.robotoverlord.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.history.Fork;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/**
 * Lines of changelogs that move because somebody named them: by an id, a name or a number that only one of the lines has. Where
 * several are named, they come in that order.
 */
public final class NamedLines implements Whose {
    private final List<String> names;
    private final String parameter;
    private final Whose others;

    /**
     * @param names with commas between them
     * @param parameter how they were given, for messages
     * @param others who orders lines of which none is named
     */
    public NamedLines(String names, String parameter, Whose others) {
        this.names = List.of(names.strip().split("\\s*,\\s*"));
        this.parameter = parameter;
        this.others = others;
    }

    @Override
    public Optional<List<List<Changelog>>> order(Fork fork) {
        List<List<Changelog>> moved = new ArrayList<>();
        for (String name : names) {
            List<List<Changelog>> lines = fork.lines().stream()
                    .filter(line -> line.stream().anyMatch(changelog -> is(changelog.id(), name)))
                    .toList();
            if (lines.size() > 1) {
                throw new Problem(parameter + "=" + name + " is in more than one line; say the id of one of '"
                        + lines.get(0).get(0).id() + "' and '"
                        + lines.get(1).get(0).id() + "'");
            }
            lines.stream().filter(line -> !moved.contains(line)).forEach(moved::add);
        }
        List<List<Changelog>> staying =
                fork.lines().stream().filter(line -> !moved.contains(line)).toList();
        if (moved.isEmpty()) {
            return others.order(fork);
        }
        if (staying.size() > 1) {
            return others.order(new Fork(fork.kind(), fork.before(), staying)).map(first -> joined(first, moved));
        }
        return Optional.of(joined(staying, moved));
    }

    private static boolean is(ChangelogId id, String name) {
        return name.equals(id.toString()) || name.equals(id.name()) || name.equals(String.valueOf(id.number()));
    }

    private static List<List<Changelog>> joined(List<List<Changelog>> first, List<List<Changelog>> moved) {
        List<List<Changelog>> all = new ArrayList<>(first);
        all.addAll(moved);
        return all;
    }

    /** @throws Problem if a name fits nothing */
    @Override
    public void begin(List<Fork> forks) {
        List<ChangelogId> ids = forks.stream()
                .flatMap(fork -> fork.lines().stream())
                .flatMap(List::stream)
                .map(Changelog::id)
                .distinct()
                .toList();
        List<String> told = ids.stream().map(ChangelogId::toString).toList();
        for (String name : names) {
            if (!ids.isEmpty() && ids.stream().noneMatch(id -> is(id, name))) {
                throw new Problem(parameter + "=" + name + " is none of the changelogs that make no line"
                        + Suggestion.of(name, told) + "; these are: " + String.join(", ", told));
            }
        }
    }
}
