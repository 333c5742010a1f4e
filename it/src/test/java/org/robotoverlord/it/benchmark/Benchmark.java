package org.robotoverlord.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Measures whole processes side by side, on one durable database and in one run: our goals, Maven's own floor (a trivial goal of the
 * same plugin), {@code psql} with the same SQL, and the peers' Maven plugins; first on PostgreSQL, then on MariaDB and SQLite. It prints a
 * table and asserts nothing.
 *
 * <p>Arguments: the folder to work in, then the sizes.
 */
public final class Benchmark {
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);

    /** The peers take their time with more. */
    private static final int MOST_FOR_PEERS = 1000;

    /** What Java may have for its objects. */
    private static final String LITTLE_MEMORY = "-Xmx200m";

    private final Projects projects;
    private final Table table = new Table();

    private Benchmark(Path folder) {
        this.projects = new Projects(folder);
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        List<Integer> sizes =
                Arrays.stream(arguments).skip(1).map(Integer::valueOf).toList();
        Benchmark benchmark = new Benchmark(folder);
        try (Place postgres = new PostgresPlace(folder)) {
            for (int size : sizes) {
                benchmark.measure(postgres, new Workload(size));
            }
            benchmark.measure(postgres, new LiveTables(2000));
        }
        if (!sizes.isEmpty()) {
            Workload smallest = new Workload(sizes.get(0));
            try (Place mariadb = new MariadbPlace(folder);
                    Place sqlite = new SqlitePlace(folder)) {
                benchmark.measure(mariadb, smallest);
                benchmark.measure(sqlite, smallest);
            }
        }
        benchmark.table.print();
    }

    private void measure(Place place, Workload workload) throws IOException, SQLException {
        Path project = projects.create("n" + workload.size());
        workload.writeForRobot(project);
        Path ahead = projects.create("n" + workload.size() + "-ahead");
        workload.writeForRobot(ahead);
        workload.writeModels(ahead, "one_more");
        String url = "-Drobot.url=" + place.url();

        List<Run> runs = new ArrayList<>(List.of(
                () -> Projects.robot(project, "help"),
                () -> {
                    place.empty();
                    return Projects.robot(project, "upgrade", url);
                },
                () -> Projects.robot(project, "upgrade", url),
                () -> Projects.robot(project, "migrate", url),
                () -> Projects.robot(ahead, "migrate", "-DdryRun", url),
                () -> Projects.robot(project, "check"),
                () -> Projects.robotWithin(LITTLE_MEMORY, project, "check"),
                () -> Projects.robotWithin(LITTLE_MEMORY, project, "upgrade", url)));
        place.script(workload).ifPresent(runs::add);
        List<Measured> best = inTurns(runs);

        Table.Part lines = table
        .new Part(
                place.title(),
                workload.size(),
                best.get(0),
                best.stream().skip(8).findFirst());
        lines.whole("robot:upgrade from nothing", best.get(1));
        lines.goal("robot:upgrade, nothing to do", best.get(2));
        lines.goal("robot:migrate, no change", best.get(3));
        lines.goal("robot:migrate, one change", best.get(4));
        lines.goal("robot:check, all files", best.get(5));
        lines.goal("robot:check, all files, in " + LITTLE_MEMORY, best.get(6));
        lines.goal("robot:upgrade, nothing to do, in " + LITTLE_MEMORY, best.get(7));
        if (workload.size() <= MOST_FOR_PEERS) {
            measurePeers(place, workload, lines);
        }
    }

    private void measurePeers(Place place, Workload workload, Table.Part lines) throws IOException, SQLException {
        Path project = projects.createForPeers("peers" + workload.size());
        workload.writeForFlyway(project.resolve("flyway"), place.wording());
        workload.writeForLiquibase(project.resolve("liquibase"), place.wording());
        lines.whole("flyway:migrate from nothing", Projects.flyway(project, place.empty()));
        lines.goal("flyway:migrate, nothing to do", Projects.flyway(project, place.url()));
        lines.whole("liquibase:update from nothing", Projects.liquibase(project, place.empty()));
        lines.goal("liquibase:update, nothing to do", Projects.liquibase(project, place.url()));
    }

    private void measure(Place place, LiveTables tables) throws IOException, SQLException {
        Path project = projects.create("inspected");
        String url = place.empty();
        try (Connection connection = DriverManager.getConnection(url)) {
            tables.make(connection);
        }
        List<Measured> best = inTurns(List.of(
                () -> Projects.robot(project, "help"),
                () -> Projects.robot(project, "inspectdb", "-Drobot.url=" + url)));
        table.new Part(place.title(), tables.size(), best.get(0), Optional.empty())
                .goal("robot:inspectdb of " + tables.size() + " tables, " + tables.columns() + " columns", best.get(1));
    }

    /** The best of some rounds for each, all of them in every round: the machine is never the same for long. */
    private static List<Measured> inTurns(List<Run> runs) throws SQLException {
        Measured[] best = new Measured[runs.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < best.length; i++) {
                Measured measured = runs.get(i).measure();
                best[i] = best[i] == null ? measured : best[i].better(measured);
            }
        }
        return List.of(best);
    }
}
