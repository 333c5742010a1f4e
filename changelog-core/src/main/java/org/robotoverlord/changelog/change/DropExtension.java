package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Schema;

/**
 * Takes an extension away.
 *
 * <pre>{@code
 * - dropExtension: {name: citext}
 * }</pre>
 *
 * @param name its name
 */
public record DropExtension(String name) implements Change {
    @Override
    public Schema apply(Schema before) {
        Extensions.of(before, name);
        return before.withoutExtension(name);
    }

    @Override
    public Change reverse(Schema before) {
        return new CreateExtension(name, Extensions.of(before, name));
    }

    @Override
    public String describe() {
        return "drop extension " + name;
    }

    @Override
    public String slug() {
        return "drop_extension_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
