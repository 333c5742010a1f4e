package org.robotoverlord.changelog.schema;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.robotoverlord.changelog.problem.Problem;

/** What storage parameters of tables have in common: names in whatever case, values that are only text here. */
public final class StorageParameters {
    private StorageParameters() {}

    /** A copy with the names in lower case, sorted. @throws Problem if one stands there twice */
    public static Map<String, String> folded(Map<String, String> with) {
        if (with.isEmpty()) {
            return Map.of();
        }
        Map<String, String> folded = new TreeMap<>();
        with.forEach((name, value) -> {
            if (folded.put(name.toLowerCase(Locale.ROOT), value) != null) {
                throw new Problem("storage parameter '" + name + "' stands there twice, in another case; keep one")
                        .about("with", name);
            }
        });
        return Collections.unmodifiableMap(folded);
    }
}
