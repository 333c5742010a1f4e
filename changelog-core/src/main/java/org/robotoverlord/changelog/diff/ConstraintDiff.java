package org.robotoverlord.changelog.diff;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Table;

/**
 * What of a table's constraints and indexes goes, and what only gets another name. What stays is in neither; what is missing then
 * has to be added.
 */
final class ConstraintDiff {
    private final Set<String> foreignKeys = new LinkedHashSet<>();
    private final Set<String> constraints = new LinkedHashSet<>();
    private final Set<String> indexes = new LinkedHashSet<>();
    private final Map<String, String> renamedConstraints = new LinkedHashMap<>();
    private final Map<String, String> renamedIndexes = new LinkedHashMap<>();

    /**
     * @param was the table with all renames of columns done
     * @param hintedConstraints which of several equal ones is renamed to which, where a hint says so
     * @param hintedIndexes the same of indexes
     */
    ConstraintDiff(
            Name name,
            Table was,
            Table after,
            Touched touched,
            Map<Name, Name> hintedConstraints,
            Map<Name, Name> hintedIndexes) {
        match(keys(was), keys(after), Object::equals, key -> false, hintedConstraints, constraints, renamedConstraints);
        match(
                was.uniques(),
                after.uniques(),
                Object::equals,
                unique -> false,
                hintedConstraints,
                constraints,
                renamedConstraints);
        match(
                was.checks(),
                after.checks(),
                Object::equals,
                check -> touched.isReread(name, check.check()),
                hintedConstraints,
                constraints,
                renamedConstraints);
        match(
                was.foreignKeys(),
                after.foreignKeys(),
                Object::equals,
                key -> key.columns().stream().anyMatch(column -> touched.isUnlike(name, column)),
                hintedConstraints,
                foreignKeys,
                renamedConstraints);
        match(
                was.excludes(),
                after.excludes(),
                Object::equals,
                exclude -> touched.isReread(name, exclude),
                hintedConstraints,
                constraints,
                renamedConstraints);
        match(
                was.indexes(),
                after.indexes(),
                ConstraintDiff::sameButForComment,
                index -> touched.isReread(name, index),
                hintedIndexes,
                indexes,
                renamedIndexes);
    }

    private static Map<String, java.util.List<String>> keys(Table table) {
        return table.primaryKey().map(key -> Map.of(key.name(), key.columns())).orElse(Map.of());
    }

    private static boolean sameButForComment(Index one, Index other) {
        return one.withComment(Optional.empty()).equals(other.withComment(Optional.empty()));
    }

    private static <T> void match(
            Map<String, T> was,
            Map<String, T> after,
            BiPredicate<T, T> same,
            Predicate<T> remade,
            Map<Name, Name> hinted,
            Set<String> gone,
            Map<String, String> renamed) {
        Map<String, T> open = new LinkedHashMap<>(was);
        Map<String, T> fresh = new LinkedHashMap<>(after);
        was.forEach((name, body) -> {
            if (remade.test(body)) {
                gone.add(name);
                open.remove(name);
            } else if (after.containsKey(name) && same.test(body, after.get(name))) {
                open.remove(name);
                fresh.remove(name);
            }
        });
        hinted.forEach((from, to) -> {
            T body = open.get(from.local());
            T other = fresh.get(to.local());
            if (body != null && other != null && same.test(body, other)) {
                open.remove(from.local());
                fresh.remove(to.local());
                renamed.put(from.local(), to.local());
            }
        });
        open.forEach((name, body) -> {
            Optional<String> other = fresh.entrySet().stream()
                    .filter(entry -> same.test(body, entry.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            other.ifPresentOrElse(to -> renamed.put(name, to), () -> gone.add(name));
            other.ifPresent(fresh::remove);
        });
    }

    /** The foreign keys that go. */
    Set<String> foreignKeys() {
        return foreignKeys;
    }

    /** The other constraints that go. */
    Set<String> constraints() {
        return constraints;
    }

    /** The indexes that go. */
    Set<String> indexes() {
        return indexes;
    }

    /** Name before → name after. */
    Map<String, String> renamedConstraints() {
        return renamedConstraints;
    }

    /** Name before → name after. */
    Map<String, String> renamedIndexes() {
        return renamedIndexes;
    }
}
