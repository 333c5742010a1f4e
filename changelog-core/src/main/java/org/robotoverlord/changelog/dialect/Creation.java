package org.robotoverlord.changelog.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.change.AddForeignKey;
import org.robotoverlord.changelog.change.AlterSequence;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreateDomain;
import org.robotoverlord.changelog.change.CreateEnum;
import org.robotoverlord.changelog.change.CreateExtension;
import org.robotoverlord.changelog.change.CreatePolicy;
import org.robotoverlord.changelog.change.CreateSchema;
import org.robotoverlord.changelog.change.CreateSequence;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.CreateView;
import org.robotoverlord.changelog.change.RoutineChanges;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.TableBody;
import org.robotoverlord.changelog.schema.Views;

/** Says which changes make a schema where there is only its empty home, in an order that any database takes. */
public final class Creation {
    private Creation() {}

    /** The changes; foreign keys, views and policies come last, so that tables may point to each other. */
    public static List<Change> of(Schema schema) {
        List<Change> changes = new ArrayList<>();
        schema.schemas().forEach(name -> changes.add(new CreateSchema(name)));
        schema.extensions().forEach((name, extension) -> changes.add(new CreateExtension(name, extension)));
        schema.enums().forEach((name, type) -> changes.add(new CreateEnum(name, type)));
        schema.all(Kind.SEQUENCE)
                .forEach((name, sequence) ->
                        changes.add(new CreateSequence(name, sequence.withOwner(Optional.empty()))));
        List<Routine<?>> early = Routines.inOrder(schema, Domains.callees(schema));
        early.forEach(routine -> changes.add(RoutineChanges.creating(routine)));
        Domains.inOrder(schema).forEach(name -> changes.add(new CreateDomain(name, schema.get(Kind.DOMAIN, name))));
        // What takes or gives rows of a table comes after it; tables may call the others.
        List<Routine<?>> ofRows = new ArrayList<>();
        List<Routine<?>> others = new ArrayList<>(Routines.all(schema));
        others.removeAll(early);
        for (Routine<?> routine : Routines.inOrder(schema, others)) {
            if (Routines.tables(schema, routine).isEmpty()) {
                changes.add(RoutineChanges.creating(routine));
            } else {
                ofRows.add(routine);
            }
        }
        schema.tables()
                .forEach((name, table) -> changes.add(new CreateTable(
                        name, TableBody.of(name, table.withForeignKeys(Map.of()).withPolicies(Map.of())))));
        ofRows.forEach(routine -> changes.add(RoutineChanges.creating(routine)));
        schema.tables()
                .forEach((name, table) -> table.foreignKeys()
                        .forEach((key, foreign) -> changes.add(new AddForeignKey(name, key, foreign))));
        schema.all(Kind.SEQUENCE)
                .forEach((name, sequence) ->
                        sequence.ownedBy().ifPresent(owner -> changes.add(new AlterSequence(name, sequence))));
        Views.inOrder(schema).forEach(name -> changes.add(new CreateView(name, schema.get(Kind.VIEW, name))));
        schema.tables()
                .forEach((name, table) ->
                        table.policies().forEach((policy, is) -> changes.add(new CreatePolicy(name, policy, is))));
        return changes;
    }
}
