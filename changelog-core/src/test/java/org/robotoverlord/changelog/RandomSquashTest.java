package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.Delete;
import org.robotoverlord.changelog.change.Sql;
import org.robotoverlord.changelog.changelog.ChangelogWriter;
import org.robotoverlord.changelog.diff.Deciding;
import org.robotoverlord.changelog.diff.Differ;
import org.robotoverlord.changelog.diff.Past;
import org.robotoverlord.changelog.diff.RandomSchemas;
import org.robotoverlord.changelog.history.Squash;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Histories that nobody thought of, squashed anywhere, lead where they led: on replay, and some of them on a real database, with rows
 * where there may be some. More of them: {@code -Drobot.histories=1000 -Drobot.provedHistories=100}.
 */
class RandomSquashTest {
    private static final int HISTORIES = Integer.getInteger("robot.histories", 8);
    private static final int PROVED = Integer.getInteger("robot.provedHistories", 1);
    private static final long FROM = Long.getLong("robot.historiesFrom", 0);

    @TempDir
    private Path folder;

    /** Writes a history of changelogs; gives how many. */
    private static int write(Project project, long seed) {
        Random random = new Random(seed);
        RandomSchemas schemas = new RandomSchemas(seed);
        Schema before = Schema.empty(project.robot().dialect().setting("public"));
        int number = 0;
        for (int i = 0; i < 3 + random.nextInt(5); i++) {
            Schema wished = i == 0 || random.nextInt(5) == 0 ? schemas.next() : schemas.after(before);
            List<Change> changes;
            try {
                changes = new Differ(Deciding.by(pair -> random.nextInt(3) > 0), Past.NONE)
                        .diff(before, wished, List.of())
                        .changes();
            } catch (Problem notFromThere) {
                continue;
            }
            if (changes.isEmpty()) {
                continue;
            }
            List<Change> all = new ArrayList<>(changes);
            List<Name> tables = List.copyOf(wished.tables().keySet());
            if (!tables.isEmpty() && random.nextInt(4) == 0) {
                Name table = tables.get(random.nextInt(tables.size()));
                all.add(new Delete(table, Expression.of("1 = 0"), List.of("none"), random.nextBoolean()));
            } else if (!tables.isEmpty() && random.nextInt(3) == 0) {
                all.add(rows(tables.get(random.nextInt(tables.size()))));
            }
            number++;
            project.changelog(number, "c" + number, ChangelogWriter.changes(all));
            before = wished;
        }
        return number;
    }

    /** A row, where the table takes one of nothing but defaults. */
    private static Sql rows(Name table) {
        String name = table.schema().map(schema -> quoted(schema) + ".").orElse("") + quoted(table.local());
        return Sql.of(
                List.of("do $x$ begin insert into " + name
                        + " default values; exception when others then null; end $x$"),
                List.of("none"));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private Project project(long seed) throws IOException {
        Path own = Files.createDirectories(folder.resolve(String.valueOf(seed)));
        return Project.on(own, "jdbc:postgresql://nowhere/none");
    }

    private static Optional<Squash> squash(Project project, long seed) throws IOException {
        int last = write(project, seed);
        if (last < 2) {
            return Optional.empty();
        }
        Random random = new Random(seed);
        int from = seed % 2 == 0 ? 1 : 1 + random.nextInt(last - 1);
        int to = from + 1 + random.nextInt(last - from);
        return Optional.of(project.robot()
                .squash(new SquashRequest(
                        Optional.of(String.valueOf(from)),
                        Optional.of(String.valueOf(to)),
                        Optional.empty(),
                        Optional.empty())));
    }

    @Test
    void a_squash_of_any_stretch_leads_where_that_led() throws IOException {
        long shorter = 0;
        for (long seed = FROM; seed < FROM + HISTORIES; seed++) {
            try {
                Project project = project(seed);
                Optional<Squash> squash = squash(project, seed);
                if (squash.isPresent()) {
                    assertThat((long) squash.get().changes().size())
                            .isLessThanOrEqualTo(squash.get().changesBefore());
                    shorter += squash.get().changes().size() < squash.get().changesBefore() ? 1 : 0;
                    project.robot().write(squash.get());
                    assertThat(project.robot().check(EnumSet.allOf(Checked.class)))
                            .isEmpty();
                    Robot pruning = project.robot();
                    pruning.prune(pruning.prunable(Optional.empty()));
                    assertThat(project.robot().check(EnumSet.allOf(Checked.class)))
                            .isEmpty();
                }
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError("seed " + seed + ": " + failed.getMessage(), failed);
            }
        }
        assertThat(shorter).isGreaterThan(HISTORIES / 4);
    }

    @Test
    void so_it_does_on_a_database() throws IOException {
        for (long seed = FROM; seed < FROM + PROVED; seed++) {
            Project project = project(seed);
            Optional<Squash> squash = squash(project, seed);
            if (squash.isPresent()) {
                try {
                    project.robot().prove(squash.get(), project.bench());
                } catch (RuntimeException failed) {
                    throw new AssertionError("seed " + seed + ": " + failed.getMessage(), failed);
                }
            }
        }
    }
}
