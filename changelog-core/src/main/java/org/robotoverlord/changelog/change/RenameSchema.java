package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Schema;

/**
 * Gives a schema another name; all that lies in it follows.
 *
 * <pre>{@code
 * - renameSchema: {from: audit, to: log}
 * }</pre>
 *
 * @param from its name before
 * @param to its name after
 */
public record RenameSchema(String from, String to) implements Change {
    @Override
    public Schema apply(Schema before) {
        Schemas.require(before, from, "from");
        Schemas.requireNew(before, to, "to");
        return Schemas.rename(before, from, to);
    }

    @Override
    public Change reverse(Schema before) {
        return new RenameSchema(to, from);
    }

    @Override
    public String describe() {
        return "rename schema " + from + " to " + to;
    }

    @Override
    public String slug() {
        return "rename_schema_" + from + "_to_" + to;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
