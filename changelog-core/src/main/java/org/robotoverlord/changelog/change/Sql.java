package org.robotoverlord.changelog.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
 * @param up at least one statement
 * @param down the statements of the way back, or the word {@code none}; absent where there is none
 * @param transactional whether the statements may be in a transaction; where not, each entry is one statement
 * @param dialect the dialects it is for; empty for all. Elsewhere it does nothing, either way
 * @param schema the changes it makes that the replay must know of, where it is run
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
        up = statements("up", up);
        down = Down.copy(down);
        dialect = List.copyOf(dialect);
        schema = List.copyOf(schema);
    }

    /** A copy without the white space around statements. @throws Problem if one of them is empty */
    static List<String> statements(String key, List<String> statements) {
        if (statements.stream().anyMatch(String::isBlank)) {
            throw new Problem("a statement of '" + key + "' is empty; write it, or take it out").about(key);
        }
        return statements.stream().map(String::strip).toList();
    }

    /** Raw SQL in a transaction, for every dialect. */
    public static Sql of(List<String> up, List<String> down) {
        return new Sql(up, down, true, List.of(), List.of());
    }

    /** The statements to run: none where a way back says that nothing is owed. */
    public List<String> statements() {
        return Down.isNone(up) ? List.of() : up;
    }

    /** Whether it is run where the dialect has these names. */
    public boolean isFor(Set<String> names) {
        return dialect.isEmpty() || dialect.stream().anyMatch(names::contains);
    }

    private String head() {
        String text = up.get(0);
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end) + " …";
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    @Override
    public Change mapText(UnaryOperator<String> sql, UnaryOperator<String> literal) {
        return new Sql(up.stream().map(sql).toList(), down.stream().map(sql).toList(), transactional, dialect, schema);
    }

    @Override
    public Change canonical() {
        return new Sql(
                up,
                down,
                transactional,
                dialect,
                schema.stream().map(Change::canonical).toList());
    }

    @Override
    public boolean writesAnything() {
        return true;
    }

    @Override
    public Schema apply(Schema before) {
        if (!isFor(before.setting().dialects())) {
            return before;
        }
        Schema after = before;
        for (int i = 0; i < schema.size(); i++) {
            try {
                after = schema.get(i).apply(after);
            } catch (Problem problem) {
                throw problem.about("schema", String.valueOf(i));
            }
        }
        return after;
    }

    @Override
    public Change reverse(Schema before) {
        if (!isFor(before.setting().dialects())) {
            return this;
        }
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
