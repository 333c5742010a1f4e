package org.robotoverlord.changelog.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.dialect.Statement.Clause;
import org.robotoverlord.changelog.dialect.Statement.Phase;

/**
 * Merges neighbouring clauses of {@code ALTER TABLE} on one table into one statement: two type changes then cost one rewrite, and a
 * thousand columns a quarter of the time. Where the database would take them in another order than they are written in, they stay
 * apart.
 */
public final class Clauses {
    /** More make no statement faster, and its message no clearer. */
    private static final int MOST = 100;

    private Clauses() {}

    /** The same statements, neighbours merged. */
    public static List<Statement> merged(List<Statement> statements) {
        List<Statement> merged = new ArrayList<>();
        List<Statement> group = new ArrayList<>();
        for (Statement statement : statements) {
            if (!group.isEmpty() && !joins(group, statement)) {
                merged.add(one(group));
                group.clear();
            }
            group.add(statement);
        }
        if (!group.isEmpty()) {
            merged.add(one(group));
        }
        return merged;
    }

    private static boolean joins(List<Statement> group, Statement next) {
        if (next.clause().isEmpty() || group.get(0).clause().isEmpty() || group.size() == MOST) {
            return false;
        }
        Clause clause = next.clause().get();
        List<Clause> before =
                group.stream().flatMap(one -> one.clause().stream()).toList();
        return before.get(0).head().equals(clause.head())
                && before.stream().allMatch(one -> keepsOrder(one, clause) && !isInTheWay(one, clause));
    }

    /** Whether the database takes the clauses in their order, or they are about columns that don't care for each other. */
    private static boolean keepsOrder(Clause one, Clause next) {
        boolean apart = !one.column().isEmpty()
                && !next.column().isEmpty()
                && !one.column().equals(next.column());
        return one.phase().compareTo(next.phase()) <= 0 || apart;
    }

    /**
     * No column is retyped twice, and rows are looked at before a column that has come requires a value. Two keys stay apart, as
     * PostgreSQL leaves out the second in silence where both are over the same columns.
     */
    private static boolean isInTheWay(Clause one, Clause next) {
        if (one.phase() == Phase.ADD_KEY && next.phase() == Phase.ADD_KEY) {
            return true;
        }
        boolean retypedTwice = one.phase() == Phase.RETYPE && next.phase() == Phase.RETYPE;
        boolean requiredAtOnce = one.phase() == Phase.ADD_COLUMN && next.phase() == Phase.REQUIRE;
        return (retypedTwice || requiredAtOnce) && one.column().equals(next.column());
    }

    private static Statement one(List<Statement> group) {
        if (group.size() == 1) {
            return group.get(0);
        }
        List<Change> serves = new ArrayList<>();
        group.stream().flatMap(statement -> statement.serves().stream()).forEach(change -> addOnce(serves, change));
        String head = group.get(0).clause().orElseThrow().head();
        String clauses = group.stream()
                .map(statement -> statement.clause().orElseThrow().text())
                .collect(Collectors.joining(",\n  ", "\n  ", ""));
        return new Statement(head + clauses, serves, true, Optional.empty(), Optional.empty());
    }

    /** Two changes that are equal are still two. */
    private static void addOnce(List<Change> serves, Change change) {
        if (serves.isEmpty() || serves.get(serves.size() - 1) != change) {
            serves.add(change);
        }
    }
}
