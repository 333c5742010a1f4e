package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Schema;

/**
 * Drops a schema in which nothing lies any more.
 *
 * <pre>{@code
 * - dropSchema: {name: audit}
 * }</pre>
 *
 * @param name its name
 */
public record DropSchema(String name) implements Change {
    @Override
    public Schema apply(Schema before) {
        Schemas.require(before, name, "name");
        Schemas.requireEmpty(before, name);
        return before.withoutSchema(name);
    }

    @Override
    public Change reverse(Schema before) {
        return new CreateSchema(name);
    }

    @Override
    public String describe() {
        return "drop schema " + name;
    }

    @Override
    public String slug() {
        return "drop_schema_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
