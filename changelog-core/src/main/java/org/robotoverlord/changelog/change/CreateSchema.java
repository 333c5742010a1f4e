package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Schema;

/**
 * Makes a schema for tables to lie in.
 *
 * <pre>{@code
 * - createSchema: {name: audit}
 * }</pre>
 *
 * @param name its name
 */
public record CreateSchema(String name) implements Change {
    @Override
    public Schema apply(Schema before) {
        Schemas.requireNew(before, name, "name");
        return before.withSchema(name);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropSchema(name);
    }

    @Override
    public String describe() {
        return "create schema " + name;
    }

    @Override
    public String slug() {
        return "create_schema_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
