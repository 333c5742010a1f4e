package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Moves an extension to another schema or to another version.
 *
 * <pre>{@code
 * - alterExtension: {name: postgis, version: "3.4"}
 * }</pre>
 *
 * @param name its name
 * @param extension where its things lie, and which version, afterwards
 */
public record AlterExtension(String name, @Inline Extension extension) implements Change {
    @Override
    public Schema apply(Schema before) {
        Extensions.of(before, name);
        return before.withExtension(name, extension);
    }

    @Override
    public Change reverse(Schema before) {
        return new AlterExtension(name, Extensions.of(before, name));
    }

    @Override
    public String describe() {
        return "alter extension " + name;
    }

    @Override
    public String slug() {
        return "alter_extension_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
