package org.robotoverlord.changelog.dialect.sqlite;

import java.util.Locale;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.dialect.HeldTriggers;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Trigger;

/** Makes triggers. SQLite itself would put another name of a column or table into their words, and leaves those of the models. */
final class SqliteTriggers extends HeldTriggers {
    private static final String SQLITE = "SQLite";

    private final SqlitePhrases write;

    SqliteTriggers(Moment moment, SqlitePhrases write) {
        super(moment, SQLITE);
        this.write = write;
    }

    @Override
    protected String words(Schema schema, String name, Trigger trigger) {
        return words(schema, name, trigger, write);
    }

    @Override
    protected Statement drop(Name table, String trigger) {
        return moment.statement("drop trigger " + write.name(trigger));
    }

    @Override
    protected Statement create(Name table, String trigger, String words) {
        return moment.statement(create(table, trigger, words, write));
    }

    private static String create(Name table, String trigger, String words, SqlitePhrases write) {
        return "create trigger " + write.name(trigger) + " " + words.replace(TABLE, write.name(table));
    }

    @Override
    protected boolean isLeftAlone() {
        return !(moment.change() instanceof RenameColumn) && !(moment.change() instanceof RenameTable);
    }

    /** The statement that makes a trigger of a schema. */
    static String statement(Schema schema, Name table, String name, Trigger trigger, SqlitePhrases write) {
        return create(table, name, words(schema, name, trigger, write), write);
    }

    private static String words(Schema schema, String name, Trigger trigger, SqlitePhrases write) {
        requireAble(name, trigger);
        String columns = trigger.columns().isEmpty() ? "" : " of " + write.names(trigger.columns());
        String condition =
                trigger.condition().map(sql -> " when " + write.enclosed(sql)).orElse("");
        return trigger.when().name().toLowerCase(Locale.ROOT) + " "
                + trigger.on().get(0).kind().text() + columns + " on " + TABLE + " for each row" + condition + "\n"
                + block(body(SQLITE, schema, name, trigger));
    }

    private static void requireAble(String name, Trigger trigger) {
        if (trigger.on().size() > 1) {
            throw unable(SQLITE, name, "is called on several things; write a trigger for each");
        }
        if (trigger.forEach() != Trigger.Each.ROW) {
            throw unable(SQLITE, name, "is called once for a statement; write forEach: row");
        }
    }

    /** @throws Unsupported if nothing is in it */
    private static String block(String body) {
        Tokens tokens = new Tokens(body);
        if (tokens.atEnd()) {
            throw new Unsupported("SQLite has no trigger that does nothing; write a statement into its function");
        }
        String statements = tokens.rest().strip();
        boolean whole = tokens.isNext("begin") && tokens.endsIn("end");
        return whole ? statements : "begin\n" + statements + (tokens.endsIn(";") ? "" : ";") + "\nend";
    }
}
