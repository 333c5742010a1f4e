package org.robotoverlord.changelog.run;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Piece;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.plan.Step;
import org.robotoverlord.changelog.plan.Takeover;

/** What a run would do, as a script that the database's own client takes: for a person to read, or a DBA to run. */
public final class Script {
    private final Journal journal;
    private final boolean journalIsThere;

    /**
     * @param journal who writes the rows
     * @param journalIsThere whether the database has the migration table already; else the script makes it
     */
    public Script(Journal journal, boolean journalIsThere) {
        this.journal = journal;
        this.journalIsThere = journalIsThere;
    }

    /** The script of a plan; empty where there is nothing to do. */
    public String of(Plan plan) {
        return of(plan, List.of(), List.of());
    }

    /**
     * The script of a run.
     *
     * @param first the squashes that count as run already
     * @param last those that count as run once the plan is done
     */
    public String of(Plan plan, List<Takeover> first, List<Takeover> last) {
        if (plan.isEmpty() && first.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        if (!journalIsThere) {
            text.append("-- the migration table\n" + journal.begin() + ";\n");
            // The script of another app that shares the database may have made it when this one runs.
            journal.creation().stream()
                    .map(statement -> statement.replaceFirst("^create table ", "create table if not exists "))
                    .forEach(statement -> append(statement, text));
            text.append("commit;\n\n");
        }
        return text.append(Stream.of(
                                first.stream().map(this::of),
                                plan.changelogs().stream().map(this::of),
                                last.stream().map(this::of))
                        .flatMap(each -> each)
                        .collect(Collectors.joining("\n")))
                .toString();
    }

    private String of(Takeover takeover) {
        StringBuilder text = new StringBuilder(commented(
                takeover.isMove()
                        ? takeover.told()
                        : takeover.squash().id()
                                + " counts as run: its row takes the place of those of what it replaces"));
        text.append(journal.begin() + ";\n");
        journal.takeOver(takeover).forEach(statement -> append(statement, text));
        return text.append("commit;\n").toString();
    }

    private String of(PlannedChangelog changelog) {
        StringBuilder text =
                new StringBuilder("-- ").append(changelog.file().id()).append('\n');
        boolean up = changelog.direction() == Direction.UP;
        int total = changelog.steps().size();
        if (up && !changelog.recorded() && !changelog.isOneTransaction()) {
            append(journal.insert(changelog.file(), total, 0), text);
        } else if (!up && !changelog.isOneTransaction() && changelog.stepsDone() == 0) {
            append(journal.update(changelog.file(), total, -total), text);
        }
        changelog
                .doubt()
                .ifPresent(doubt -> text.append(
                                "-- a run ended at this statement; take away what it left half made first, and"
                                        + " leave it out where it is done:\n")
                        .append(commented(doubt.statement().sql())));
        for (int i = changelog.stepsDone(); i < total; i++) {
            append(changelog, changelog.steps().get(i), i + 1, text);
        }
        if (total == 0) {
            append(row(changelog, 1), text);
        }
        return text.toString();
    }

    private void append(PlannedChangelog changelog, Step step, int done, StringBuilder text) {
        text.append(step.transactional() ? journal.begin() + ";\n" : "");
        for (Piece piece : step.pieces()) {
            if (piece instanceof Piece.Look look) {
                text.append(commented("this must give no row: " + look.query()));
            } else {
                Piece.Run run = (Piece.Run) piece;
                run.statement().serves().stream().map(Script::comment).forEach(text::append);
                append(run.statement().sql(), text);
            }
        }
        append(row(changelog, done), text);
        text.append(step.transactional() ? "commit;\n" : "");
    }

    private String row(PlannedChangelog changelog, int done) {
        int total = Math.max(1, changelog.steps().size());
        boolean inserted = changelog.recorded() || !changelog.isOneTransaction();
        if (changelog.direction() == Direction.UP) {
            return inserted
                    ? journal.update(changelog.file(), total, done)
                    : journal.insert(changelog.file(), total, done);
        }
        return done == total ? journal.delete(changelog.file()) : journal.update(changelog.file(), total, done - total);
    }

    private static String comment(Change change) {
        return commented(change.describe());
    }

    private static String commented(String lines) {
        return lines.lines().map(line -> "-- " + line + "\n").collect(Collectors.joining());
    }

    /** A comment at the end of the user's own SQL goes on to the end of its line, so the semicolon comes on the next. */
    private static void append(String statement, StringBuilder text) {
        String trimmed = statement.strip();
        boolean comment = trimmed.indexOf("--", trimmed.lastIndexOf('\n') + 1) >= 0;
        text.append(trimmed).append(comment ? "\n" : "").append(trimmed.endsWith(";") ? "\n" : ";\n");
    }
}
