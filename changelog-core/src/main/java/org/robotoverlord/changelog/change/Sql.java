package org.robotoverlord.changelog.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.OneOrMany;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Runs SQL of one's own.
 *
 * <pre>{@code
 * - sql:
 *     up: update users set verified_at = now() where legacy
 *     down: update users set verified_at = null where legacy
 * }</pre>
 *
 * @param up the statements
 * @param down the statements of the way back, or the word {@code none}; absent where there is none
 * @param transactional whether the statements may be in a transaction; where not, each entry is one statement
 * @param dialect the dialects it is for; empty for all
 * @param schema the changes it makes that the replay must know of
 */
public record Sql(
        @OneOrMany List<String> up,
        @OneOrMany List<String> down,
        @Absent("true") boolean transactional,
        @OneOrMany List<String> dialect,
        List<Change> schema)
        implements Change {
    public Sql {
        if (up.isEmpty()) {
            throw new Problem("sql needs 'up'; write the statements").about("up");
        }
        up = List.copyOf(up);
        down = List.copyOf(down);
        dialect = List.copyOf(dialect);
        schema = List.copyOf(schema);
    }

    /** Raw SQL in a transaction, for every dialect. */
    public static Sql of(List<String> up, List<String> down) {
        return new Sql(up, down, true, List.of(), List.of());
    }

    /** The statements to run: none where a way back says that nothing is owed. */
    public List<String> statements() {
        return Down.isNone(up) ? List.of() : up;
    }

    private String head() {
        String text = up.get(0).strip();
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end) + " …";
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    @Override
    public Change mapText(UnaryOperator<String> replace) {
        return new Sql(
                up.stream().map(replace).toList(), down.stream().map(replace).toList(), transactional, dialect, schema);
    }

    @Override
    public boolean writesAnything() {
        return true;
    }

    @Override
    public Schema apply(Schema before) {
        Schema after = before;
        for (Change change : schema) {
            after = change.apply(after);
        }
        return after;
    }

    @Override
    public Change reverse(Schema before) {
        if (down.isEmpty()) {
            throw new Irreversible(
                    "the sql '" + head() + "' has no down, so it can't be taken back; write one, or down: none");
        }
        List<Change> reversed = new ArrayList<>();
        Schema at = before;
        for (Change change : schema) {
            reversed.add(0, change.reverse(at));
            at = change.apply(at);
        }
        return new Sql(down, up, transactional, dialect, reversed);
    }

    @Override
    public String describe() {
        return "sql " + head();
    }

    @Override
    public String slug() {
        return "sql";
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
