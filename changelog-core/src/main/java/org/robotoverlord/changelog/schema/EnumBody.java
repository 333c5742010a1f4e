package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.form.Bare;

/**
 * An enum as a model writes it: {@code [a, b]} or {@code {values: [a, {value: b, renamedFrom: c}], renamedFrom: …, comment: …}}.
 *
 * @param values in order
 * @param renamedFrom the type's name before
 * @param comment what people should know of it
 */
public record EnumBody(@Bare List<EnumValue> values, Optional<String> renamedFrom, Optional<String> comment) {
    /**
     * A value of an enum.
     *
     * @param value the value
     * @param renamedFrom what it was called before
     */
    public record EnumValue(@Bare String value, Optional<String> renamedFrom) {}

    public EnumBody {
        values = List.copyOf(values);
    }

    /** The type that this says. */
    public EnumType type() {
        return new EnumType(values.stream().map(EnumValue::value).toList(), comment);
    }

    /** What its {@code renamedFrom}s say. */
    public List<Hint> hints(Name name) {
        List<Hint> hints = new ArrayList<>();
        renamedFrom.ifPresent(from -> hints.add(Hint.of(Hint.Kind.ENUM, name, from, name.toString(), "renamedFrom")));
        for (int i = 0; i < values.size(); i++) {
            EnumValue value = values.get(i);
            String position = String.valueOf(i);
            value.renamedFrom()
                    .ifPresent(from -> hints.add(Hint.of(
                            Hint.Kind.ENUM_VALUE, name, from, value.value(), "values", position, "renamedFrom")));
        }
        return hints;
    }
}
