package org.robotoverlord.changelog.diff;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.AlterExtension;
import org.robotoverlord.changelog.change.CreateExtension;
import org.robotoverlord.changelog.change.CreateSchema;
import org.robotoverlord.changelog.change.DropExtension;
import org.robotoverlord.changelog.change.DropSchema;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequences;
import org.robotoverlord.changelog.schema.Table;

/**
 * Finds the changes that make one schema of another, in an order in which each applies, on replay and on a database: renames
 * first, then what must go before columns change, the columns, what stands on them, new tables, and foreign keys at last. The same
 * schemas and decisions give the same changes.
 */
public final class Differ {
    private final Decisions decisions;
    private final Past past;

    /**
     * @param decisions what a person may have to decide
     * @param past everything that ever happened to the schema before; it tells which hints are spent
     */
    public Differ(Decisions decisions, Past past) {
        this.decisions = decisions;
        this.past = past;
    }

    /**
     * @param before what is there
     * @param after what should be; it must hold together ({@link Schema#require})
     * @param hints what the models say of old names
     * @throws Problem for hints that can't be meant, answers that don't fit, and changes that are bound to fail
     */
    public Difference diff(Schema before, Schema after, List<Hint> hints) {
        return hints.isEmpty() && before.equals(after)
                ? new Difference(List.of(), List.of())
                : new Run(before, after, hints).run();
    }

    /** One diff. */
    private final class Run {
        private final Findings findings = new Findings(decisions.happened());
        private final Draft draft;
        private final Hints hints;
        private final Fills fills;
        private final Clearing clearing;
        private final Tables tables;
        private final RoutineDiff routines;
        private final DomainDiff domains;
        private final TriggerDiff triggers;
        private final Map<Name, Name> tablesBefore = new HashMap<>();
        private final Schema before;
        private final Schema after;

        Run(Schema before, Schema after, List<Hint> given) {
            this.before = before;
            this.after = after;
            draft = new Draft(before, PartitionDiff.staged(before, after));
            hints = new Hints(given, after, past, findings);
            fills = new Fills(draft, decisions);
            clearing = new Clearing(draft, fills);
            tables = new Tables(draft, clearing);
            routines = new RoutineDiff(draft, clearing);
            domains = new DomainDiff(draft);
            triggers = new TriggerDiff(draft);
        }

        Difference run() {
            PartitionDiff.detach(draft);
            createSchemas();
            changeExtensions();
            ViewDiff views = new ViewDiff(draft);
            views.clear();
            EnumDiff enums = rename();
            PartitionDiff partitions = new PartitionDiff(draft, clearing);
            partitions.misfits(enums.changed()).values().forEach(findings::refuse);
            findings.throwIfAny();
            partitions.clear();
            domains.stepAside();
            enums.create();
            SequenceDiff sequences = new SequenceDiff(draft, clearing, decisions);
            sequences.rename();
            sequences.create();
            domains.create();
            triggers.drop();
            routines.clear();
            routines.create();
            domains.create();
            routines.create();
            Set<Name> changedEnums = enums.changed();
            Set<Name> changed = new LinkedHashSet<>(changedEnums);
            changed.addAll(domains.changed(changedEnums));
            views.freeRetyped(changed);
            Clearance clearance = new Clearance(
                    draft, clearing, new Touched(draft.now(), draft.after(), changed), hints, tablesBefore);
            findings.throwIfAny();
            clearance.clear();
            clearance.rename();
            sequences.create();
            clearance.uncompute(this::diff);
            Set<Name> cast = Set.copyOf(changed);
            changed.addAll(domains.tightened());
            changed.forEach(this::leave);
            cast.stream().sorted().forEach(domains::leave);
            changedEnums.forEach(enums::change);
            domains.alter();
            draft.common().forEach(name -> diff(name).change());
            partitions.change();
            decisions.finish();
            findings.throwIfAny();
            triggers.create();
            routines.drop();
            domains.drop();
            sequences.drop();
            enums.drop();
            tables.create();
            routines.create();
            tables.addForeignKeys();
            sequences.alter();
            views.change();
            draft.after().tables().keySet().forEach(name -> new PolicyDiff(draft, name).change());
            PartitionDiff.attach(draft, before, after);
            dropExtensionsAndSchemas();
            if (!draft.now().equals(after)) {
                throw new IllegalStateException(
                        "the changes found lead elsewhere: " + draft.now() + " instead of " + after);
            }
            return new Difference(draft.steps(), findings.warnings());
        }

        private TableDiff diff(Name table) {
            return new TableDiff(draft, clearing, fills, findings, table);
        }

        private void createSchemas() {
            for (String name : draft.after().schemas()) {
                if (!draft.now().schemas().contains(name)) {
                    draft.add(new CreateSchema(name));
                }
            }
        }

        private void changeExtensions() {
            draft.after().extensions().forEach((name, extension) -> {
                Extension now = draft.now().extensions().get(name);
                if (now == null) {
                    draft.add(new CreateExtension(name, extension));
                } else if (!now.equals(extension)) {
                    draft.add(new AlterExtension(name, extension));
                }
            });
        }

        /** Enums first, as far as no table is in their way, so that values are added before anything else happens. */
        private EnumDiff rename() {
            Map<Name, Name> enumsBefore = new HashMap<>();
            Moves moves = new Moves(draft);
            enumRenames().forEach((from, to) -> {
                enumsBefore.put(to, from);
                moves.add(Labelled.enumType(from), to);
            });
            domains.rename(moves, decisions);
            EnumDiff enums = new EnumDiff(draft, clearing, hints, enumsBefore, decisions);
            moves.goFree();
            enums.grow(moves);
            RenameFinder found = tableRenames();
            findings.throwIfAny();
            routines.dropThoseOf(found.gone());
            tables.drop(gone(found));
            found.renames().forEach((from, to) -> {
                tablesBefore.put(to, from);
                leaveSequences(from, to);
                moves.add(Labelled.table(from), to);
            });
            moves.finish();
            enums.grow(moves);
            draft.common().forEach(this::renameColumns);
            return enums;
        }

        /** The tables that go; where nobody applies what is found, those too that can't become what they should be. */
        private Set<Name> gone(RenameFinder found) {
            Set<Name> gone = new LinkedHashSet<>(found.gone());
            if (decisions.happened()) {
                new PartitionDiff(draft, clearing).misfits(Set.of()).keySet().forEach(gone::add);
            }
            return gone;
        }

        /** Lets sequences stay that would go with a table into another schema and shouldn't, or find their name taken there. */
        private void leaveSequences(Name from, Name to) {
            if (!from.schema().equals(to.schema())) {
                for (Name sequence : Sequences.ownedBy(draft.now(), from)) {
                    Name moved = to.sibling(sequence.local());
                    boolean collides = moved.equals(to) || isRelation(draft.now(), moved);
                    if (collides || draft.after().find(Kind.SEQUENCE, sequence).isPresent()) {
                        clearing.disown(sequence);
                    }
                }
            }
        }

        private static boolean isRelation(Schema schema, Name name) {
            return schema.findTable(name).isPresent()
                    || schema.find(Kind.SEQUENCE, name).isPresent()
                    || schema.find(Kind.VIEW, name).isPresent();
        }

        private Map<Name, Name> enumRenames() {
            Set<Name> before = draft.now().enums().keySet();
            Set<Name> after = draft.after().enums().keySet();
            Name any = Name.of("any");
            return new RenameFinder(
                            Hint.Kind.ENUM,
                            any,
                            before,
                            after,
                            hints.renames(Hint.Kind.ENUM, any, any, before, after),
                            decisions)
                    .pairEqual((from, to) -> draft.now()
                            .enumType(from)
                            .values()
                            .equals(draft.after().enumType(to).values()))
                    .renames();
        }

        private RenameFinder tableRenames() {
            Map<Name, Table> before = draft.now().tables();
            Map<Name, Table> after = draft.after().tables();
            Name any = Name.of("any");
            return new RenameFinder(
                            Hint.Kind.TABLE,
                            any,
                            before.keySet(),
                            after.keySet(),
                            hints.renames(Hint.Kind.TABLE, any, any, before.keySet(), after.keySet()),
                            decisions)
                    .ask(
                            (from, to) -> Likeness.ofTables(before.get(from), after.get(to))
                                    && PartitionDiff.isAlike(before.get(from), after.get(to)),
                            (from, to) -> Likeness.difference(before.get(from), after.get(to)));
        }

        private void renameColumns(Name table) {
            Map<String, Column> before = draft.table(table).columns();
            Map<String, Column> after = draft.wanted(table).columns();
            if (before.keySet().equals(after.keySet()) && !hints.concern(table)) {
                return;
            }
            Name tableBefore = tablesBefore.getOrDefault(table, table);
            RenameFinder found = new RenameFinder(
                            Hint.Kind.COLUMN,
                            table,
                            names(before),
                            names(after),
                            hints.renames(Hint.Kind.COLUMN, table, tableBefore, names(before), names(after)),
                            decisions)
                    .ask(
                            (from, to) -> type(before, from).equals(type(after, to))
                                    || Likeness.ofNames(from.local(), to.local())
                                            && Cast.isPossible(type(before, from), type(after, to), draft),
                            (from, to) -> type(before, from).equals(type(after, to)) ? 0 : 1);
            Moves moves = new Moves(draft);
            found.gone().stream()
                    .filter(found.renames()::containsValue)
                    .forEach(inTheWay -> clearing.dropColumn(table, inTheWay.local()));
            found.renames().forEach((from, to) -> {
                if (draft.column(table, from.local()).isPresent()) {
                    moves.add(new Labelled(Hint.Kind.COLUMN, table, from), to);
                }
            });
            moves.finish();
        }

        private static ColumnType type(Map<String, Column> columns, Name name) {
            return columns.get(name.local()).type();
        }

        private static Set<Name> names(Map<String, Column> columns) {
            return columns.keySet().stream().map(Name::of).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** Lets columns go that are of an enum and won't be, before its values change. */
        private void leave(Name enumType) {
            draft.now()
                    .columnsOf(enumType)
                    .forEach((table, columns) -> columns.forEach(column -> {
                        Optional<Column> after = draft.wanted(table, column);
                        if (after.filter(is -> is.generated().isEmpty()).isEmpty()) {
                            clearing.dropColumn(table, column);
                        } else if (!isOf(after.get(), enumType)) {
                            diff(table).retype(column);
                        }
                    }));
        }

        private boolean isOf(Column column, Name enumType) {
            return column.type().userType().filter(enumType::equals).isPresent();
        }

        private void dropExtensionsAndSchemas() {
            for (String name : List.copyOf(draft.now().extensions().keySet())) {
                if (!draft.after().extensions().containsKey(name)) {
                    draft.add(new DropExtension(name));
                }
            }
            for (String name : List.copyOf(draft.now().schemas())) {
                if (!draft.after().schemas().contains(name)) {
                    draft.add(new DropSchema(name));
                }
            }
        }
    }
}
