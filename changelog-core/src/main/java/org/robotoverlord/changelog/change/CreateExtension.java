package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Adds a package of types and functions that the database brings.
 *
 * <pre>{@code
 * - createExtension: {name: citext}
 * }</pre>
 *
 * @param name its name
 * @param extension where its things lie, and which version
 */
public record CreateExtension(String name, @Inline Extension extension) implements Change {
    @Override
    public Schema apply(Schema before) {
        if (before.extensions().containsKey(name)) {
            throw new Problem("there is an extension '" + name + "' already; alter that one").about("name");
        }
        return before.withExtension(name, extension);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropExtension(name);
    }

    @Override
    public String describe() {
        return "create extension " + name;
    }

    @Override
    public String slug() {
        return "create_extension_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
