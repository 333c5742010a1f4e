package org.robotoverlord.changelog.history;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** Finds what differs between two schemas, thing by thing: what a change, or many of them, touched. */
final class Touched {
    private static final List<Kind<?>> KINDS =
            List.of(Kind.ENUM, Kind.DOMAIN, Kind.SEQUENCE, Kind.VIEW, Kind.FUNCTION, Kind.PROCEDURE);

    private final Set<Thing> things = new TreeSet<>();

    private Touched() {}

    /** What a change touches: of the schema, and the rows that it writes. */
    static Set<Thing> by(Change change, Schema before, Schema after) {
        Set<Thing> touched = between(before, after);
        change.writes(before).forEach(table -> touched.add(Thing.rows(table)));
        return touched;
    }

    /** The things that are in one of them alone, or aren't the same in both. */
    static Set<Thing> between(Schema one, Schema other) {
        Touched touched = new Touched();
        for (Name table : either(one.tables(), other.tables())) {
            touched.tables(table, one.tables().get(table), other.tables().get(table));
        }
        for (Kind<?> kind : KINDS) {
            touched.compare(one.all(kind), other.all(kind), name -> Thing.alone(kind.toString(), name.toString()));
        }
        touched.compare(one.extensions(), other.extensions(), name -> Thing.alone("extension", name));
        for (String schema : one.schemas()) {
            touched.add(!other.schemas().contains(schema), Thing.alone("schema", schema));
        }
        for (String schema : other.schemas()) {
            touched.add(!one.schemas().contains(schema), Thing.alone("schema", schema));
        }
        return touched.things;
    }

    /** Those of some that overlap with others. */
    static Set<Thing> shared(Collection<Thing> some, Collection<Thing> others) {
        Set<Thing> shared = new TreeSet<>();
        for (Thing thing : some) {
            others.stream().filter(thing::overlaps).forEach(other -> shared.add(narrower(thing, other)));
        }
        return shared;
    }

    private static Thing narrower(Thing one, Thing other) {
        return one.name().isEmpty() ? other : one;
    }

    private void tables(Name name, Table one, Table other) {
        if (one == null || other == null) {
            things.add(Thing.table(name));
            return;
        }
        // Versions of a schema share the tables that no change is about.
        if (one == other || one.equals(other)) {
            return;
        }
        parts("column", name, one.columns(), other.columns());
        parts("constraint", name, one.uniques(), other.uniques());
        parts("constraint", name, one.checks(), other.checks());
        parts("constraint", name, one.foreignKeys(), other.foreignKeys());
        parts("constraint", name, one.excludes(), other.excludes());
        parts("index", name, one.indexes(), other.indexes());
        parts("trigger", name, one.triggers(), other.triggers());
        parts("policy", name, one.policies(), other.policies());
        add(!one.primaryKey().equals(other.primaryKey()), new Thing("the primary key of", tableOf(name), ""));
        add(!one.comment().equals(other.comment()), new Thing("the comment of", tableOf(name), ""));
        add(!one.storage().equals(other.storage()), new Thing("the storage of", tableOf(name), ""));
        add(!one.rowSecurity().equals(other.rowSecurity()), new Thing("the row security of", tableOf(name), ""));
        add(!one.partitioning().equals(other.partitioning()), new Thing("the partitions of", tableOf(name), ""));
    }

    private static Optional<Name> tableOf(Name name) {
        return Optional.of(name);
    }

    private void parts(String kind, Name table, Map<String, ?> one, Map<String, ?> other) {
        compare(one, other, name -> Thing.part(kind, table, name));
    }

    private <K> void compare(Map<K, ?> one, Map<K, ?> other, Function<K, Thing> thing) {
        if (one != other) {
            for (K name : either(one, other)) {
                add(!Objects.equals(one.get(name), other.get(name)), thing.apply(name));
            }
        }
    }

    private void add(boolean differs, Thing thing) {
        if (differs) {
            things.add(thing);
        }
    }

    private static <K> Set<K> either(Map<K, ?> one, Map<K, ?> other) {
        Set<K> either = new LinkedHashSet<>(one.keySet());
        either.addAll(other.keySet());
        return either;
    }
}
