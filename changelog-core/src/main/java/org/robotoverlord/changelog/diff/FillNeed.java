package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Value;

/**
 * A column that becomes NOT NULL, now or on the way back, where rows that exist may need a value.
 *
 * @param table its table, under its new name
 * @param column its name: the new one, or that of a dropped column
 * @param becomes what it becomes
 * @param values the values that its enum has when rows are filled; empty where it is of no enum
 * @param required whether it becomes so now; if not, the value only serves the way back
 */
public record FillNeed(Name table, String column, Column becomes, Optional<List<String>> values, boolean required) {
    public FillNeed {
        values = values.map(List::copyOf);
    }

    /** What a person is asked. */
    public String question() {
        String choice = values.map(each -> ", one of " + each).orElse("");
        String what = "Value of " + shown() + " (" + becomes.type() + choice + ")";
        return required
                ? what + " for rows that exist, as YAML or {sql: …} (Enter: there are none)?"
                : what + " for rows without one on the way back, as YAML or {sql: …} (Enter: none)?";
    }

    /** How an answer is given beforehand: {@code users.verified=false}. */
    String example() {
        String example = becomes.type().array() ? "'{}'" : exampleValue();
        return shown() + "=" + values.map(each -> each.get(0)).orElse(example);
    }

    private String exampleValue() {
        return switch (becomes.type().portable().orElse(PortableType.TEXT)) {
            case BOOLEAN -> "false";
            case SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> "0";
            case DATE, TIMESTAMP, TIMESTAMPTZ -> "2000-01-01";
            case TIME -> "'00:00'";
            case INTERVAL -> "1 day";
            case UUID -> "{sql: gen_random_uuid()}";
            case JSON, JSONB -> "'{}'";
            case BINARY -> "\\x00";
            case CHAR, VARCHAR, TEXT -> "x";
        };
    }

    /** The value. @throws Problem if it doesn't fit the column's type */
    Value requireFit(Value value) {
        try {
            values.ifPresent(each -> requireOneOf(each, value));
            return Column.of(becomes.type())
                    .withDefault(Optional.of(value))
                    .defaultValue()
                    .orElse(Value.NULL);
        } catch (Problem misfit) {
            throw new Problem("fill of '" + shown() + "': " + misfit.text());
        }
    }

    private void requireOneOf(List<String> values, Value value) {
        if (value instanceof Value.Literal literal && !values.contains(literal.text())) {
            throw new Problem("'" + literal.text() + "' is no value of enum '" + becomes.type() + "'"
                    + Suggestion.of(literal.text(), values) + "; it has " + values);
        }
    }

    List<String> parts() {
        List<String> parts = new ArrayList<>(table.schema().stream().toList());
        parts.add(table.local());
        parts.add(column);
        return parts;
    }

    /** How it is named in answers: {@code users.verified}. */
    public String shown() {
        return table + "." + Name.part(column);
    }
}
