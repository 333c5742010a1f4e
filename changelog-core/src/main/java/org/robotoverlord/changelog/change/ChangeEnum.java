package org.robotoverlord.changelog.change;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.robotoverlord.changelog.form.Key;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Removes or reorders an enum's values. Rows of a removed value become what {@code map} says; where it says nothing, there must be none.
 *
 * <pre>{@code
 * - changeEnum: {enum: user_role, values: [citizen, overlord], map: {tyrant: overlord}}
 * }</pre>
 *
 * @param enumType the enum
 * @param values the values after, in order
 * @param map removed value → the one that its rows get
 */
public record ChangeEnum(@Key("enum") Name enumType, List<String> values, Map<String, String> map) implements Change {
    public ChangeEnum {
        values = EnumType.of(values).values();
        map = Collections.unmodifiableMap(new TreeMap<>(map));
    }

    @Override
    public Optional<String> loses(Schema before) {
        List<String> gone = before.enumType(enumType).values().stream()
                .filter(value -> !values.contains(value))
                .toList();
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of("that rows were " + String.join(", ", gone) + " of enum '" + enumType + "'");
    }

    @Override
    public Schema apply(Schema before) {
        EnumType is = before.enumType(enumType);
        map.forEach((gone, instead) -> {
            Enums.requireValue(before, enumType, gone, "map", gone);
            if (values.contains(gone) || !values.contains(instead)) {
                throw new Problem("map says " + gone + ": " + instead
                                + ", but it must lead from a removed value to one that stays")
                        .about("map", gone);
            }
        });
        Enums.requireNoDefault(before, enumType, values);
        Enums.requireNoPartitionKey(before, enumType);
        ViewObstacles.requireNone(this, before, "changed", "values");
        Schema after = before.with(Kind.ENUM, enumType, is.withValues(values));
        Domains.columnsUnder(before, enumType).keySet().forEach(after::require);
        return after;
    }

    /** Rows of a value that is new, and that a removed one became, become that one again. */
    @Override
    public Change reverse(Schema before) {
        List<String> old = before.enumType(enumType).values();
        Map<String, String> back = new TreeMap<>();
        map.forEach((gone, instead) -> {
            if (!old.contains(instead)) {
                back.putIfAbsent(instead, gone);
            }
        });
        return new ChangeEnum(enumType, old, back);
    }

    @Override
    public String describe() {
        return "change enum " + enumType + " to " + values;
    }

    @Override
    public String slug() {
        return "change_" + enumType.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
