package org.robotoverlord.changelog.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** An order in which every table comes after those its foreign keys point to, but for circles; else the order given. */
final class TableOrder {
    private final Schema schema;
    private final Set<Name> wanted;
    private final Set<Name> seen = new HashSet<>();
    private final List<Name> order = new ArrayList<>();

    private TableOrder(Schema schema, Collection<Name> wanted) {
        this.schema = schema;
        this.wanted = new LinkedHashSet<>(wanted);
    }

    static List<Name> of(Schema schema, Collection<Name> tables) {
        TableOrder found = new TableOrder(schema, tables);
        found.wanted.forEach(found::visit);
        return found.order;
    }

    /** Goes down to what a table needs; without recursion, as a chain of tables may be long. */
    private void visit(Name first) {
        Deque<Name> path = new ArrayDeque<>();
        Deque<Iterator<Name>> needs = new ArrayDeque<>();
        enter(first, path, needs);
        while (!path.isEmpty()) {
            if (needs.peek().hasNext()) {
                enter(needs.peek().next(), path, needs);
            } else {
                needs.pop();
                order.add(path.pop());
            }
        }
    }

    private void enter(Name table, Deque<Name> path, Deque<Iterator<Name>> needs) {
        if (seen.add(table)) {
            path.push(table);
            needs.push(schema.table(table).foreignKeys().values().stream()
                    .map(ForeignKey::references)
                    .filter(wanted::contains)
                    .iterator());
        }
    }
}
