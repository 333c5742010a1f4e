package org.robotoverlord.changelog.run;

import java.util.List;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.dialect.DatabaseMessage;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Piece;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.problem.Problem;

/** That the database refused a statement: which one, for which change, and in the database's own words. */
public final class StatementFailed extends Problem {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SQL = 2000;
    private static final int MOST_CHANGES = 20;

    private final transient Piece.Run run;
    private final transient DatabaseMessage said;
    private final String what;
    private final String advice;

    private StatementFailed(Piece.Run run, DatabaseMessage said, String what, String advice, Throwable cause) {
        super(what + "\n  " + advice, cause);
        this.run = run;
        this.said = said;
        this.what = what;
        this.advice = advice;
        at(run.first().place());
    }

    static StatementFailed of(PlannedChangelog changelog, Piece.Run run, DatabaseMessage said, Throwable cause) {
        StringBuilder text = new StringBuilder(run.first().change().describe())
                .append(others(run))
                .append(" failed: ")
                .append(said.message());
        said.detail().ifPresent(detail -> text.append("\n  detail: ").append(detail));
        said.hint().ifPresent(hint -> text.append("\n  hint: ").append(hint));
        text.append("\n  statement: ").append(pointed(run.statement().sql(), said.position()));
        if (run.changes().size() > 1) {
            text.append("\n  which serves").append(served(run.changes()));
        }
        return new StatementFailed(run, said, text.toString(), advice(changelog, run), cause);
    }

    /** Which of several changes is to blame, no database tells. */
    private static String others(Piece.Run run) {
        int others = run.changes().size() - 1;
        return others == 0 ? "" : ", with " + others + " more change" + (others == 1 ? "" : "s") + " in one statement,";
    }

    private static String served(List<PlacedChange> changes) {
        int more = changes.size() - MOST_CHANGES;
        return changes.stream()
                        .limit(MOST_CHANGES)
                        .map(change -> "\n    " + change)
                        .collect(Collectors.joining())
                + (more > 0 ? "\n    and " + more + " more" : "");
    }

    /** The same failure, where something else is to be done about it. */
    public StatementFailed advising(String advice) {
        return new StatementFailed(run, said, what, advice, getCause());
    }

    /** The same failure, with more to know before what is to be done about it. */
    StatementFailed adding(String more) {
        return new StatementFailed(run, said, what + "\n  " + more, advice, getCause());
    }

    private static String advice(PlannedChangelog changelog, Piece.Run run) {
        String id = changelog.file().id().toString();
        String goal = "robot:" + changelog.direction().text();
        if (!changelog.isOneTransaction()) {
            return "The steps of " + id + " before this one stay, this one does not"
                    + (run.statement().transactional() ? "" : " (or not whole)")
                    + "; those before it stay too. Mend what it fails for and run " + goal
                    + " again: it goes on here." + editing(changelog);
        }
        return id + " was rolled back whole; those before it stay. Mend the data or the changelog and run " + goal
                + " again.";
    }

    /** What an applied step was made of may not change under it. */
    private static String editing(PlannedChangelog changelog) {
        return changelog.direction() == Direction.UP
                ? " To edit the changelog, take back what was done of it with robot:downgrade first."
                : "";
    }

    /** The statement, with the place that the database points to marked. */
    private static String pointed(String sql, int position) {
        String shown = sql.length() <= LONGEST_SQL ? sql : sql.substring(0, LONGEST_SQL) + " …";
        if (position <= 0 || position > shown.length()) {
            return shown.replace("\n", "\n    ");
        }
        int lineEnd = shown.indexOf('\n', position - 1);
        int lineStart = shown.lastIndexOf('\n', position - 2) + 1;
        String before = lineEnd < 0 ? shown : shown.substring(0, lineEnd);
        String after = lineEnd < 0 ? "" : shown.substring(lineEnd);
        int column = position - 1 - lineStart + (lineStart == 0 ? "statement: ".length() + 2 : 4);
        return (before + "\n" + "\u0000" + after)
                .replace("\n", "\n    ")
                .replace("    \u0000", " ".repeat(column) + "^");
    }

    /** What the database said. */
    public DatabaseMessage said() {
        return said;
    }
}
