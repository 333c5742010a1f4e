package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.View;

/**
 * Puts another view in the place of one. Those that stand on it show what it shows then, and who may read it still may.
 *
 * <pre>{@code
 * - replaceView: {name: active, query: "select id, email from users where active"}
 * }</pre>
 *
 * @param name its name
 * @param view the whole of what it is afterwards
 */
public record ReplaceView(Name name, @Inline View view) implements Change {
    @Override
    public Schema apply(Schema before) {
        ViewChanges.of(before, name, "name");
        return ViewChanges.with(before, name, view);
    }

    @Override
    public Change reverse(Schema before) {
        return new ReplaceView(name, ViewChanges.of(before, name, "name"));
    }

    @Override
    public String describe() {
        return "replace view " + name;
    }

    @Override
    public String slug() {
        return "replace_" + name.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
