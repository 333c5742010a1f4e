package org.robotoverlord.changelog.dialect.mysql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.robotoverlord.changelog.change.RenameSchema;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.DerivedName;
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
 * Makes triggers. Here one holds what it does: the body of the function that it calls in the models, within its condition. So a change
 * of either makes it anew, and it comes back as calling a function of its own, {@code table_trigger()}.
 */
final class MysqlTriggers {
    private final Moment moment;
    private final MysqlPhrases then;
    private final MysqlPhrases write;

    MysqlTriggers(Moment moment, MysqlPhrases then, MysqlPhrases write) {
        this.moment = moment;
        this.then = then;
        this.write = write;
    }

    /** Statements between those that drop the triggers which aren't the same after them, and those that make them. */
    List<Statement> around(List<Statement> statements) {
        Map<Name, Map<String, String>> was = all(moment.before(), then);
        Map<Name, Map<String, String>> is = all(moment.after(), write);
        if (was.isEmpty() && is.isEmpty()) {
            return statements;
        }
        Map<Name, Map<String, String>> stays = new LinkedHashMap<>();
        List<Statement> around = new ArrayList<>();
        was.forEach((table, triggers) -> {
            Name called = renamed(table);
            Map<String, String> later = is.getOrDefault(called, Map.of());
            boolean here = called.schema().equals(table.schema());
            triggers.forEach((trigger, words) -> {
                if (here && words.equals(later.get(trigger))) {
                    stays.computeIfAbsent(called, none -> new LinkedHashMap<>()).put(trigger, words);
                } else if (moment.after().findTable(called).isPresent()) {
                    around.add(outside(
                            "drop trigger " + write.name(table.sibling(trigger)),
                            MysqlEvidence.trigger(table, trigger, false)));
                }
            });
        });
        around.addAll(statements);
        is.forEach((table, triggers) -> triggers.forEach((trigger, words) -> {
            if (!stays.getOrDefault(table, Map.of()).containsKey(trigger)) {
                requireAlone(is, table, trigger);
                around.add(outside(
                        "create trigger " + write.name(table.sibling(trigger)) + " "
                                + words.replaceFirst(
                                        " for each row",
                                        " on " + Matcher.quoteReplacement(write.name(table)) + " for each row"),
                        MysqlEvidence.trigger(table, trigger, true)));
            }
        }));
        return around;
    }

    private Statement outside(String sql, String done) {
        return Statement.outside(sql, List.of(moment.change()), Optional.of(done));
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

    private static void requireAlone(Map<Name, Map<String, String>> all, Name table, String trigger) {
        all.forEach((other, triggers) -> {
            if (!other.equals(table)
                    && other.schema().equals(table.schema())
                    && triggers.keySet().stream().anyMatch(trigger::equalsIgnoreCase)) {
                throw new Unsupported("MySQL has each name of a trigger once in a database, and '" + trigger + "' of '"
                        + table + "' is one of table '" + other + "', too; give one of them another name");
            }
        });
    }

    /** The words of each, but for the table's name. */
    private static Map<Name, Map<String, String>> all(Schema schema, MysqlPhrases write) {
        Map<Name, Map<String, String>> all = new LinkedHashMap<>();
        schema.tables()
                .forEach((table, is) -> is.triggers()
                        .forEach((trigger, each) -> all.computeIfAbsent(table, none -> new LinkedHashMap<>())
                                .put(trigger, words(schema, trigger, each, write))));
        return all;
    }

    private static String words(Schema schema, String name, Trigger trigger, MysqlPhrases write) {
        requireAble(name, trigger);
        return lower(trigger.when()) + " " + trigger.on().get(0).kind().text() + " for each row\n"
                + body(schema, name, trigger, write);
    }

    private static void requireAble(String name, Trigger trigger) {
        if (trigger.on().size() > 1) {
            throw unable(name, "is called on several things; write a trigger for each");
        }
        if (!trigger.columns().isEmpty()) {
            throw unable(
                    name,
                    "names columns, where any update calls it; leave them out, and write a condition such as"
                            + " not (new.email <=> old.email)");
        }
        if (trigger.forEach() != Trigger.Each.ROW) {
            throw unable(name, "is called once for a statement; write forEach: row");
        }
        if (!trigger.call().arguments().isEmpty()) {
            throw unable(name, "gives arguments to what it holds itself; leave them out");
        }
    }

    private static Unsupported unable(String name, String what) {
        return new Unsupported("MySQL has no trigger like '" + name + "', which " + what);
    }

    private static String body(Schema schema, String name, Trigger trigger, MysqlPhrases write) {
        Function function = Routines.find(
                        schema, Kind.FUNCTION, new Signature(trigger.call().function(), List.of()))
                .map(Routine::body)
                .filter(is -> is.language().equals("sql"))
                .orElseThrow(() -> unable(
                        name,
                        "calls '" + trigger.call() + "'; write that among the functions, as returns: trigger and"
                                + " language: sql, with a body in MySQL's words"));
        String body = MysqlRoutines.sent(function.body());
        return trigger.condition()
                .map(condition -> "if " + write.whole(condition) + " then\n" + body + ";\nend if")
                .orElse(body);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** A schema with a trigger as the server has it. */
    static Schema with(Schema schema, Name table, String name, Trigger.When when, String event, String body) {
        Name function = table.sibling(DerivedName.shortened(table.local() + "_" + name));
        Signature signature = new Signature(function, List.of());
        while (Routines.find(schema, Kind.FUNCTION, signature).isPresent()) {
            signature = signature.named(function.sibling(signature.name().local() + "_"));
        }
        TriggerEvent on = new TriggerEvent.Any(TriggerEvent.Kind.valueOf(event.toUpperCase(Locale.ROOT)));
        Trigger trigger = new Trigger(
                when,
                List.of(on),
                Trigger.Each.ROW,
                Optional.empty(),
                new TriggerCall(schema.local(signature.name()), List.of()));
        Function does = new Function(ReturnType.TRIGGER, "sql", Volatility.VOLATILE, Security.INVOKER, body);
        Schema with = Routines.with(schema, Kind.FUNCTION, signature, does);
        return with.with(table, with.table(table).with(name, trigger));
    }

    /** A schema with the triggers of a wished one as they would come back. */
    static Schema asKept(Schema schema, Schema wished, MysqlPhrases write) {
        Schema kept = schema;
        for (Name table : new TreeSet<>(wished.tables().keySet())) {
            for (Map.Entry<String, Trigger> trigger :
                    new TreeMap<>(wished.table(table).triggers()).entrySet()) {
                Trigger is = trigger.getValue();
                requireAble(trigger.getKey(), is);
                kept = with(
                        kept,
                        table,
                        trigger.getKey(),
                        is.when(),
                        is.on().get(0).kind().text(),
                        body(wished, trigger.getKey(), is, write));
            }
        }
        return kept;
    }
}
