package org.robotoverlord.changelog.dialect.postgres;

import java.util.Locale;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Trigger;
import org.robotoverlord.changelog.schema.TriggerCall;
import org.robotoverlord.changelog.schema.TriggerEvent;

/** What PostgreSQL does to tables in words of its own: triggers, and that rows are kept apart. */
final class PostgresTables extends TableSql {
    PostgresTables(Moment moment, Phrases write) {
        super(moment, write);
    }

    @Override
    public Statement create(Name name, Table table) {
        String plain = super.create(name, table).sql();
        return moment.statement(plain
                + table.partitioning()
                        .map(is -> PostgresPartitions.clause(is.by(), write))
                        .orElse(""));
    }

    /** Of a partitioned table, no other clause about the column may stand beside: in the partitions the column is gone before its turn. */
    @Override
    public Statement dropColumn(Name table, String name) {
        boolean parted = moment.before()
                .findTable(table)
                .filter(is -> is.partitioning().isPresent())
                .isPresent();
        return parted ? alone(table, "drop column " + write.name(name)) : super.dropColumn(table, name);
    }

    @Override
    public Statement createTrigger(Name table, String name, Trigger trigger) {
        return moment.statement("create trigger " + text(table, name, trigger));
    }

    Statement replaceTrigger(Name table, String name, Trigger trigger) {
        return moment.statement("create or replace trigger " + text(table, name, trigger));
    }

    private String text(Name table, String name, Trigger trigger) {
        String condition =
                trigger.condition().map(sql -> " when " + write.enclosed(sql)).orElse("");
        return write.name(name) + " " + lower(trigger.when()) + " "
                + trigger.on().stream().map(this::event).collect(Collectors.joining(" or ")) + " on "
                + write.name(table) + " for each " + lower(trigger.forEach()) + condition + " execute function "
                + call(trigger.call());
    }

    private String event(TriggerEvent event) {
        return event.kind().text() + (event.columns().isEmpty() ? "" : " of " + write.names(event.columns()));
    }

    private String call(TriggerCall call) {
        boolean declared = moment.after()
                .find(
                        org.robotoverlord.changelog.schema.Kind.FUNCTION,
                        new org.robotoverlord.changelog.schema.Signature(call.function(), java.util.List.of()).key())
                .isPresent();
        // A function that no model declares may be the database's own.
        boolean plain = !declared && call.function().schema().isEmpty();
        return (plain ? write.name(call.function().local()) : write.name(call.function()))
                + call.arguments().stream().map(write::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
