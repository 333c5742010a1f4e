package org.robotoverlord.changelog.dialect.mysql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.robotoverlord.changelog.dialect.HeldTriggers;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Trigger;
import org.robotoverlord.changelog.schema.TriggerEvent;

/** Makes triggers, which hold their condition, too. */
final class MysqlTriggers extends HeldTriggers {
    private static final String MYSQL = "MySQL";

    private final MysqlPhrases write;

    MysqlTriggers(Moment moment, MysqlPhrases write) {
        super(moment, MYSQL);
        this.write = write;
    }

    @Override
    protected String words(Schema schema, String name, Trigger trigger) {
        requireAble(name, trigger);
        return trigger.when().name().toLowerCase(Locale.ROOT) + " "
                + trigger.on().get(0).kind().text() + " on " + TABLE + " for each row\n"
                + held(schema, name, trigger, write);
    }

    @Override
    protected Statement drop(Name table, String trigger) {
        return outside(
                "drop trigger " + write.name(table.sibling(trigger)), MysqlEvidence.trigger(table, trigger, false));
    }

    @Override
    protected Statement create(Name table, String trigger, String words) {
        return outside(
                "create trigger " + write.name(table.sibling(trigger)) + " " + words.replace(TABLE, write.name(table)),
                MysqlEvidence.trigger(table, trigger, true));
    }

    private Statement outside(String sql, String done) {
        return Statement.outside(sql, List.of(moment.change()), Optional.of(done));
    }

    private static void requireAble(String name, Trigger trigger) {
        if (trigger.on().size() > 1) {
            throw unable(MYSQL, name, "is called on several things; write a trigger for each");
        }
        if (!trigger.columns().isEmpty()) {
            throw unable(
                    MYSQL,
                    name,
                    "names columns, where any update calls it; leave them out, and write a condition such as"
                            + " not (new.email <=> old.email)");
        }
        if (trigger.forEach() != Trigger.Each.ROW) {
            throw unable(MYSQL, name, "is called once for a statement; write forEach: row");
        }
    }

    private static String held(Schema schema, String name, Trigger trigger, MysqlPhrases write) {
        String body = MysqlRoutines.sent(body(MYSQL, schema, name, trigger));
        return trigger.condition()
                .map(condition -> "if " + write.whole(condition) + " then\n" + body + ";\nend if")
                .orElse(body);
    }

    /** A schema with a trigger as the server has it. */
    static Schema with(Schema schema, Name table, String name, Trigger.When when, String event, String body) {
        TriggerEvent on = new TriggerEvent.Any(TriggerEvent.Kind.valueOf(event.toUpperCase(Locale.ROOT)));
        return with(schema, table, name, when, on, Optional.empty(), body);
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
                        held(wished, trigger.getKey(), is, write));
            }
        }
        return kept;
    }
}
