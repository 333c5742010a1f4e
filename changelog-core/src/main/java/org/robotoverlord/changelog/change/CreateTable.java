package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Expansion;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.TableBody;

/**
 * Makes a table with all that it has.
 *
 * <pre>{@code
 * - createTable:
 *     name: users
 *     columns:
 *       id: {type: bigint, identity: true}
 *       email: {type: varchar(320), nullable: false}
 *     primaryKey: [id]
 *     unique:
 *       users_email_key: [email]
 * }</pre>
 *
 * @param name its name
 * @param table its columns, keys, constraints and indexes as they are written
 */
public record CreateTable(Name name, @Inline TableBody table) implements Change {
    public CreateTable {
        Expansion expansion = table.expand(name);
        if (!expansion.hints().isEmpty()) {
            throw new Problem(
                            "'renamedFrom' belongs in a model; a changelog has renameTable, renameColumn and the like")
                    .about(expansion.hints().get(0).path());
        }
    }

    @Override
    public Change canonical() {
        return new CreateTable(name, TableBody.canonical(table.expand(name).table()));
    }

    @Override
    public Schema apply(Schema before) {
        Absence.ofTable(before, name, "name");
        ViewObstacles.requireNone(this, before, "added", "name");
        PolicyObstacles.requireNone(this, before, "added", "name");
        Expansion expansion = table.expand(name);
        try {
            return before.with(name, expansion.table()).require(name);
        } catch (Problem problem) {
            throw problem.relocate(expansion::origin);
        }
    }

    @Override
    public Change reverse(Schema before) {
        return new DropTable(name);
    }

    @Override
    public String describe() {
        return "create table " + name;
    }

    @Override
    public String slug() {
        return "create_" + name.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
