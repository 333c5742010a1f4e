package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.List;

/** Where expressions of a {@link Schema} call a function: checks, generated columns, indexes, defaults, policies, domains, views. */
public final class Calls {
    private Calls() {}

    /** What calls the function and stands on it therefore, each as a person would say it: {@code check 'c' of 'users'}. */
    public static List<String> of(Schema schema, Name function) {
        List<String> calling = new ArrayList<>();
        schema.tables()
                .forEach((name, table) ->
                        in(table, function, schema).forEach(part -> calling.add(part + " of '" + name + "'")));
        schema.all(Kind.VIEW).forEach((name, view) -> {
            if (in(view.query(), function, schema)
                    || view.indexes().values().stream().anyMatch(index -> in(index, function, schema))) {
                calling.add("view '" + name + "'");
            }
        });
        schema.all(Kind.DOMAIN).forEach((name, domain) -> {
            if (in(domain, function, schema)) {
                calling.add("domain '" + name + "'");
            }
        });
        for (Routine<?> routine : Routines.all(schema)) {
            if (in(routine, function, schema)) {
                calling.add(Routines.kind(routine) + " '" + routine.signature() + "'");
            }
        }
        return calling;
    }

    private static List<String> in(Table table, Name function, Schema schema) {
        return Spelled.in(table, sql -> in(sql, function, schema));
    }

    /** Whether a domain's default or a check of it calls the function. */
    public static boolean in(Domain domain, Name function, Schema schema) {
        return domain.says(sql -> in(sql, function, schema));
    }

    /** Whether an exclusion calls the function. */
    public static boolean in(Exclude exclude, Name function, Schema schema) {
        return exclude.says(sql -> in(sql, function, schema));
    }

    /** Whether an index calls the function. */
    public static boolean in(Index index, Name function, Schema schema) {
        return Spelled.in(index, sql -> in(sql, function, schema));
    }

    /** Whether a column's default or its computing calls the function. */
    public static boolean in(Column column, Name function, Schema schema) {
        return Spelled.in(column).filter(sql -> in(sql, function, schema)).isPresent();
    }

    /** Whether a default of the routine's parameters calls the function. */
    public static boolean in(Routine<?> routine, Name function, Schema schema) {
        return routine.signature().parameters().stream()
                .flatMap(parameter -> parameter.defaultValue().stream())
                .anyMatch(sql -> in(sql, function, schema));
    }

    /** Whether an expression calls the function. */
    public static boolean in(Expression sql, Name function, Schema schema) {
        return sql.calls(schema.local(function), schema.setting().home());
    }

    /** Whether a trigger's condition calls the function. */
    public static boolean inCondition(Trigger trigger, Name function, Schema schema) {
        return trigger.condition().filter(sql -> in(sql, function, schema)).isPresent();
    }

    /** Whether a trigger calls the function: the one of that name which takes nothing. */
    public static boolean in(Trigger trigger, Name function, Schema schema) {
        return trigger.call().function().equals(schema.local(function));
    }

    /** The triggers that call the function of a signature, each as a person would say it. */
    public static List<String> ofTriggers(Schema schema, Signature signature) {
        List<String> calling = new ArrayList<>();
        if (signature.parameters().isEmpty()) {
            schema.tables()
                    .forEach((name, table) -> table.triggers().forEach((trigger, is) -> {
                        if (in(is, signature.name(), schema)) {
                            calling.add("trigger '" + trigger + "' of '" + name + "'");
                        }
                    }));
        }
        return calling;
    }

    /** The schema with a function renamed in all triggers that call it. */
    static Schema renameInTriggers(Schema schema, Name from, Name to) {
        Schema after = schema;
        for (Name name : schema.tables().keySet()) {
            Table table = schema.table(name);
            Table renamed = table.mapTriggers(trigger -> in(trigger, from, schema) ? trigger.calling(to) : trigger);
            after = renamed.equals(table) ? after : after.with(name, renamed);
        }
        return after;
    }

    /** The schema with a function renamed in all that calls it. */
    static Schema rename(Schema schema, Name from, Name to) {
        String home = schema.setting().home();
        return Spelled.map(schema, sql -> sql.renameCall(from, to, home));
    }
}
