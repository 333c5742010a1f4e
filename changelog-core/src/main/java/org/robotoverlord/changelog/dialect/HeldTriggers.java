package org.robotoverlord.changelog.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.change.RenameSchema;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.ReturnType;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Security;
import org.robotoverlord.changelog.schema.Signature;
import org.robotoverlord.changelog.schema.Trigger;
import org.robotoverlord.changelog.schema.TriggerCall;
import org.robotoverlord.changelog.schema.TriggerEvent;
import org.robotoverlord.changelog.schema.Volatility;

/**
 * Makes triggers where one holds what it does: the body of the function that it calls in the models. So a change of either makes it
 * anew, and it comes back as calling a function of its own, {@code table_trigger()}.
 */
public abstract class HeldTriggers {
    /** Stands in a trigger's words for the name of its table; no name holds it. */
    protected static final String TABLE = "\0";

    /** The change. */
    protected final Moment moment;

    private final String database;

    /** @param database what people call it */
    protected HeldTriggers(Moment moment, String database) {
        this.moment = moment;
        this.database = database;
    }

    /**
     * All that is said of a trigger but for its own name, with {@link #TABLE} in place of its table's.
     *
     * @throws Unsupported for one that the database has no like of
     */
    protected abstract String words(Schema schema, String name, Trigger trigger);

    /** What drops one, while the table is called so. */
    protected abstract Statement drop(Name table, String trigger);

    /** What makes one. */
    protected abstract Statement create(Name table, String trigger, String words);

    /** Whether the change leaves a trigger alone whose words it leaves as they are. */
    protected boolean isLeftAlone() {
        return true;
    }

    /** Statements between those that drop the triggers which aren't the same after them, and those that make them. */
    public final List<Statement> around(List<Statement> statements) {
        Map<Name, Map<String, String>> was = all(moment.before());
        Map<Name, Map<String, String>> is = all(moment.after());
        if (was.isEmpty() && is.isEmpty()) {
            return statements;
        }
        Map<Name, Map<String, String>> stays = new LinkedHashMap<>();
        List<Statement> around = new ArrayList<>();
        was.forEach((table, triggers) -> {
            Name called = renamed(table);
            Map<String, String> later = is.getOrDefault(called, Map.of());
            boolean here = called.schema().equals(table.schema()) && isLeftAlone();
            triggers.forEach((trigger, words) -> {
                if (here && words.equals(later.get(trigger))) {
                    stays.computeIfAbsent(called, none -> new LinkedHashMap<>()).put(trigger, words);
                } else if (moment.after().findTable(called).isPresent()) {
                    around.add(drop(table, trigger));
                }
            });
        });
        around.addAll(statements);
        is.forEach((table, triggers) -> triggers.forEach((trigger, words) -> {
            if (!stays.getOrDefault(table, Map.of()).containsKey(trigger)) {
                requireAlone(is, table, trigger);
                around.add(create(table, trigger, words));
            }
        }));
        return around;
    }

    /** What a table is called after the change. */
    private Name renamed(Name table) {
        if (moment.change() instanceof RenameTable rename
                && moment.before().local(rename.from()).equals(table)) {
            return moment.before().local(rename.to());
        }
        boolean moves = moment.change() instanceof RenameSchema rename
                && table.schema().filter(rename.from()::equals).isPresent();
        return moves ? Name.of(((RenameSchema) moment.change()).to(), table.local()) : table;
    }

    private void requireAlone(Map<Name, Map<String, String>> all, Name table, String trigger) {
        all.forEach((other, triggers) -> {
            if (!other.equals(table)
                    && other.schema().equals(table.schema())
                    && triggers.keySet().stream().anyMatch(trigger::equalsIgnoreCase)) {
                throw new Unsupported(database + " has each name of a trigger once in a database, and '" + trigger
                        + "' of '" + table + "' is one of table '" + other + "', too; give one of them another name");
            }
        });
    }

    /** The words of each. */
    private Map<Name, Map<String, String>> all(Schema schema) {
        Map<Name, Map<String, String>> all = new LinkedHashMap<>();
        schema.tables()
                .forEach((table, is) -> is.triggers()
                        .forEach((trigger, each) -> all.computeIfAbsent(table, none -> new LinkedHashMap<>())
                                .put(trigger, words(schema, trigger, each))));
        return all;
    }

    /** The refusal of a trigger. @param what is wrong with it, and what to write instead */
    protected static Unsupported unable(String database, String name, String what) {
        return new Unsupported(database + " has no trigger like '" + name + "', which " + what);
    }

    /**
     * What a trigger does: the body of the function that it calls.
     *
     * @throws Unsupported if the models have no such function, or one in a language
     */
    protected static String body(String database, Schema schema, String name, Trigger trigger) {
        if (!trigger.call().arguments().isEmpty()) {
            throw unable(database, name, "gives arguments to what it holds itself; leave them out");
        }
        return Routines.find(schema, Kind.FUNCTION, new Signature(trigger.call().function(), List.of()))
                .map(Routine::body)
                .filter(is -> is.language().equals("sql"))
                .map(Function::body)
                .orElseThrow(() -> unable(
                        database,
                        name,
                        "calls '" + trigger.call() + "'; write that among the functions, as returns: trigger and"
                                + " language: sql, with a body in " + database + "'s words"));
    }

    /** A schema with a trigger as a database has it, which is called for each row. */
    public static Schema with(
            Schema schema,
            Name table,
            String name,
            Trigger.When when,
            TriggerEvent on,
            Optional<Expression> condition,
            String body) {
        Name function = table.sibling(DerivedName.shortened(table.local() + "_" + name));
        Signature signature = new Signature(function, List.of());
        while (Routines.find(schema, Kind.FUNCTION, signature).isPresent()) {
            signature = signature.named(function.sibling(signature.name().local() + "_"));
        }
        Trigger trigger = new Trigger(
                when,
                List.of(on),
                Trigger.Each.ROW,
                condition,
                new TriggerCall(schema.local(signature.name()), List.of()));
        Function does = new Function(ReturnType.TRIGGER, "sql", Volatility.VOLATILE, Security.INVOKER, body);
        Schema with = Routines.with(schema, Kind.FUNCTION, signature, does);
        return with.with(table, with.table(table).with(name, trigger));
    }
}
