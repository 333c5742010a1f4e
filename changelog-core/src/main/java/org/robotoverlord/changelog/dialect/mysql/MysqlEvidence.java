package org.robotoverlord.changelog.dialect.mysql;

import java.util.Locale;
import org.robotoverlord.changelog.schema.Name;

/**
 * Queries of the catalogue that give a row exactly where something is there, or is gone. Each statement is done whole or not at all,
 * so one thing that it makes, takes away or renames tells whether it is done.
 */
final class MysqlEvidence {
    private MysqlEvidence() {}

    static String table(Name name, boolean there) {
        return asked("tables", name, "table_name", name.local(), there);
    }

    static String column(Name table, String column, boolean there) {
        return asked("columns", table, "column_name", column, there);
    }

    static String key(Name table, String key, boolean there) {
        return asked("statistics", table, "index_name", key, there);
    }

    static String constraint(Name table, String constraint, boolean there) {
        return asked("table_constraints", table, "constraint_name", constraint, there);
    }

    /**
     * MySQL knows the kind in capitals alone.
     *
     * @param kind {@code function} or {@code procedure}
     */
    static String routine(String kind, Name name, boolean there) {
        String query = "select 1 from information_schema.routines where routine_schema = " + schema(name)
                + " and routine_type = " + MysqlQuotes.text(kind.toUpperCase(Locale.ROOT))
                + " and hex(routine_name) = hex("
                + MysqlQuotes.text(name.local()) + ")";
        return there(query, there);
    }

    static String trigger(Name table, String trigger, boolean there) {
        String query = "select 1 from information_schema.triggers where trigger_schema = " + schema(table)
                + " and hex(trigger_name) = hex(" + MysqlQuotes.text(trigger) + ")";
        return there(query, there);
    }

    static String database(String name, boolean there) {
        return there("select 1 from information_schema.schemata where schema_name = " + MysqlQuotes.text(name), there);
    }

    /** Names are compared to the letter, as one may have been renamed in its case alone. */
    private static String asked(String view, Name table, String column, String name, boolean there) {
        String query = "select 1 from information_schema." + view + " where table_schema = " + schema(table)
                + " and table_name = " + MysqlQuotes.text(table.local()) + " and hex(" + column + ") = hex("
                + MysqlQuotes.text(name) + ")";
        return there(query, there);
    }

    private static String there(String query, boolean there) {
        return there ? query + " limit 1" : "select 1 from (select 1) as one where not exists (" + query + ")";
    }

    private static String schema(Name table) {
        return table.schema().map(MysqlQuotes::text).orElse("database()");
    }
}
