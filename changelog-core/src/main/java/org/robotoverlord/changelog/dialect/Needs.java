package org.robotoverlord.changelog.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * What a run will do to a database, as far as its user must be allowed it. It is told from the schemas before and after the whole
 * run; what SQL of a user's own does, it doesn't know.
 *
 * @param home the app's own schema
 * @param journal the migration table
 * @param isThere whether that is there already
 * @param changed what is there and will be another
 * @param lost what is there and will be gone, or have another name
 * @param added what will be there
 * @param schemas the schemas that will be there
 * @param extensions the extensions that will be there
 * @param targets the tables that foreign keys will point to where none does
 */
public record Needs(
        String home,
        Name journal,
        boolean isThere,
        Set<Thing> changed,
        Set<Thing> lost,
        Set<Thing> added,
        List<String> schemas,
        List<String> extensions,
        Set<Name> targets) {
    /** What a thing is, as far as rights go. */
    public enum Sort {
        TABLE,
        VIEW,
        SEQUENCE,
        TYPE,
        ROUTINE,
        INDEX,
        TRIGGER,
        FOREIGN_KEY
    }

    /**
     * Something that lies in a schema.
     *
     * @param sort what it is
     * @param name what it is called
     */
    public record Thing(Sort sort, Name name) {}

    /** What recording alone needs. */
    public static Needs ofJournal(String home, Name journal, boolean isThere) {
        return new Needs(home, journal, isThere, Set.of(), Set.of(), Set.of(), List.of(), List.of(), Set.of());
    }

    /** What is needed to make one schema of another. */
    public static Needs of(String home, Name journal, boolean isThere, Schema before, Schema after) {
        RenamedTypes renamed = RenamedTypes.between(before, after);
        Map<Thing, Object> was = things(renamed.in(before));
        Map<Thing, Object> is = things(after);
        Set<Thing> lost = without(was.keySet(), is.keySet());
        renamed.from().forEach(name -> lost.add(new Thing(Sort.TYPE, name)));
        return new Needs(
                home,
                journal,
                isThere,
                was.keySet().stream()
                        .filter(thing ->
                                is.containsKey(thing) && !was.get(thing).equals(is.get(thing)))
                        .collect(Collectors.toSet()),
                lost,
                without(is.keySet(), was.keySet()),
                List.copyOf(without(after.schemas(), before.schemas())),
                List.copyOf(
                        without(after.extensions().keySet(), before.extensions().keySet())),
                without(targets(after), targets(before)));
    }

    /** A key that is there may get another name, or its table, with no right to what it points to. */
    private static Set<Name> targets(Schema schema) {
        return schema.tables().values().stream()
                .flatMap(table -> table.foreignKeys().values().stream())
                .map(ForeignKey::references)
                .collect(Collectors.toSet());
    }

    private static <T> Set<T> without(Set<T> all, Set<T> others) {
        return all.stream().filter(each -> !others.contains(each)).collect(Collectors.toSet());
    }

    private static Map<Thing, Object> things(Schema schema) {
        Map<Thing, Object> things = new LinkedHashMap<>();
        schema.tables().forEach((name, table) -> {
            things.put(new Thing(Sort.TABLE, name), inItself(table));
            table.relationNames().forEach(each -> things.put(new Thing(Sort.INDEX, name.sibling(each)), ""));
            table.foreignKeys()
                    .forEach((key, body) -> things.put(new Thing(Sort.FOREIGN_KEY, name.sibling(key)), body));
            table.triggers().forEach((key, body) -> things.put(new Thing(Sort.TRIGGER, name.sibling(key)), body));
        });
        schema.all(Kind.VIEW).forEach((name, view) -> things.put(new Thing(Sort.VIEW, name), view));
        schema.all(Kind.SEQUENCE).forEach((name, sequence) -> things.put(new Thing(Sort.SEQUENCE, name), sequence));
        schema.enums().forEach((name, type) -> things.put(new Thing(Sort.TYPE, name), type));
        schema.all(Kind.DOMAIN).forEach((name, domain) -> things.put(new Thing(Sort.TYPE, name), domain));
        Routines.all(schema)
                .forEach(routine -> things.merge(
                        new Thing(Sort.ROUTINE, routine.signature().name()), List.of(routine), Needs::joined));
        return things;
    }

    /** A table without what follows when another gets a new name, and without what others may put on it. */
    private static Object inItself(Table table) {
        return List.of(
                table.foreignKeys().keySet(), table.withForeignKeys(Map.of()).withTriggers(Map.of()));
    }

    private static Object joined(Object one, Object other) {
        List<Object> both = new ArrayList<>((List<?>) one);
        both.addAll((List<?>) other);
        return both;
    }

    /** The names of what will be another or gone, of some sorts. */
    public List<Name> touched(Sort... sorts) {
        return Stream.concat(changed.stream(), lost.stream())
                .filter(thing -> List.of(sorts).contains(thing.sort()))
                .map(Thing::name)
                .distinct()
                .toList();
    }

    /** The schemas that are there before, and in which something will be that isn't. */
    public List<String> filled() {
        return Stream.concat(
                        isThere ? Stream.empty() : Stream.of(journal),
                        added.stream()
                                .filter(thing -> thing.sort() != Sort.TRIGGER && thing.sort() != Sort.FOREIGN_KEY)
                                .map(Thing::name))
                .map(name -> name.schema().orElse(home))
                .filter(schema -> !schemas.contains(schema))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether something of some sorts will be another than it is, gone or new. */
    public boolean touches(Set<Thing> among, Sort... sorts) {
        return among.stream().anyMatch(thing -> List.of(sorts).contains(thing.sort()));
    }

    /** The migration table's schema. */
    public String journalSchema() {
        return Optional.of(journal).flatMap(Name::schema).orElse(home);
    }
}
