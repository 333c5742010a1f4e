package org.robotoverlord.changelog.change;

import java.util.Set;
import org.robotoverlord.changelog.form.Unwritten;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Takes back the rows of an insert, told by their primary key. It is never written, only made.
 *
 * @param insert what is taken back
 */
@Unwritten
public record Uninsert(Insert insert) implements Change {
    @Override
    public Set<Name> writes(Schema before) {
        return Set.of(before.local(insert.table()));
    }

    @Override
    public Schema apply(Schema before) {
        before.table(insert.table());
        return before;
    }

    @Override
    public Change reverse(Schema before) {
        return insert;
    }

    @Override
    public String describe() {
        return "delete " + insert.rows().size() + (insert.rows().size() == 1 ? " row" : " rows") + " inserted into "
                + insert.table();
    }

    @Override
    public String slug() {
        return "uninsert_" + insert.table().local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
