package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.Key;
import org.robotoverlord.changelog.problem.Problem;

/**
 * Which rows of a table somebody may see or write: {@code {for: select, to: [app], using: SQL, check: SQL, permissive: true}}.
 *
 * @param command what it is about
 * @param to roles, sorted; absent for {@code public}, which is everybody
 * @param using which of the rows that are there
 * @param check which new rows; absent for {@code using}
 * @param permissive whether it lets in what another policy doesn't; if not, it keeps out what others let in
 */
public record Policy(
        @Key("for") @Absent("all") Command command,
        List<String> to,
        Optional<Expression> using,
        Optional<Expression> check,
        @Absent("true") boolean permissive) {
    private static final String EVERYBODY = "public";

    /** What a policy is about. */
    public enum Command {
        ALL,
        SELECT,
        INSERT,
        UPDATE,
        DELETE
    }

    public Policy {
        if (check.isPresent() && (command == Command.SELECT || command == Command.DELETE)) {
            throw new Problem("a policy for " + command.name().toLowerCase(java.util.Locale.ROOT)
                            + " writes no new row, so it has nothing to check; say it in 'using'")
                    .about("check");
        }
        if (using.isPresent() && command == Command.INSERT) {
            throw new Problem("a policy for insert looks at new rows alone; say it in 'check'").about("using");
        }
        to = to.contains(EVERYBODY) ? List.of() : List.copyOf(new TreeSet<>(to));
    }

    /** Whether an expression of it is such. */
    public boolean says(Predicate<Expression> which) {
        return Stream.of(using, check).flatMap(Optional::stream).anyMatch(which);
    }

    /** Whether a query of its own names the table, so that it stands on more than the columns of its own one. */
    public boolean queries(String table) {
        return says(sql -> sql.holdsQuery() && sql.mentions(table));
    }

    /**
     * Whether it names the column, or may.
     *
     * @param own whether the column is of the policy's own table
     */
    public boolean stands(String table, String column, boolean own) {
        return says(sql -> sql.mentions(column) && (own || sql.holdsQuery() && sql.mentions(table)));
    }

    /** Whether a query of its own may mean all columns of the table: {@code select *}. */
    public boolean sweeps(String table) {
        return says(sql -> sql.holdsQuery() && sql.holdsStar() && sql.mentions(table));
    }

    Policy mapSql(UnaryOperator<Expression> change) {
        return new Policy(command, to, using.map(change), check.map(change), permissive);
    }
}
