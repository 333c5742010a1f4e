package org.robotoverlord.changelog.introspect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/**
 * Reads the schema of a live database. It reports what is there, as the server says it, and changes nothing: neither the database
 * nor, once it has returned, the connection.
 *
 * <p>Who implements it:
 *
 * <ol>
 *   <li>asks a fixed number of queries, however many tables there are;
 *   <li>gives exactly the values of {@code schema}, normalised by their constructors, so that what was created from a schema
 *       compares equal but for what only the server knows (how it prints an expression);
 *   <li>never fails for an object that {@code schema} has no words for: a type is then {@code native(…)}, a default SQL, anything
 *       else left out;
 *   <li>gives things in the same order every time: tables and what hangs on them by name, columns as they stand.
 * </ol>
 */
public interface Introspector {
    /**
     * @param connection in whatever state; if it's within a transaction, that goes on
     * @param setting where names without a schema lie, and which types are read by their own name
     * @param otherSchemas the schemas read beside the home; those that aren't there are left out
     * @param include which tables are read; a foreign key to any other is external
     */
    Schema read(Connection connection, Setting setting, Set<String> otherSchemas, Predicate<Name> include)
            throws SQLException;

    /** The schemas in which users' own things may lie: not the server's, nor those of extensions. */
    Set<String> schemas(Connection connection) throws SQLException;

    /**
     * What lies in schemas and {@link #read} leaves out or reads in part, for {@code schema} has no words for it: each as a person
     * would say it, {@code foreign table 'audit.old' is left out}.
     *
     * @param include which tables are looked at, with what hangs on them
     */
    List<String> leftOut(Connection connection, Setting setting, Set<String> otherSchemas, Predicate<Name> include)
            throws SQLException;

    /** The extensions of which the database has the version that the server would make if nobody asked for one. */
    default Set<String> usualExtensions(Connection connection) throws SQLException {
        return Set.of();
    }
}
