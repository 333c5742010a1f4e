package org.robotoverlord.changelog.dialect;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * The enums that only get another name between two schemas: the tables that use them follow, and are nothing that anybody changes.
 *
 * @param names what each was called → what it will be called
 */
record RenamedTypes(Map<Name, Name> names) {
    /** Those of which one is gone, and one in the same schema is new and as it was, and no other. */
    static RenamedTypes between(Schema before, Schema after) {
        Map<Name, Name> names = new LinkedHashMap<>();
        before.enums().forEach((name, type) -> {
            List<Name> alike = after.enums().keySet().stream()
                    .filter(other -> other.schema().equals(name.schema()))
                    .filter(other -> !before.enums().containsKey(other))
                    .filter(other -> after.enums().get(other).equals(type))
                    .toList();
            if (!after.enums().containsKey(name) && alike.size() == 1 && !names.containsValue(alike.get(0))) {
                names.put(name, alike.get(0));
            }
        });
        return new RenamedTypes(names);
    }

    /** A schema in which they have their new names already. */
    Schema in(Schema before) {
        Schema renamed = before;
        for (Map.Entry<Name, Name> each : names.entrySet()) {
            renamed = renamed.renameEnum(each.getKey(), each.getValue());
        }
        return renamed;
    }

    /** Their old names. */
    Collection<Name> from() {
        return names.keySet();
    }
}
