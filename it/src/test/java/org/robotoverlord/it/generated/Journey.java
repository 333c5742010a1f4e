package org.robotoverlord.it.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.robotoverlord.changelog.App;
import org.robotoverlord.changelog.Checked;
import org.robotoverlord.changelog.Draft;
import org.robotoverlord.changelog.DraftRequest;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.Surroundings;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ChangelogReader;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.diff.Deciding;
import org.robotoverlord.changelog.diff.Differ;
import org.robotoverlord.changelog.diff.Past;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.model.ModelWriter;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Finding;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.rows.HeldRows;
import org.robotoverlord.changelog.rows.Measure;
import org.robotoverlord.changelog.rows.RowMaker;
import org.robotoverlord.changelog.rows.Survivors;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.run.StatementFailed;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.changelog.yaml.YamlNode;
import org.robotoverlord.changelog.yaml.YamlText;
import org.robotoverlord.changelog.yaml.YamlWriter;

/**
 * A user's way with two schemas: models are written, a changelog is drafted and applied, the models change, the next one is drafted and
 * applied, and both are taken back. At every stop the database must be what the changelogs say.
 */
final class Journey {
    private static final String MODELS = "src/main/models/models/models.yaml";
    /** What makes foreign keys look away, and look again. */
    private static final Map<String, String> LOOKING_AWAY = Map.of(
            "set referential_integrity false", "set referential_integrity true",
            "set foreign_key_checks = 0", "set foreign_key_checks = 1");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-25T08:15:00Z"), ZoneOffset.UTC);
    private static final DraftRequest ASKING =
            new DraftRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);

    private final Setting setting;
    private final Path folder;
    private final String url;
    private final Robot robot;
    private final Random random;
    private final Predicate<String> may;
    private final Set<String> schemas = new TreeSet<>();
    /** How the server says the schema after a changelog, by what the changelog is called. */
    private final Map<String, Schema> printed = new HashMap<>();

    /**
     * @param folder an empty one
     * @param url of a database with nothing in it but, maybe, an empty migration table
     * @param seed of the answers to questions
     */
    Journey(Path folder, String url, long seed) {
        this(folder, url, Dialects.of(url).name(), seed, question -> true);
    }

    /**
     * @param called what the app calls the dialect
     * @param may whether the database can do what a question asks, so that yes is an answer
     */
    Journey(Path folder, String url, String called, long seed, Predicate<String> may) {
        this.may = may;
        Dialect dialect = Dialects.of(url);
        this.setting = dialect.setting(dialect.defaultSchema());
        this.folder = folder;
        this.url = url;
        this.random = new Random(seed);
        App app = new App(
                "models",
                folder,
                folder.resolve(MODELS).getParent(),
                folder.resolve("migrations/models"),
                Optional.empty(),
                Optional.of(called),
                Name.of(Journal.DEFAULT_TABLE),
                Map.of(),
                List.of(),
                List.of());
        this.robot = new Robot(app, new Surroundings(CLOCK, "tester", "test", Duration.ofSeconds(10)));
    }

    /**
     * How rows came along.
     *
     * @param along how many, if any
     * @param refused why the fewest could not, where none did; else why more could not
     */
    record Rows(Optional<Measure> along, Optional<String> refused) {}

    /**
     * Goes there and back: to the first, to the second, and with rows in the second's tables back to the first and to the second
     * again; then all is taken back.
     */
    Rows go(Schema first, Schema second) throws SQLException {
        try (Database database = database()) {
            List<Changelog> applied = new ArrayList<>();
            for (Schema wished : List.of(first, second)) {
                model(wished);
                draft(first, second).ifPresent(applied::add);
                assertThat(robot.check(EnumSet.allOf(Checked.class))).noneMatch(Finding::isError);
                robot.upgrade(database, Target.USUAL, Progress.NONE);
                require(database, applied);
            }
            Rows rows = applied.size() < 2 ? new Rows(Optional.empty(), Optional.empty()) : withRows(database, applied);
            while (!applied.isEmpty()) {
                applied.remove(applied.size() - 1);
                robot.downgrade(database, Target.USUAL, plan -> true, Progress.NONE);
                require(database, applied);
            }
            return rows;
        }
    }

    /** With as many rows as aren't in the way. */
    private Rows withRows(Database database, List<Changelog> applied) throws SQLException {
        Optional<String> refused = Optional.empty();
        for (Measure measure : Measure.values()) {
            Optional<String> now = withRows(database, applied, measure);
            if (now.isEmpty()) {
                return new Rows(Optional.of(measure), refused);
            }
            refused = now;
        }
        return new Rows(Optional.empty(), refused);
    }

    /**
     * Takes the newest back and makes it again with rows in the tables; they stay what they are.
     *
     * @return why rows couldn't come along; empty where they did
     */
    private Optional<String> withRows(Database database, List<Changelog> applied, Measure measure) throws SQLException {
        Changelog newest = applied.get(applied.size() - 1);
        List<Changelog> older = applied.subList(0, applied.size() - 1);
        Schema before = SchemaAt.after(older, Schema.empty(setting));
        Schema after = SchemaAt.after(List.of(newest), before);
        Survivors survivors = Survivors.of(before, newest.plainChanges());
        new RowMaker(database, after, survivors, measure, random.nextLong()).fill();
        HeldRows held = HeldRows.of(database, after, survivors);
        try {
            robot.downgrade(database, Target.USUAL, plan -> true, Progress.NONE);
            require(database, older);
            robot.upgrade(database, Target.USUAL, Progress.NONE);
            require(database, applied);
            held.difference(HeldRows.of(database, after, survivors)).ifPresent(difference -> {
                throw new AssertionError(difference);
            });
            empty(database, after);
            return Optional.empty();
        } catch (Problem problem) {
            String refused = reason(problem);
            // It may have ended anywhere between the two.
            empty(database, before);
            empty(database, after);
            robot.upgrade(database, Target.USUAL, Progress.NONE);
            require(database, applied);
            return Optional.of(refused);
        }
    }

    /** In the words of what kind of refusal it is, if rows are to blame. @throws Problem if they aren't */
    private static String reason(Problem problem) {
        if (problem instanceof StatementFailed failed) {
            if (!failed.said().isAboutRows()) {
                throw problem;
            }

            return "SQLSTATE " + failed.said().sqlState();
        }
        if (problem.getMessage().contains("becomes NOT NULL without saying what they get")
                || problem.getMessage().contains("becomes NOT NULL. Write an update before it")) {
            return "no fill";
        }
        throw problem;
    }

    /**
     * Again and again, as rows that others point to go only after those. Where they point round in a circle, foreign keys look away,
     * in whatever words the database has for it.
     */
    private static void empty(Database database, Schema schema) {
        List<Name> full = new ArrayList<>(schema.tables().keySet());
        for (int i = schema.tables().size(); i > 0 && !full.isEmpty(); i--) {
            full.removeIf(table -> isEmptied(database, table));
        }
        if (!full.isEmpty()) {
            LOOKING_AWAY.forEach((away, again) -> {
                if (database.takes(away)) {
                    full.removeIf(table -> isEmptied(database, table));
                    database.takes(again);
                }
            });
        }
    }

    private static boolean isEmptied(Database database, Name table) {
        String name = database.dialect().qualified(table, database.home());
        return database.takes("truncate " + name + " cascade") || database.takes("delete from " + name);
    }

    private Database database() throws SQLException {
        return new Database(DriverManager.getConnection(url), Dialects.of(url), robot.home());
    }

    private void model(Schema wished) {
        schemas.addAll(wished.schemas());
        write(folder.resolve(MODELS), text(wished));
    }

    /** A schema as somebody would write it. */
    static String text(Schema schema) {
        return new ModelWriter(schema).text();
    }

    private Optional<Changelog> draft(Schema... schemas) {
        Optional<Draft> draft = robot.draft(ASKING, Optional.of(new Somebody(random, may, schemas)));
        return draft.map(drafted -> read(drafted.id(), folder.resolve(robot.write(drafted))));
    }

    private static Changelog read(ChangelogId id, Path file) {
        try {
            return ChangelogReader.read(id, file.toString(), Files.readAllBytes(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The database holds what the changelogs make, in its own words. */
    private void require(Database database, List<Changelog> applied) throws SQLException {
        Schema replayed = SchemaAt.after(applied, Schema.empty(setting));
        Schema expected = printed.computeIfAbsent(last(applied), id -> database.asPrinted(replayed));
        Schema live = database.dialect()
                .introspector()
                .read(
                        database.connection(),
                        replayed.setting(),
                        schemas,
                        name -> !name.equals(Name.of(Journal.DEFAULT_TABLE)));
        if (!live.equals(expected)) {
            throw new AssertionError("after " + last(applied)
                    + " the database isn't what the changelogs make. To be so it would need:\n"
                    + changes(live, expected) + "\nIt is:\n" + text(live) + "\nIt should be:\n" + text(expected));
        }
    }

    private static String last(List<Changelog> applied) {
        return applied.isEmpty()
                ? "all was taken back"
                : applied.get(applied.size() - 1).id().toString();
    }

    private static String changes(Schema from, Schema to) {
        List<YamlNode> changes = new Differ(Deciding.no(), Past.NONE)
                .diff(from, to, List.of()).changes().stream()
                        .map(YamlWriter::node)
                        .toList();
        return changes.isEmpty() ? "nothing that the differ sees\n" : YamlText.of(YamlWriter.sequence(changes));
    }

    /** The changelogs as they were written. */
    String changelogs() {
        StringBuilder all = new StringBuilder();
        for (String name : robot.history(Optional.empty()).stream()
                .map(entry -> entry.id() + ".yaml")
                .toList()) {
            try {
                all.append("# ").append(name).append('\n');
                all.append(Files.readString(folder.resolve("migrations/models").resolve(name)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return all.toString();
    }
}
