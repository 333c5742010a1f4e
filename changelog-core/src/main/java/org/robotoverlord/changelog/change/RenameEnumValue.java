package org.robotoverlord.changelog.change;

import java.util.List;
import org.robotoverlord.changelog.form.Key;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.EnumLiterals;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Gives a value of an enum another name; rows and defaults follow, and so do checks, computed columns, indexes, policies and domains
 * where they cast it to the enum or compare it with a column of it. What spells it within a {@code case} or a function's call should be
 * dropped before and added after, as {@code robot:migrate} writes it.
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
        Schema after = Enums.mapDefaults(before, enumType, from, to).with(Kind.ENUM, enumType, is.withValues(values));
        return new EnumLiterals(after, enumType, from).renamed(to);
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
