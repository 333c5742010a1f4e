package org.robotoverlord.changelog.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Contents;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Naming;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequences;
import org.robotoverlord.changelog.schema.View;

/** What the changes of schemas have in common. */
final class Schemas {
    private Schemas() {}

    /** @throws Problem if there is no such schema */
    static void require(Schema before, String name, String key) {
        if (!before.schemas().contains(name)) {
            throw new Problem("there is no schema '" + name + "'" + Suggestion.of(name, before.schemas())
                            + "; there are " + before.schemas())
                    .about(key);
        }
    }

    /** @throws Problem if there is a schema of that name, declared or the app's own, or no schema can have it */
    static void requireNew(Schema before, String name, String key) {
        if (before.schemas().contains(name) || name.equals(before.setting().home())) {
            throw new Problem("there is a schema '" + name + "' already; take another name").about(key);
        }
        Naming.problem("schema", name).ifPresent(problem -> {
            throw problem.about(key);
        });
    }

    static void requireEmpty(Schema before, String name) {
        Contents.of(before, name).stream().findFirst().ifPresent(held -> {
            throw new Problem("schema '" + name + "' can't be dropped: '" + held
                            + "' lies in it; drop or move that first")
                    .about("name");
        });
    }

    static Schema rename(Schema before, String from, String to) {
        Schema after = before.withSchema(to);
        for (Name held : List.copyOf(before.enums().keySet())) {
            after = isIn(held, from) ? after.renameEnum(held, Name.of(to, held.local())) : after;
        }
        for (Name held : List.copyOf(before.all(Kind.DOMAIN).keySet())) {
            after = isIn(held, from) ? after.renameDomain(held, Name.of(to, held.local())) : after;
        }
        for (Name held : List.copyOf(before.tables().keySet())) {
            after = isIn(held, from) ? after.renameTable(held, Name.of(to, held.local())) : after;
        }
        for (Routine<?> routine : Routines.all(after)) {
            Name held = routine.signature().name();
            after = isIn(held, from) ? Routines.rename(after, routine, Name.of(to, held.local())) : after;
        }
        // Those that go with a table have gone with it.
        for (Name held : List.copyOf(after.all(Kind.SEQUENCE).keySet())) {
            after = isIn(held, from) ? Sequences.rename(after, held, Name.of(to, held.local())) : after;
        }
        for (Name held : List.copyOf(after.tables().keySet())) {
            after = after.with(
                    held,
                    after.table(held)
                            .mapPolicies(
                                    sql -> sql.requalify(name -> isIn(name, from) ? Name.of(to, name.local()) : name)));
        }
        after = renameInViews(after, from, to);
        for (var extension : before.extensions().entrySet()) {
            boolean inside = extension.getValue().schema().filter(from::equals).isPresent();
            after = inside
                    ? after.withExtension(
                            extension.getKey(),
                            new Extension(Optional.of(to), extension.getValue().version()))
                    : after;
        }
        return after.withoutSchema(from);
    }

    /** Views may name what lies in the schema, and lie in it themselves. */
    private static Schema renameInViews(Schema before, String from, String to) {
        Schema after = before;
        for (Map.Entry<Name, View> view : before.all(Kind.VIEW).entrySet()) {
            Name name = view.getKey();
            View is = view.getValue()
                    .mapSql(sql -> sql.requalify(named -> isIn(named, from) ? Name.of(to, named.local()) : named));
            after = after.without(Kind.VIEW, name)
                    .with(Kind.VIEW, isIn(name, from) ? Name.of(to, name.local()) : name, is);
        }
        return after;
    }

    private static boolean isIn(Name held, String schema) {
        return held.schema().filter(schema::equals).isPresent();
    }
}
