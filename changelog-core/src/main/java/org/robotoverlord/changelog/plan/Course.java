package org.robotoverlord.changelog.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.history.Commutation;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/**
 * The order in which changelogs are due, and the schema that the database has before each. Mostly that is the order of the line; but
 * where branches met, one may have come in before another that this database has already. It is applied all the same if it makes no
 * difference which of them is first.
 */
final class Course {
    private final List<Due> due = new ArrayList<>();
    private final Schema empty;
    private final List<Changelog> line;
    private final Map<String, Standing.Entry> entries = new LinkedHashMap<>();
    private final Map<String, Standing.Entry> chosen = new LinkedHashMap<>();
    private Optional<Problem> broken = Optional.empty();

    private Course(Standing standing, Setting setting, List<Standing.Entry> along, List<Standing.Entry> chosen) {
        this.empty = Schema.empty(setting);
        this.line = standing.line(along, setting);
        standing.entries().forEach(entry -> entries.put(entry.id(), entry));
        chosen.forEach(entry -> this.chosen.put(entry.id(), entry));
    }

    /**
     * What is due on the way up: what a run ended within comes first, as it is in the database in part.
     *
     * @throws Problem where one is to be applied after another that the line has after it, and the order matters
     */
    static Course up(Standing standing, Setting setting, List<Standing.Entry> chosen) {
        Course course = new Course(standing, setting, standing.entries(), chosen);
        course.requireFreeOrder();
        course.up();
        return course;
    }

    /** What is due on the way down, the oldest first. A line that forks off and isn't applied is in nobody's way there. */
    static Course down(Standing standing, Setting setting, List<Standing.Entry> chosen) {
        List<Standing.Entry> applied = standing.entries().stream()
                .filter(entry -> entry.row().isPresent())
                .toList();
        Course course = new Course(standing, setting, applied, chosen);
        course.replay(course.line.stream().filter(course::isThere).toList(), course.empty);
        return course;
    }

    /** As far as the changelogs can be replayed. */
    List<Due> due() {
        return due;
    }

    /** Why they can be no further, if so. */
    Optional<Problem> broken() {
        return broken;
    }

    private boolean isThere(Changelog changelog) {
        return entries.get(changelog.id().toString()).row().isPresent();
    }

    private boolean isChosen(Changelog changelog) {
        return chosen.containsKey(changelog.id().toString());
    }

    private void up() {
        List<Changelog> order = new ArrayList<>();
        line.stream().filter(each -> isThere(each) && !isChosen(each)).forEach(order::add);
        line.stream().filter(each -> isThere(each) && isChosen(each)).forEach(order::add);
        line.stream().filter(each -> !isThere(each) && isChosen(each)).forEach(order::add);
        replay(order, empty);
    }

    private void replay(List<Changelog> order, Schema before) {
        Schema schema = before;
        for (Changelog changelog : order) {
            if (isChosen(changelog)) {
                due.add(new Due(changelog, chosen.get(changelog.id().toString()), schema));
            }
            try {
                schema = SchemaAt.after(List.of(changelog), schema);
            } catch (Problem problem) {
                broken = Optional.of(problem);
                return;
            }
        }
    }

    /** Looks at each stretch of the line that is to be applied where the database has something that comes after it. */
    private void requireFreeOrder() {
        int last = line.size();
        while (last > 0 && !isThere(line.get(last - 1))) {
            last--;
        }
        List<Changelog> before = new ArrayList<>();
        List<Changelog> block = new ArrayList<>();
        for (int at = 0; at < last; at++) {
            if (!isThere(line.get(at))) {
                if (isChosen(line.get(at))) {
                    block.add(line.get(at));
                }
                continue;
            }
            if (!block.isEmpty()) {
                List<Changelog> later =
                        line.subList(at, last).stream().filter(this::isThere).toList();
                requireFreeOrder(before, block, later);
                before.addAll(block);
                block.clear();
            }
            before.add(line.get(at));
        }
    }

    private void requireFreeOrder(List<Changelog> before, List<Changelog> block, List<Changelog> later) {
        Commutation commutation = commutation(before, block, later);
        if (commutation.isFree()) {
            return;
        }
        StringBuilder text = new StringBuilder("changelog '" + block.get(0).id() + "' comes before '"
                + later.get(0).id() + "', which this database has already, and the order matters:");
        commutation.obstacles().forEach(obstacle -> text.append("\n  ").append(obstacle));
        String to = before.isEmpty()
                ? "0"
                : String.valueOf(before.get(before.size() - 1).id().number());
        throw new Problem(
                text + "\nTake back what comes after, and apply all in their order: mvn robot:downgrade -Dversion=" + to
                        + ", then mvn robot:upgrade.");
    }

    private Commutation commutation(List<Changelog> before, List<Changelog> block, List<Changelog> later) {
        try {
            return Commutation.of(SchemaAt.after(before, empty), block, later);
        } catch (Problem impossible) {
            throw new Problem(
                    "changelog '" + block.get(0).id() + "' isn't applied, though '"
                            + later.get(0).id() + "', which comes after, is, and one of them can't happen so:\n  "
                            + impossible.getMessage()
                            + "\nThe rows of the migration table don't say what happened; look at robot:history and robot:diff.",
                    impossible);
        }
    }
}
