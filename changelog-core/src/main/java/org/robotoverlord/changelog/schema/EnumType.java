package org.robotoverlord.changelog.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.form.Bare;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A type whose values are listed: {@code [citizen, overlord]}.
 *
 * @param values in the order they sort by; none twice
 * @param comment what people should know of it
 */
public record EnumType(@Bare List<String> values, Optional<String> comment) {
    public EnumType {
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            if (!seen.add(value)) {
                throw new Problem("an enum has the value '" + value + "' twice; keep one").about("values");
            }
        }
        values = List.copyOf(values);
        comment = comment.filter(text -> !text.isEmpty());
    }

    /** With these values, and no more. */
    public static EnumType of(List<String> values) {
        return new EnumType(values, Optional.empty());
    }

    public EnumType withValues(List<String> others) {
        return new EnumType(others, comment);
    }

    public EnumType withComment(Optional<String> other) {
        return new EnumType(values, other);
    }
}
