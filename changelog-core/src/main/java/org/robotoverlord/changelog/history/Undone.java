package org.robotoverlord.changelog.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Finds what two lines of changelogs did and isn't so in the end, where something else happens in the place of the second. Tables and
 * columns are known by the names that they had before both, so what one line renamed and the other altered is one thing.
 */
public final class Undone {
    private final Schema before;
    private final List<PlacedChange> first;
    private final List<PlacedChange> second;
    private final List<Change> rest;
    private final List<Change> all;
    private final Schema afterFirst;
    private final Schema afterSecond;
    private final Schema end;

    /**
     * @param before what both lines come after
     * @param first the line that stays
     * @param second the line that was to come after it
     * @param rest what happens after the first instead
     */
    public Undone(Schema before, List<Changelog> first, List<Changelog> second, List<Change> rest) {
        this.before = before;
        this.first = changes(first);
        this.second = changes(second);
        this.rest = List.copyOf(rest);
        this.all = new ArrayList<>(plain(this.first));
        all.addAll(rest);
        Schema made = SchemaAt.after(first, before);
        this.afterFirst = Called.before(plain(this.first), made);
        this.afterSecond = Called.before(plain(this.second), SchemaAt.after(second, before));
        for (Change change : rest) {
            made = change.apply(made);
        }
        this.end = Called.before(all, made);
    }

    private static List<PlacedChange> changes(List<Changelog> line) {
        return line.stream().flatMap(changelog -> changelog.changes().stream()).toList();
    }

    private static List<Change> plain(List<PlacedChange> line) {
        return line.stream().map(PlacedChange::change).toList();
    }

    /** What the second line did, and doesn't happen any more. */
    public List<PlacedChange> left() {
        Set<Thing> otherwise = Touched.between(afterSecond, end);
        Set<Thing> changed = Touched.between(afterFirst, end);
        Set<Thing> ever = Touched.between(before, end);
        return those(
                second,
                thing -> isIn(otherwise, thing) && !(isIn(changed, thing) && isIn(ever, thing)),
                was -> !name(was, plain(second)).equals(name(was, all))
                        && (name(was, all).equals(name(was, plain(first)))
                                || was.own().equals(name(was, all))));
    }

    /** What the first line did, and is taken back by what comes after it. */
    public List<PlacedChange> takenBack() {
        Set<Thing> changed = Touched.between(afterFirst, end);
        Set<Thing> ever = Touched.between(before, end);
        return those(
                first,
                thing -> isIn(changed, thing) && !isIn(ever, thing),
                was -> !name(was, plain(first)).equals(was.own()) && was.own().equals(name(was, all)));
    }

    /** What is made again after the first line dropped it, and comes back empty. */
    public List<Change> madeAgain() {
        return rest.stream()
                .filter(change -> made(change)
                        .filter(called -> called.isIn(before) && !called.isIn(afterFirst))
                        .isPresent())
                .toList();
    }

    private static Optional<Called> made(Change change) {
        if (change instanceof CreateTable create) {
            return Optional.of(new Called(create.name(), ""));
        }
        return change instanceof AddColumn add
                ? Optional.of(new Called(add.table(), add.columnName()))
                : Optional.empty();
    }

    private static boolean isIn(Set<Thing> things, Thing thing) {
        return things.stream().anyMatch(thing::overlaps);
    }

    private static String name(Called was, List<Change> changes) {
        return was.after(changes).own();
    }

    /** The changes of a line that touch such a thing, or rename what has such a name before all. */
    private List<PlacedChange> those(List<PlacedChange> line, Predicate<Thing> undone, Predicate<Called> unnamed) {
        Set<Thing> things = Touched.between(before, line == first ? afterFirst : afterSecond).stream()
                .filter(undone)
                .collect(Collectors.toSet());
        List<PlacedChange> those = new ArrayList<>();
        List<Change> done = new ArrayList<>();
        Schema now = before;
        Schema was = before;
        for (PlacedChange placed : line) {
            Optional<Called> renamed =
                    renamed(placed.change()).map(called -> called.before(done)).filter(called -> called.isIn(end));
            now = SchemaAt.after(placed, now);
            done.add(placed.change());
            Schema next = Called.before(done, now);
            boolean touches = Touched.between(was, next).stream().anyMatch(thing -> isIn(things, thing));
            if (touches || renamed.filter(unnamed).isPresent()) {
                those.add(placed);
            }
            was = next;
        }
        return those;
    }

    private static Optional<Called> renamed(Change change) {
        if (change instanceof RenameTable rename) {
            return Optional.of(new Called(rename.from(), ""));
        }
        return change instanceof RenameColumn rename
                ? Optional.of(new Called(rename.table(), rename.from()))
                : Optional.empty();
    }
}
