package org.robotoverlord.changelog.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** An order in which every table comes after those its foreign keys point to; within a circle, and else, the order given. */
final class TableOrder {
    private TableOrder() {}

    static List<Name> of(Schema schema, Collection<Name> tables) {
        Map<Name, Set<Name>> needs = needs(schema, tables);
        Map<Name, Name> circles = circles(needs);
        Map<Name, Set<Name>> outside = new LinkedHashMap<>();
        needs.forEach((table, needed) -> {
            Set<Name> others = new LinkedHashSet<>(needed);
            others.removeIf(other -> circles.get(other).equals(circles.get(table)));
            outside.put(table, others);
        });
        return fromTheBottom(outside, outside.keySet());
    }

    private static Map<Name, Set<Name>> needs(Schema schema, Collection<Name> tables) {
        Map<Name, Set<Name>> needs = new LinkedHashMap<>();
        tables.forEach(table -> needs.put(table, new LinkedHashSet<>()));
        needs.forEach((table, needed) -> schema.table(table).foreignKeys().values().stream()
                .map(ForeignKey::references)
                .filter(needs::containsKey)
                .forEach(needed::add));
        return needs;
    }

    /** Table → one that stands for all of its circle, itself where it is in none (Kosaraju's way to strong components). */
    private static Map<Name, Name> circles(Map<Name, Set<Name>> needs) {
        Map<Name, Set<Name>> needers = new LinkedHashMap<>();
        needs.keySet().forEach(table -> needers.put(table, new LinkedHashSet<>()));
        needs.forEach(
                (table, needed) -> needed.forEach(other -> needers.get(other).add(table)));
        List<Name> topDown = fromTheBottom(needs, needs.keySet());
        Collections.reverse(topDown);
        Map<Name, Name> circles = new HashMap<>();
        for (Name table : topDown) {
            fromTheBottom(needers, circles.keySet(), table).forEach(member -> circles.put(member, table));
        }
        return circles;
    }

    private static List<Name> fromTheBottom(Map<Name, Set<Name>> needs, Collection<Name> tables) {
        List<Name> order = new ArrayList<>();
        Set<Name> seen = new HashSet<>();
        for (Name table : tables) {
            List<Name> found = fromTheBottom(needs, seen, table);
            order.addAll(found);
            seen.addAll(found);
        }
        return order;
    }

    /** What a table needs, deepest first, itself last; without recursion, as a chain of tables may be long. */
    private static List<Name> fromTheBottom(Map<Name, Set<Name>> needs, Set<Name> known, Name first) {
        List<Name> order = new ArrayList<>();
        Set<Name> seen = new HashSet<>();
        Deque<Name> path = new ArrayDeque<>();
        Deque<Iterator<Name>> open = new ArrayDeque<>();
        Deque<Name> next = new ArrayDeque<>(List.of(first));
        while (!next.isEmpty() || !path.isEmpty()) {
            Name table = next.poll();
            if (table != null && !known.contains(table) && seen.add(table)) {
                path.push(table);
                open.push(needs.get(table).iterator());
            }
            if (path.isEmpty()) {
                break;
            }
            if (open.peek().hasNext()) {
                next.push(open.peek().next());
            } else {
                open.pop();
                order.add(path.pop());
            }
        }
        return order;
    }
}
