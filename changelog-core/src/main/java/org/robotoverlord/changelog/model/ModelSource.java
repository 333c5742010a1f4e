package org.robotoverlord.changelog.model;

import java.util.List;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/**
 * Where the wished schema comes from. To write one: read what you have, build a {@link Schema} of it with {@link
 * Schema#empty(Setting)}, and give {@code renamedFrom} as hints. {@link YamlModels} is the one that people know.
 */
public interface ModelSource {
    /**
     * Reads the models.
     *
     * @throws Problem with all that is wrong, each with its place
     */
    Models read(Setting setting);

    /**
     * What models say.
     *
     * @param schema the wished schema; it holds together
     * @param hints what was renamed, with their places
     * @param places where all of it is written
     */
    record Models(Schema schema, List<Hint> hints, Places places) {
        public Models {
            hints = List.copyOf(hints);
        }

        /** Models that are written nowhere. */
        public Models(Schema schema, List<Hint> hints) {
            this(schema, hints, Places.NONE);
        }
    }
}
