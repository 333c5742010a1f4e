package org.robotoverlord.changelog.dialect.postgres;

import java.util.stream.Collectors;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Exclude;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Schema;

/** The phrases that PostgreSQL words otherwise than the standard, or that it lacked in a version that is still in use. */
final class PostgresPhrases extends Phrases {
    private static final int NULLS_NOT_DISTINCT_SINCE = 15;
    private static final int VIRTUAL_SINCE = 18;

    PostgresPhrases(Dialect dialect, Schema schema, Server server) {
        super(dialect, schema, server);
    }

    @Override
    protected String portableType(PortableType type, String arguments) {
        return switch (type) {
            case BINARY -> "bytea";
            case DECIMAL -> "numeric" + arguments;
            default -> super.portableType(type, arguments);
        };
    }

    @Override
    protected String nullsNotDistinct() {
        requires(
                NULLS_NOT_DISTINCT_SINCE,
                "nullsNotDistinct",
                "leave it out and add a unique index over coalesce(column, …)");
        return super.nullsNotDistinct();
    }

    @Override
    public String generated(Generated generated) {
        if (!generated.stored()) {
            requires(VIRTUAL_SINCE, "virtual generated columns", "write stored: true, or leave 'stored' out");
        }
        return super.generated(generated);
    }

    @Override
    public String exclude(String name, Exclude exclude) {
        String elements = exclude.elements().stream()
                .map(each -> element(each.element()) + " with " + each.with().sql())
                .collect(Collectors.joining(", ", " (", ")"));
        String where = exclude.where().map(sql -> " where " + enclosed(sql)).orElse("");
        return constraint(name) + " exclude using " + word(exclude.method()) + elements + where
                + deferrable(exclude.deferrable());
    }

    private void requires(int major, String what, String instead) {
        if (server.major() < major) {
            throw new Unsupported(
                    "PostgreSQL " + server.major() + " has no " + what + ", which came with " + major + "; " + instead);
        }
    }
}
