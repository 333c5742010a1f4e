package org.robotoverlord.changelog.change;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** What the changes of schemas have in common. */
final class Schemas {
    private Schemas() {}

    static void require(Schema before, String name) {
        if (!before.schemas().contains(name)) {
            throw new Problem("there is no schema '" + name + "'" + Suggestion.of(name, before.schemas()));
        }
    }

    static void requireEmpty(Schema before, String name) {
        List<Name> inside = Stream.concat(before.tables().keySet().stream(), before.enums().keySet().stream())
                .filter(held -> held.schema().filter(name::equals).isPresent())
                .toList();
        if (!inside.isEmpty()) {
            throw new Problem("schema '" + name + "' can't be dropped: '" + inside.get(0)
                            + "' lies in it; drop or move that first")
                    .about("name");
        }
    }

    static Schema rename(Schema before, String from, String to) {
        Schema after = before.withSchema(to);
        for (Name held : List.copyOf(before.enums().keySet())) {
            after = isIn(held, from) ? after.renameEnum(held, Name.of(to, held.local())) : after;
        }
        for (Name held : List.copyOf(before.tables().keySet())) {
            after = isIn(held, from) ? after.renameTable(held, Name.of(to, held.local())) : after;
        }
        for (var extension : before.extensions().entrySet()) {
            boolean inside = extension.getValue().schema().filter(from::equals).isPresent();
            after = inside
                    ? after.withExtension(
                            extension.getKey(),
                            new org.robotoverlord.changelog.schema.Extension(
                                    Optional.of(to), extension.getValue().version()))
                    : after;
        }
        return after.withoutSchema(from);
    }

    private static boolean isIn(Name held, String schema) {
        return held.schema().filter(schema::equals).isPresent();
    }
}
