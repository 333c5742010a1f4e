package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Name;

/** The things of one place in the past: those that are there at its end, and all that ever bore a name. */
final class Line {
    private final Map<Key, Bearer> current = new HashMap<>();
    private final Map<Key, List<Bearer>> ever = new HashMap<>();

    private record Key(Hint.Kind kind, Name name) {}

    /** Something, with every name it ever had, oldest first, and what it is made of. */
    static final class Bearer {
        final List<Name> names = new ArrayList<>();
        final Line parts = new Line();
    }

    Bearer current(Hint.Kind kind, Name name) {
        return current.get(new Key(kind, name));
    }

    List<Bearer> bearers(Hint.Kind kind, Name name) {
        return ever.getOrDefault(new Key(kind, name), List.of());
    }

    Bearer create(Hint.Kind kind, Name name) {
        return bear(new Key(kind, name), new Bearer());
    }

    void drop(Hint.Kind kind, Name name) {
        current.remove(new Key(kind, name));
    }

    void rename(Hint.Kind kind, Name from, Name to) {
        Bearer bearer = current.remove(new Key(kind, from));
        if (bearer != null) {
            bear(new Key(kind, to), bearer);
        }
    }

    /** Makes the names the only ones of the kind that are there. */
    void become(Hint.Kind kind, List<String> names) {
        current.keySet()
                .removeIf(
                        key -> key.kind() == kind && !names.contains(key.name().local()));
        for (String name : names) {
            if (current(kind, Name.of(name)) == null) {
                create(kind, Name.of(name));
            }
        }
    }

    void renameSchema(String from, String to) {
        for (Key key : List.copyOf(current.keySet())) {
            if (key.name().schema().filter(from::equals).isPresent()) {
                rename(key.kind(), key.name(), Name.of(to, key.name().local()));
            }
        }
    }

    private Bearer bear(Key key, Bearer bearer) {
        bearer.names.add(key.name());
        current.put(key, bearer);
        ever.computeIfAbsent(key, none -> new ArrayList<>()).add(bearer);
        return bearer;
    }
}
