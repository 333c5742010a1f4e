package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.robotoverlord.changelog.introspect.Introspector;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/**
 * Reads the schema of a PostgreSQL database from its catalogue, in twelve queries, and one more where there are partitions. Expressions come as the server prints them with
 * the home schema as its search path, less the parentheses around the whole; a default that is a plain literal comes as one.
 *
 * <p>What {@code schema} has no words for is left out: what extensions own, an index that isn't
 * valid, and of a constraint that it isn't validated, {@code MATCH FULL}, {@code INCLUDE}, {@code WITHOUT OVERLAPS}.
 */
public final class PostgresIntrospector implements Introspector {
    @Override
    public Schema read(Connection connection, Setting setting, Set<String> otherSchemas, Predicate<Name> include)
            throws SQLException {
        return read(connection, setting, otherSchemas, include, List.of(setting.home()));
    }

    @Override
    public Set<String> schemas(Connection connection) throws SQLException {
        Set<String> schemas = new LinkedHashSet<>();
        Rows.each(connection, CatalogueQueries.USERS_SCHEMAS, row -> schemas.add(row.text("nspname")));
        return schemas;
    }

    @Override
    public Set<String> usualExtensions(Connection connection) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        Rows.each(connection, CatalogueQueries.USUAL_EXTENSIONS, row -> names.add(row.text("extname")));
        return names;
    }

    @Override
    public List<String> leftOut(
            Connection connection, Setting setting, Set<String> otherSchemas, Predicate<Name> include)
            throws SQLException {
        return new PostgresLeftOut(setting, include).of(connection, otherSchemas);
    }

    /** @param searchPath the schemas whose names print without one */
    Schema read(
            Connection connection,
            Setting setting,
            Set<String> otherSchemas,
            Predicate<Name> include,
            List<String> searchPath)
            throws SQLException {
        boolean alone = connection.getAutoCommit();
        return Traceless.run(connection, () -> {
            if (alone) {
                seeOneMoment(connection);
            }
            PrintSettings.hold(connection, searchPath);
            return new CatalogueReader(connection, setting, otherSchemas, include).read();
        });
    }

    /** Lets all queries see the same state, though others change it meanwhile. */
    private static void seeOneMoment(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
    }
}
