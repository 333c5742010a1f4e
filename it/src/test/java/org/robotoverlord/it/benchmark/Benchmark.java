package org.robotoverlord.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.embedded.EmbeddedPostgres;
import org.robotoverlord.changelog.embedded.Settings;

/**
 * Measures whole processes side by side, on one durable PostgreSQL and in one run: our goals, Maven's own floor (a trivial goal of
 * the same plugin), {@code psql} with the same SQL, and the peers' Maven plugins. It prints a table and asserts nothing.
 *
 * <p>Arguments: the folder to work in, then the sizes.
 */
public final class Benchmark {
    private static final String FLYWAY =
            "org.flywaydb:flyway-maven-plugin:" + System.getProperty("flyway.version") + ":migrate";
    private static final String LIQUIBASE =
            "org.liquibase:liquibase-maven-plugin:" + System.getProperty("liquibase.version") + ":update";
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final Map<String, String> NO_ENVIRONMENT = Map.of();

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final List<String[]> rows = new ArrayList<>();

    private Benchmark(Path folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        List<Integer> sizes =
                Arrays.stream(arguments).skip(1).map(Integer::valueOf).toList();
        // psql makes everything in one transaction, which locks more than the usual settings let it.
        Settings settings = Settings.of(TestPostgres.binaries(TestPostgres.NEWEST), folder.resolve("postgres"))
                .with("max_locks_per_transaction", "8192");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            Benchmark benchmark = new Benchmark(folder, postgres);
            for (int size : sizes) {
                benchmark.measure(new Workload(size), size <= 1000);
            }
            benchmark.measure(new LiveTables(2000));
            benchmark.print();
        }
    }

    private void measure(Workload workload, boolean peers) throws IOException, SQLException {
        Path project = newProject("n" + workload.size());
        workload.writeForRobot(project);
        Path ahead = newProject("n" + workload.size() + "-ahead");
        workload.writeForRobot(ahead);
        workload.writeModels(ahead, "one_more");
        Path script = folder.resolve("n" + workload.size() + ".sql");
        workload.writeForPsql(script);

        Measured[] best = inTurns(List.of(
                () -> maven(project, "", "robot:help"),
                () -> psql(script),
                () -> maven(project, emptyDatabase(), "robot:upgrade"),
                () -> maven(project, database("bench"), "robot:upgrade"),
                () -> maven(project, "", "robot:migrate"),
                () -> maven(ahead, "", "robot:migrate", "-DdryRun")));
        Measured floor = best[0];
        Measured psql = best[1];
        row(workload.size(), "robot:help (Maven's floor)", floor, Optional.empty(), Optional.empty());
        row(workload.size(), "psql -1 -f", psql, Optional.empty(), Optional.empty());
        row(workload.size(), "robot:upgrade from nothing", best[2], Optional.of(floor), Optional.of(psql));
        row(workload.size(), "robot:upgrade, nothing to do", best[3], Optional.of(floor), Optional.empty());
        row(workload.size(), "robot:migrate, no change", best[4], Optional.of(floor), Optional.empty());
        row(workload.size(), "robot:migrate, one change", best[5], Optional.of(floor), Optional.empty());
        if (peers) {
            measurePeers(workload, floor, psql);
        }
    }

    private void measure(LiveTables tables) throws IOException, SQLException {
        Path project = newProject("inspected");
        String url = emptyDatabase();
        try (Connection connection = DriverManager.getConnection(url)) {
            tables.make(connection);
        }
        Measured[] best =
                inTurns(List.of(() -> maven(project, "", "robot:help"), () -> maven(project, url, "robot:inspectdb")));
        String what = "robot:inspectdb of " + tables.size() + " tables, " + tables.columns() + " columns";
        row(tables.size(), "robot:help (Maven's floor)", best[0], Optional.empty(), Optional.empty());
        row(tables.size(), what, best[1], Optional.of(best[0]), Optional.empty());
    }

    private void measurePeers(Workload workload, Measured floor, Measured psql) throws IOException {
        Path project = newProject("peers" + workload.size());
        writeOnlyCentral(project);
        workload.writeForFlyway(project.resolve("flyway"));
        workload.writeForLiquibase(project.resolve("liquibase"));
        Supplier<Measured> flyway = () ->
                peer(project, FLYWAY, "-Dflyway.url=" + database("bench"), "-Dflyway.locations=filesystem:flyway");
        Supplier<Measured> liquibase = () -> peer(
                project,
                LIQUIBASE,
                "-Dliquibase.url=" + database("bench"),
                "-Dliquibase.changeLogFile=changelog.yaml",
                "-Dliquibase.searchPath=liquibase");
        row(workload.size(), "flyway:migrate from nothing", once(flyway), Optional.of(floor), Optional.of(psql));
        row(workload.size(), "flyway:migrate, nothing to do", flyway.get(), Optional.of(floor), Optional.empty());
        row(workload.size(), "liquibase:update from nothing", once(liquibase), Optional.of(floor), Optional.of(psql));
        row(workload.size(), "liquibase:update, nothing to do", liquibase.get(), Optional.of(floor), Optional.empty());
    }

    private Measured once(Supplier<Measured> run) {
        emptyDatabase();
        return run.get();
    }

    /** The best of some rounds for each, all of them in every round: the machine is never the same for long. */
    private static Measured[] inTurns(List<Supplier<Measured>> runs) {
        Measured[] best = new Measured[runs.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < best.length; i++) {
                Measured measured = runs.get(i).get();
                best[i] = best[i] == null ? measured : best[i].better(measured);
            }
        }
        return best;
    }

    private Path newProject(String name) throws IOException {
        Path project = Files.createDirectories(folder.resolve(name));
        try (var old = Files.walk(project)) {
            old.sorted(java.util.Comparator.reverseOrder())
                    .filter(path -> !path.equals(project))
                    .forEach(path -> path.toFile().delete());
        }
        Files.createDirectories(project.resolve(".mvn"));
        Files.writeString(project.resolve(".mvn/jvm.config"), "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms64m\n");
        try (var pom = Benchmark.class.getResourceAsStream("benchmark-pom.xml")) {
            String text = new String(pom.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            Files.writeString(
                    project.resolve("pom.xml"),
                    text.replace("@version@", System.getProperty("robot.version"))
                            .replace("@postgresql@", System.getProperty("postgresql.version"))
                            .replace("@flyway@", System.getProperty("flyway.version"))
                            .replace("@liquibase@", System.getProperty("liquibase.version")));
        }
        return project;
    }

    private static Measured maven(Path project, String url, String... arguments) {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-o", "-B"));
        command.addAll(List.of(arguments));
        if (!url.isEmpty()) {
            command.add("-Drobot.url=" + url);
        }
        return Measured.run(project, NO_ENVIRONMENT, command);
    }

    /** A peer's goal. Its own dependencies name repositories that needn't be there; Maven Central has all of them. */
    private static Measured peer(Path project, String... arguments) {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B", "-s", "only-central.xml"));
        command.addAll(List.of(arguments));
        return Measured.run(project, NO_ENVIRONMENT, command);
    }

    private static void writeOnlyCentral(Path project) throws IOException {
        Path nothing = Files.createDirectories(project.resolve("no-repository"));
        Files.writeString(project.resolve("only-central.xml"), """
                <settings>
                  <mirrors>
                    <mirror><id>nothing</id><mirrorOf>*,!central</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(nothing.toUri()));
    }

    private Measured psql(Path script) {
        emptyDatabase();
        List<String> command = List.of(
                "psql",
                "-q",
                "-1",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(postgres.port()),
                "-U",
                "postgres",
                "-d",
                "bench",
                "-f",
                script.toString());
        return Measured.run(folder, Map.of("PGPASSWORD", postgres.password()), command);
    }

    private String database(String name) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + name + "?user=postgres&password="
                + postgres.password();
    }

    private String emptyDatabase() {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists bench with (force)");
            statement.execute("create database bench");
            statement.execute("checkpoint");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return database("bench");
    }

    private void row(int size, String what, Measured measured, Optional<Measured> floor, Optional<Measured> reference) {
        String own = floor.map(trivial -> seconds(measured.millis() - trivial.millis()))
                .orElse("");
        String ratio = reference
                .map(other -> String.format(
                        "%.2f", (measured.millis() - floor.orElseThrow().millis()) / (double) other.millis()))
                .orElse("");
        rows.add(new String[] {
            String.valueOf(size), what, seconds(measured.millis()), own, ratio, String.valueOf(measured.peakMegabytes())
        });
        System.out.println(String.join(" | ", rows.get(rows.size() - 1)));
    }

    private static String seconds(long millis) {
        return String.format("%.2f", millis / 1000.0);
    }

    private void print() {
        System.out.println("\n| N | what | s | less the floor | times psql | peak MB |\n|---|---|---|---|---|---|");
        rows.forEach(row -> System.out.println("| " + String.join(" | ", row) + " |"));
    }
}
