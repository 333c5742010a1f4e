package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Schema;

/** What the changes of extensions have in common. */
final class Extensions {
    private Extensions() {}

    static Extension of(Schema before, String name) {
        return Optional.ofNullable(before.extensions().get(name))
                .orElseThrow(() -> new Problem("there is no extension '" + name + "'"
                                + Suggestion.of(name, before.extensions().keySet()) + "; there are "
                                + before.extensions().keySet())
                        .about("name"));
    }
}
