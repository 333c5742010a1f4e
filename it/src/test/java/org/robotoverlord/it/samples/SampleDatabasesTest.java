package org.robotoverlord.it.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.Draft;
import org.robotoverlord.changelog.DraftRequest;
import org.robotoverlord.changelog.Inspection;
import org.robotoverlord.changelog.Project;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;

/**
 * Databases that others made go through models and come out the same: each is inspected, made again from its models in an empty
 * database, and compared with itself by the server's own words. Then it is taken over.
 */
class SampleDatabasesTest {
    private static final String CAMUNDA = "org/camunda/bpm/engine/db/create/activiti.postgres.create.";
    private static final String DSPACE = "org/dspace/storage/rdbms/sqlmigration/postgres";

    /** From here on DSpace's migrations are cut by programs in between. */
    private static final int DSPACE_OF_SQL_ALONE = 5;

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("majors")
    void a_process_engine(int major) throws IOException {
        Project source = new Project(folder.resolve("source"), major);
        for (String part : List.of(
                "engine",
                "identity",
                "history",
                "case.engine",
                "case.history",
                "decision.engine",
                "decision.history")) {
            source.execute(resource(CAMUNDA + part + ".sql"));
        }
        assertThat(source.tables()).hasSize(49);
        becomesItself(source, major);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void a_repository_of_papers_grown_over_fifteen_years(int major) throws IOException {
        Project source = new Project(folder.resolve("source"), major);
        for (String migration : dspaceMigrations()) {
            source.execute(resource(migration));
        }
        assertThat(source.tables()).hasSize(41);
        becomesItself(source, major);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void eight_tables_with_all_that_postgresql_has(int major) throws IOException {
        Project source = new Project(folder.resolve("source"), major);
        source.execute(resource("org/robotoverlord/it/samples/eight-tables.sql"));
        becomesItself(source, major);
    }

    private void becomesItself(Project source, int major) {
        Inspection inspection;
        try (Database database = source.database()) {
            inspection = source.robot().inspect(database, List.of());
        }
        assertThat(inspection.leftOut()).isEmpty();

        Project again = new Project(folder.resolve("again"), major);
        again.robot().write(inspection);
        initDb(again, false);
        assertThat(Catalogue.difference(again::query, source::query)).isEmpty();
        assertThat(again.robot().draft(DraftRequest.named("more"), Optional.empty()))
                .isEmpty();

        source.robot().write(inspection);
        initDb(source, true);
        try (Database database = source.database()) {
            assertThat(source.robot().drift(database).changes()).isEmpty();
        }
    }

    private static void initDb(Project project, boolean fake) {
        Draft draft = project.robot()
                .draft(DraftRequest.named("init"), Optional.empty())
                .orElseThrow();
        try (Database database = project.database()) {
            project.robot().initDb(database, draft, fake, Progress.NONE);
        }
    }

    /** Oldest first, as Flyway orders them. */
    private static List<String> dspaceMigrations() throws IOException {
        var found = SampleDatabasesTest.class.getClassLoader().getResource(DSPACE);
        try (var jar = ((JarURLConnection) found.openConnection()).getJarFile();
                Stream<String> names = jar.stream().map(entry -> entry.getName())) {
            return names.filter(name -> name.startsWith(DSPACE + "/V") && name.endsWith(".sql"))
                    .filter(name -> version(name)[0] <= DSPACE_OF_SQL_ALONE)
                    .sorted(Comparator.comparing(SampleDatabasesTest::version, Arrays::compare))
                    .toList();
        }
    }

    private static int[] version(String migration) {
        String digits = migration.substring((DSPACE + "/V").length(), migration.indexOf("__"));
        return Stream.of(digits.split("[._]")).mapToInt(Integer::parseInt).toArray();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SampleDatabasesTest.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
