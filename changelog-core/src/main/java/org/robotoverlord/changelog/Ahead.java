package org.robotoverlord.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.model.Places;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * Finds where the models say what no changelog does: at the thing that a change makes, or makes another. It asks no kind of change;
 * it compares the schemas before and after.
 */
final class Ahead {
    /** In the order in which a thing is taken for the one that is meant, where several are others afterwards. */
    private static final List<Kind<?>> KINDS =
            List.of(Kind.ENUM, Kind.DOMAIN, Kind.VIEW, Kind.FUNCTION, Kind.PROCEDURE);

    private final Places places;
    private Schema now;

    /** @param before what the changelogs make */
    Ahead(Schema before, Places places) {
        this.now = before;
        this.places = places;
    }

    /**
     * A thing, or the part of a table.
     *
     * @param isNew whether nothing had its name before
     */
    private record Touched(String kind, Name name, List<String> part, boolean isNew) {}

    /** Where the models say what comes of a change; empty where they don't say it any more. Changes are given one after the other. */
    Optional<Place> place(Change change) {
        Schema before = now;
        now = change.apply(before);
        List<Touched> touched = new ArrayList<>();
        KINDS.forEach(kind -> touched.addAll(things(kind.toString(), before.all(kind), now.all(kind))));
        tables(before, touched);
        touched.addAll(things(Kind.SEQUENCE.toString(), before.all(Kind.SEQUENCE), now.all(Kind.SEQUENCE)));
        now.extensions().forEach((name, extension) -> {
            if (!extension.equals(before.extensions().get(name))) {
                touched.add(new Touched(
                        "extension",
                        Name.of(name),
                        List.of(),
                        !before.extensions().containsKey(name)));
            }
        });
        return touched.stream()
                .filter(Touched::isNew)
                .findFirst()
                .or(() -> touched.stream().findFirst())
                .flatMap(thing -> places.of(thing.kind(), thing.name(), thing.part()));
    }

    private static List<Touched> things(String kind, Map<Name, ?> before, Map<Name, ?> after) {
        List<Touched> touched = new ArrayList<>();
        after.forEach((name, thing) -> {
            if (!thing.equals(before.get(name))) {
                touched.add(new Touched(kind, name, List.of(), !before.containsKey(name)));
            }
        });
        return touched;
    }

    private void tables(Schema before, List<Touched> touched) {
        now.tables().forEach((name, table) -> {
            Table was = before.tables().get(name);
            if (was == null) {
                touched.add(new Touched(Places.TABLE, name, List.of(), true));
            } else if (was != table && !was.equals(table)) {
                touched.add(part(name, was, table));
            }
        });
    }

    /** The part of a table that is another now: a new one if there is one, the whole where something went. */
    private static Touched part(Name name, Table was, Table is) {
        List<Touched> parts = new ArrayList<>();
        add(parts, name, "columns", was.columns(), is.columns());
        add(parts, name, "unique", was.uniques(), is.uniques());
        add(parts, name, "checks", was.checks(), is.checks());
        add(parts, name, "foreignKeys", was.foreignKeys(), is.foreignKeys());
        add(parts, name, "indexes", was.indexes(), is.indexes());
        add(parts, name, "excludes", was.excludes(), is.excludes());
        add(parts, name, "triggers", was.triggers(), is.triggers());
        add(parts, name, "policies", was.policies(), is.policies());
        add(parts, name, "partitions", was.partitions(), is.partitions());
        return parts.stream()
                .filter(Touched::isNew)
                .findFirst()
                .or(() -> parts.stream().findFirst())
                .orElse(new Touched(Places.TABLE, name, List.of(), false));
    }

    private static void add(List<Touched> parts, Name table, String group, Map<String, ?> was, Map<String, ?> is) {
        is.forEach((name, part) -> {
            if (!part.equals(was.get(name))) {
                parts.add(new Touched(Places.TABLE, table, List.of(group, name), !was.containsKey(name)));
            }
        });
    }
}
