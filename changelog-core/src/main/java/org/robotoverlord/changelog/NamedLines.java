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
    private final List<String> fitting = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

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
        fork.lines().stream()
                .flatMap(List::stream)
                .forEach(changelog -> seen.add(changelog.id().toString()));
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
            if (!lines.isEmpty()) {
                fitting.add(name);
            }
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

    @Override
    public void settled(Fork fork) {
        fork.lines().stream().flatMap(List::stream).forEach(changelog -> {
            seen.add(changelog.id().toString());
            names.stream().filter(name -> is(changelog.id(), name)).forEach(fitting::add);
        });
    }

    /** @throws Problem if a name fitted nothing */
    @Override
    public void finish() {
        for (String name : names) {
            if (!fitting.contains(name) && !seen.isEmpty()) {
                throw new Problem(parameter + "=" + name + " is none of the changelogs that make no line"
                        + Suggestion.of(name, seen) + "; these are: " + String.join(", ", seen));
            }
        }
    }
}
