package org.robotoverlord.changelog.dialect.h2;

import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.schema.Name;

/**
 * Queries of the catalogue that give a row exactly where something is there, or is gone. Each statement is done whole or not at all,
 * so one thing that it makes, takes away or renames tells whether it is done.
 */
final class H2Evidence {
    private final Dialect dialect;

    H2Evidence(Dialect dialect) {
        this.dialect = dialect;
    }

    String table(Name name, boolean there) {
        return asked("tables", "table", name, "", there);
    }

    String column(Name table, String column, boolean there) {
        return asked("columns", "table", table, " and column_name = " + dialect.literal(column), there);
    }

    /** Whether a column is of a domain. */
    String columnOf(Name table, String column, Name domain) {
        return asked(
                "columns",
                "table",
                table,
                " and column_name = " + dialect.literal(column) + " and domain_schema = " + schema(domain)
                        + " and domain_name = " + dialect.literal(domain.local()),
                true);
    }

    /** Whether a column is of a type, as the database prints it. */
    String columnOf(Name table, String column, String printed) {
        return asked(
                "columns",
                "table",
                table,
                " and column_name = " + dialect.literal(column) + " and domain_name is null and "
                        + H2Types.PRINTED_OF_COLUMN + " = " + dialect.literal(printed),
                true);
    }

    String constraint(Name table, String constraint, boolean there) {
        return asked(
                "table_constraints", "table", table, " and constraint_name = " + dialect.literal(constraint), there);
    }

    String index(Name index, boolean there) {
        return asked("indexes", "index", index, "", there);
    }

    String sequence(Name sequence, boolean there) {
        return asked("sequences", "sequence", sequence, "", there);
    }

    String domain(Name domain, boolean there) {
        return asked("domains", "domain", domain, "", there);
    }

    String domainConstraint(Name domain, String constraint, boolean there) {
        return asked(
                "domain_constraints", "domain", domain, " and constraint_name = " + dialect.literal(constraint), there);
    }

    String schema(String name, boolean there) {
        return there("select 1 from information_schema.schemata where schema_name = " + dialect.literal(name), there);
    }

    private String asked(String view, String kind, Name name, String more, boolean there) {
        String query = "select 1 from information_schema." + view + " where " + kind + "_schema = " + schema(name)
                + " and " + kind + "_name = " + dialect.literal(name.local()) + more;
        return there(query, there);
    }

    private static String there(String query, boolean there) {
        return there ? query + " fetch first 1 rows only" : "select 1 where not exists (" + query + ")";
    }

    private String schema(Name name) {
        return dialect.literal(name.schema().orElse(H2Dialect.HOME));
    }
}
