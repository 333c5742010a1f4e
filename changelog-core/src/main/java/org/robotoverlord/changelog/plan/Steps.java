package org.robotoverlord.changelog.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.NeededFill;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Makes steps of changes: the dialect's statements, cut where one can't be in a transaction, with a look at the rows before what
 * would fail on them. Rows are looked at before the first statement; those of a table that an earlier change of the same changelog
 * creates, renames or writes to, right before the change that needs them.
 */
final class Steps {
    private final Dialect dialect;
    private final Server server;
    private final Schema start;
    private final List<PlacedChange> changes;
    private final Map<Change, PlacedChange> places = new IdentityHashMap<>();
    private final List<Piece> first = new ArrayList<>();
    private final Map<Change, List<Piece.Look>> late = new IdentityHashMap<>();

    private Steps(Dialect dialect, Server server, Schema start, List<PlacedChange> changes) {
        this.dialect = dialect;
        this.server = server;
        this.start = start;
        this.changes = changes;
        changes.forEach(placed -> places.put(placed.change(), placed));
    }

    static List<Step> of(Dialect dialect, Server server, Schema start, List<PlacedChange> changes) {
        Steps steps = new Steps(dialect, server, start, changes);
        steps.findLooks();
        return steps.cut();
    }

    private void findLooks() {
        Set<Name> touched = new HashSet<>();
        boolean any = false;
        Schema schema = start;
        for (PlacedChange placed : changes) {
            Change change = placed.change();
            for (NeededFill needed : change.neededFills(schema)) {
                if (needed.fill().isPresent()) {
                    continue;
                }
                boolean later = any || touched.contains(schema.local(needed.table())) || !isThere(needed);
                Piece.Look look = new Piece.Look(dialect.rowsToFill(needed, schema), needed, placed);
                if (later) {
                    late.computeIfAbsent(change, none -> new ArrayList<>()).add(look);
                } else {
                    first.add(look);
                }
            }
            any |= change.writesAnything();
            touched.addAll(change.writes(schema));
            if (change instanceof CreateTable create) {
                touched.add(schema.local(create.name()));
            } else if (change instanceof RenameTable rename) {
                touched.add(schema.local(rename.to()));
            }
            schema = SchemaAt.after(placed, schema);
        }
    }

    /** Whether what is looked at has its name already when the changelog begins. */
    private boolean isThere(NeededFill needed) {
        return start.findTable(needed.table())
                .filter(table -> !needed.exists() || table.columns().containsKey(needed.column()))
                .isPresent();
    }

    private List<Step> cut() {
        List<Step> steps = new ArrayList<>();
        List<Piece> open = new ArrayList<>(first);
        for (Statement statement : statements()) {
            for (Change served : statement.serves()) {
                Optional.ofNullable(late.remove(served)).ifPresent(open::addAll);
            }
            Piece run = new Piece.Run(
                    statement, statement.serves().stream().map(places::get).toList());
            if (statement.transactional()) {
                open.add(run);
                continue;
            }
            if (open.stream().anyMatch(Piece.Run.class::isInstance)) {
                steps.add(new Step(true, open));
                open = new ArrayList<>();
            }
            open.add(run);
            steps.add(new Step(false, open));
            open = new ArrayList<>();
        }
        if (!open.isEmpty()) {
            steps.add(new Step(true, open));
        }
        return steps;
    }

    private List<Statement> statements() {
        return dialect.statements(changes.stream().map(PlacedChange::change).toList(), start, server);
    }
}
