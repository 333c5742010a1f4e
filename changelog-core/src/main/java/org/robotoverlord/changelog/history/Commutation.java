package org.robotoverlord.changelog.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Sql;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Whether two lines of changelogs that come after one schema can happen in either order and make the same. Both orders are replayed;
 * what the replay doesn't know, rows and SQL of one's own, is only told.
 */
public final class Commutation {
    private final Schema before;
    private final List<PlacedChange> first;
    private final List<PlacedChange> second;
    private final Map<String, Obstacle> obstacles = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    private Commutation(Schema before, List<Changelog> first, List<Changelog> second) {
        this.before = before;
        this.first = changes(first);
        this.second = changes(second);
    }

    /**
     * @param before what both lines come after
     * @param first the one line, which can happen there
     * @param second the other, which can too
     * @throws Problem where one of them can't happen there
     */
    public static Commutation of(Schema before, List<Changelog> first, List<Changelog> second) {
        SchemaAt.after(first, before);
        SchemaAt.after(second, before);
        Commutation commutation = new Commutation(before, first, second);
        commutation.look();
        return commutation;
    }

    /** Whether the order doesn't matter, as far as the replay knows. */
    public boolean isFree() {
        return obstacles.isEmpty();
    }

    /** What is in the way, thing by thing. */
    public List<Obstacle> obstacles() {
        return List.copyOf(obstacles.values());
    }

    /** What the replay can't know, and a person should look at. */
    public List<String> warnings() {
        return warnings;
    }

    private static List<PlacedChange> changes(List<Changelog> line) {
        return line.stream().flatMap(changelog -> changelog.changes().stream()).toList();
    }

    private void look() {
        Optional<Schema> one = together(first, second, false);
        Optional<Schema> other = together(second, first, true);
        if (one.isPresent() && other.isPresent() && !one.equals(other)) {
            for (Thing thing : Touched.between(one.get(), other.get())) {
                add(new Obstacle(
                        thing.toString(),
                        toucher(first, thing),
                        toucher(second, thing),
                        "it isn't the same in one order as in the other"));
            }
        }
        warnOfSql(first);
        warnOfSql(second);
        warnOfRows();
        warnOfText(first, LooseText.gone(before, after(second, before)));
        warnOfText(second, LooseText.gone(before, after(first, before)));
    }

    private void add(Obstacle obstacle) {
        String key = obstacle.first().map(PlacedChange::place) + " "
                + obstacle.second().map(PlacedChange::place) + " "
                + (obstacle.first().isEmpty() ? obstacle.things() : "");
        obstacles.putIfAbsent(key, obstacle);
    }

    /** The schema after one line and then the other; empty where a change of the latter can't happen then. */
    private Optional<Schema> together(List<PlacedChange> earlier, List<PlacedChange> later, boolean swapped) {
        Schema schema = after(earlier, before);
        boolean all = true;
        for (int i = 0; i < later.size(); i++) {
            try {
                schema = later.get(i).change().apply(schema);
            } catch (Problem cannot) {
                all = false;
                add(obstacle(earlier, later, i, cannot, swapped));
            }
        }
        return all ? Optional.of(schema) : Optional.empty();
    }

    private Obstacle obstacle(
            List<PlacedChange> earlier, List<PlacedChange> later, int at, Problem why, boolean swapped) {
        PlacedChange stopped = later.get(at);
        Optional<PlacedChange> culprit = culprit(earlier, later, at);
        Set<Thing> own = touchedBy(later, stopped);
        Set<Thing> theirs = culprit.map(change -> touchedBy(earlier, change)).orElse(Set.of());
        Set<Thing> shared = Touched.shared(own, theirs);
        String things = (shared.isEmpty() ? (theirs.isEmpty() ? own : theirs) : shared)
                .stream().map(Thing::toString).collect(Collectors.joining(", "));
        return new Obstacle(
                things.isEmpty() ? stopped.change().describe() : things,
                swapped ? Optional.of(stopped) : culprit,
                swapped ? culprit : Optional.of(stopped),
                Obstacle.withoutAdvice(why));
    }

    /** The first of the earlier changes after which one of the later can't happen any more. */
    private Optional<PlacedChange> culprit(List<PlacedChange> earlier, List<PlacedChange> later, int at) {
        for (int count = 1; count <= earlier.size(); count++) {
            Schema schema = asFarAsPossible(later.subList(0, at), after(earlier.subList(0, count), before));
            try {
                later.get(at).change().apply(schema);
            } catch (Problem stopped) {
                return Optional.of(earlier.get(count - 1));
            }
        }
        return Optional.empty();
    }

    private static Schema after(List<PlacedChange> changes, Schema before) {
        Schema schema = before;
        for (PlacedChange placed : changes) {
            schema = SchemaAt.after(placed, schema);
        }
        return schema;
    }

    private static Schema asFarAsPossible(List<PlacedChange> changes, Schema before) {
        Schema schema = before;
        for (PlacedChange placed : changes) {
            try {
                schema = placed.change().apply(schema);
            } catch (Problem left) {
                continue;
            }
        }
        return schema;
    }

    /** What a change of a line touches where it happens alone. */
    private Set<Thing> touchedBy(List<PlacedChange> line, PlacedChange wanted) {
        Schema schema = before;
        for (PlacedChange placed : line) {
            Schema next = SchemaAt.after(placed, schema);
            if (placed == wanted) {
                return Touched.by(placed.change(), schema, next);
            }
            schema = next;
        }
        return Set.of();
    }

    private Optional<PlacedChange> toucher(List<PlacedChange> line, Thing thing) {
        return line.stream()
                .filter(placed -> touchedBy(line, placed).stream().anyMatch(thing::overlaps))
                .findFirst();
    }

    private void warnOfSql(List<PlacedChange> line) {
        for (PlacedChange placed : line) {
            if (placed.change() instanceof Sql sql
                    && sql.schema().isEmpty()
                    && sql.isFor(before.setting().dialects())) {
                warnings.add(placed
                        + " says not what it does to the schema, so look yourself whether it may happen before and"
                        + " after the other line");
            }
        }
    }

    private void warnOfText(List<PlacedChange> line, Set<String> gone) {
        for (PlacedChange placed : line) {
            Set<String> named = LooseText.named(placed.change(), gone);
            if (!named.isEmpty()) {
                warnings.add(placed + " names " + String.join(", ", named)
                        + ", which the other line renames or drops; look yourself whether it means these");
            }
        }
    }

    private void warnOfRows() {
        Set<Thing> rows = new TreeSet<>();
        rows.addAll(Touched.shared(written(first), touched(second)));
        rows.addAll(Touched.shared(written(second), touched(first)));
        if (!rows.isEmpty()) {
            warnings.add("both lines touch "
                    + rows.stream().map(Thing::toString).collect(Collectors.joining(", "))
                    + ", and one of them writes rows; look yourself whether the order matters to these");
        }
    }

    private Set<Thing> written(List<PlacedChange> line) {
        return line.stream()
                .flatMap(placed -> placed.change().writes(before).stream())
                .map(Thing::rows)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Thing> touched(List<PlacedChange> line) {
        Set<Thing> all = new TreeSet<>();
        Schema schema = before;
        for (PlacedChange placed : line) {
            Schema next = SchemaAt.after(placed, schema);
            all.addAll(Touched.by(placed.change(), schema, next));
            schema = next;
        }
        return all;
    }
}
