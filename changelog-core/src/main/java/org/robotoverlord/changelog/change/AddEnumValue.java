package org.robotoverlord.changelog.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.form.Key;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Adds a value to an enum: at the end, or beside another.
 *
 * <pre>{@code
 * - addEnumValue: {enum: user_role, value: moderator, before: overlord}
 * }</pre>
 *
 * @param enumType the enum
 * @param value the new value
 * @param before the value it comes before
 * @param after the value it comes after
 */
public record AddEnumValue(@Key("enum") Name enumType, String value, Optional<String> before, Optional<String> after)
        implements Change {
    public AddEnumValue {
        if (before.isPresent() && after.isPresent()) {
            throw new Problem("addEnumValue has both before and after; keep one").about("after");
        }
    }

    @Override
    public Schema apply(Schema schema) {
        EnumType is = schema.enumType(enumType);
        if (is.values().contains(value)) {
            throw new Problem("enum '" + enumType + "' has the value '" + value + "' already; take another")
                    .about("value");
        }
        List<String> values = new ArrayList<>(is.values());
        before.ifPresent(neighbour -> Enums.requireValue(schema, enumType, neighbour, "before"));
        after.ifPresent(neighbour -> Enums.requireValue(schema, enumType, neighbour, "after"));
        int at = before.map(values::indexOf)
                .orElseGet(() -> after.map(other -> values.indexOf(other) + 1).orElse(values.size()));
        values.add(at, value);
        return schema.with(Kind.ENUM, enumType, is.withValues(values));
    }

    @Override
    public Change reverse(Schema schema) {
        return new ChangeEnum(enumType, schema.enumType(enumType).values(), Map.of());
    }

    @Override
    public String describe() {
        return "add value " + value + " to enum " + enumType;
    }

    @Override
    public String slug() {
        return "add_" + enumType.local() + "_" + value;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
