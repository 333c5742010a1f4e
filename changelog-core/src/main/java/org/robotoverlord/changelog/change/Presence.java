package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** Requires what must be there, and says under which of the change's keys its name is written. */
final class Presence {
    private Presence() {}

    /** @throws Problem if there is no such table */
    static void ofTable(Schema before, Name name, String key) {
        require(() -> before.table(name), key);
    }

    /** @throws Problem if there is no such thing of that kind */
    static void of(Kind<?> kind, Schema before, Name name, String key) {
        require(() -> before.get(kind, name), key);
    }

    private static void require(Runnable look, String key) {
        try {
            look.run();
        } catch (Problem missing) {
            throw new Problem(missing.text()).about(key);
        }
    }
}
