package org.robotoverlord.changelog;

import java.util.List;
import java.util.Map;
import org.robotoverlord.changelog.model.ModelWriter;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Models of a live database.
 *
 * @param schema what they say
 * @param leftOut what models have no words for, object by object
 */
public record Inspection(Schema schema, List<String> leftOut) {
    public Inspection {
        leftOut = List.copyOf(leftOut);
    }

    /** All of them as one text; empty where there is nothing. */
    public String text() {
        return new ModelWriter(schema).text();
    }

    /** The same as files, name → text; none where there is nothing. */
    public Map<String, String> files() {
        return new ModelWriter(schema).files();
    }
}
