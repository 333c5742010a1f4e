package org.robotoverlord.changelog.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.RenameSchema;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.View;
import org.robotoverlord.changelog.schema.Views;

/**
 * Makes views. The server keeps of each the names that it was made with, all columns one by one, and looks for them whenever it is read:
 * so a column below may get another type, but what stands on a view that is replaced is said again.
 */
final class MysqlViews {
    private final Moment moment;
    private final MysqlPhrases write;

    MysqlViews(Moment moment, MysqlPhrases write) {
        this.moment = moment;
        this.write = write;
    }

    Statement create(Name name, View view) {
        return outside("create view " + words(name, view), Optional.of(MysqlEvidence.table(local(name), true)));
    }

    Statement drop(Name name) {
        return outside("drop view " + write.name(name), Optional.of(MysqlEvidence.table(local(name), false)));
    }

    /** What puts a view as it is after the change in its own place, and does no harm a second time. */
    private Statement anew(Name name) {
        return outside("create or replace view " + words(name, moment.after().get(Kind.VIEW, name)), Optional.empty());
    }

    /** The view, and those that stand on it: what shows all its columns shows the new ones then. */
    List<Statement> replace(Name name) {
        return Views.withAllOn(moment.before(), List.of(local(name))).stream()
                .map(this::anew)
                .toList();
    }

    /** No view moves into another database. */
    List<Statement> rename(Name from, Name to) {
        write.requireKept(to);
        Name source = local(from);
        Name target = local(to);
        if (source.schema().equals(target.schema())) {
            return List.of(outside(
                    "rename table " + write.name(source) + " to " + write.name(target),
                    Optional.of(MysqlEvidence.table(source, false))));
        }
        return List.of(create(target, moment.before().get(Kind.VIEW, source)), drop(source));
    }

    /** What takes the views of a database away before it gets another name. */
    List<Statement> leave(RenameSchema change) {
        return Views.inOrder(moment.before()).stream()
                .filter(view -> view.schema().filter(change.from()::equals).isPresent())
                .map(this::drop)
                .toList();
    }

    /** What makes them again in the new one, and says it to those elsewhere that name it. */
    List<Statement> arrive(RenameSchema change) {
        List<Statement> statements = new ArrayList<>();
        for (Name name : Views.inOrder(moment.after())) {
            View view = moment.after().get(Kind.VIEW, name);
            if (name.schema().filter(change.to()::equals).isPresent()) {
                statements.add(create(name, view));
            } else if (!view.equals(moment.before().get(Kind.VIEW, name))) {
                statements.add(anew(name));
            }
        }
        return statements;
    }

    private String words(Name name, View view) {
        write.requireKept(name);
        return write.name(name) + " as " + write.query(name, view);
    }

    private Name local(Name name) {
        return moment.before().local(name);
    }

    private Statement outside(String sql, Optional<String> done) {
        return Statement.outside(sql, List.of(moment.change()), done);
    }

    /** Refuses a view that holds rows. */
    static void requirePlain(Name name, View view) {
        if (view.materialized()) {
            throw new Unsupported(
                    "MySQL keeps the rows of no view; leave 'materialized' of '" + name + "' out, or fill a table");
        }
    }
}
