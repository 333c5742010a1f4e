package org.robotoverlord.it.generated;

import java.util.List;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.diff.RandomSchemas;

/** Generated pairs on every PostgreSQL. */
class GeneratedSchemasTest extends GeneratedPairs {
    /** PostgreSQL knows NULLS NOT DISTINCT from here on. */
    private static final int NULLS_NOT_DISTINCT = 15;

    private static final String TITLE = "PostgreSQL ";

    @Override
    List<String> servers() {
        return TestPostgres.majors().stream().map(major -> TITLE + major).toList();
    }

    private static int major(String server) {
        return Integer.parseInt(server.substring(TITLE.length()));
    }

    @Override
    String freshDatabase(String server) {
        return TestPostgres.freshDatabase(major(server));
    }

    @Override
    void drop(String url) {
        TestPostgres.drop(url);
    }

    @Override
    void prepare(RandomSchemas schemas, String server) {
        if (major(server) < NULLS_NOT_DISTINCT) {
            schemas.withoutNullsNotDistinct();
        }
    }
}
