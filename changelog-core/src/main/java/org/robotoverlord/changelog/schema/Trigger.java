package org.robotoverlord.changelog.schema;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A call of a function whenever rows of a table change.
 *
 * @param when whether it is called before that happens or after
 * @param on at least one thing that happens: {@code insert}, {@code update}, {@code {update: [email]}}, {@code delete}, {@code truncate}
 * @param forEach how often: once for each row, or for each statement
 * @param condition what must be true of the row, which is {@code old} or {@code new}
 * @param call the function, with texts as its arguments
 */
public record Trigger(
        When when,
        List<TriggerEvent> on,
        @Absent("statement") Each forEach,
        Optional<Expression> condition,
        TriggerCall call) {
    /** Before or after. */
    public enum When {
        BEFORE,
        AFTER
    }

    /** How often. */
    public enum Each {
        ROW,
        STATEMENT
    }

    public Trigger {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(condition, "condition");
        on = on.stream().sorted(Comparator.comparing(TriggerEvent::kind)).toList();
        Set<TriggerEvent.Kind> seen = new HashSet<>();
        for (TriggerEvent event : on) {
            if (!seen.add(event.kind())) {
                throw new Problem("a trigger is called on " + event.kind().text() + " twice; keep one").about("on");
            }
        }
        if (on.isEmpty()) {
            throw new Problem("a trigger is called on nothing; write on: [insert], or what is meant").about("on");
        }
        if (forEach == Each.ROW && seen.contains(TriggerEvent.Kind.TRUNCATE)) {
            throw new Problem("no row is told of a truncate; write forEach: statement").about("forEach");
        }
    }

    /** Whether it names a column: as one at whose update it is called, or in its condition. */
    public boolean mentions(String column) {
        return on.stream().anyMatch(event -> event.columns().contains(column))
                || condition.filter(sql -> sql.mentions(column)).isPresent();
    }

    /** The columns at whose update it is called, where it says so. */
    public List<String> columns() {
        return on.stream().flatMap(event -> event.columns().stream()).toList();
    }

    Trigger renameColumn(String from, String to) {
        return mentions(from)
                ? new Trigger(
                        when,
                        on.stream().map(event -> event.renameColumn(from, to)).toList(),
                        forEach,
                        condition.map(sql -> sql.renameColumn(from, to)),
                        call)
                : this;
    }

    Trigger mapSql(UnaryOperator<Expression> change) {
        return condition.isEmpty() ? this : withCondition(condition.map(change));
    }

    public Trigger withCondition(Optional<Expression> other) {
        return new Trigger(when, on, forEach, other, call);
    }

    /** The same calling another function. */
    public Trigger calling(Name function) {
        return function.equals(call.function())
                ? this
                : new Trigger(when, on, forEach, condition, new TriggerCall(function, call.arguments()));
    }
}
