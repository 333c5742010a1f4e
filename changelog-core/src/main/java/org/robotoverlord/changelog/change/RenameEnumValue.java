package org.robotoverlord.changelog.change;

import java.util.List;
import java.util.Map;
import org.robotoverlord.changelog.form.Key;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Gives a value of an enum another name; rows and defaults follow.
 *
 * <pre>{@code
 * - renameEnumValue: {enum: user_role, from: boss, to: overlord}
 * }</pre>
 *
 * @param enumType the enum
 * @param from the value before
 * @param to the value after
 */
public record RenameEnumValue(@Key("enum") Name enumType, String from, String to) implements Change {
    @Override
    public Schema apply(Schema before) {
        EnumType is = before.enumType(enumType);
        Enums.requireValue(before, enumType, from, "from");
        if (is.values().contains(to)) {
            throw new Problem("enum '" + enumType + "' has the value '" + to + "' already; take another").about("to");
        }
        ViewObstacles.requireNone(this, before, "renamed", "from");
        List<String> values = is.values().stream()
                .map(value -> value.equals(from) ? to : value)
                .toList();
        return Enums.mapDefaults(before, enumType, Map.of(from, to)).with(Kind.ENUM, enumType, is.withValues(values));
    }

    @Override
    public Change reverse(Schema before) {
        return new RenameEnumValue(enumType, to, from);
    }

    @Override
    public String describe() {
        return "rename value " + from + " of enum " + enumType + " to " + to;
    }

    @Override
    public String slug() {
        return "rename_" + enumType.local() + "_" + from + "_to_" + to;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
