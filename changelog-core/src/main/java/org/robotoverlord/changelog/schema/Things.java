package org.robotoverlord.changelog.schema;

import java.util.Map;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;

/** Things of every {@link Kind} by their names, in the order they came; never changed, only made anew. */
final class Things {
    static final Things NONE = new Things(HashTreePMap.empty());

    /** A kind of which there is nothing isn't in here. */
    private final PMap<Kind<?>, PMap<Name, Object>> byKind;

    private Things(PMap<Kind<?>, PMap<Name, Object>> byKind) {
        this.byKind = byKind;
    }

    /** All of a kind. What was put in under a kind is of its type, so the cast holds. */
    @SuppressWarnings("unchecked")
    <T> Map<Name, T> all(Kind<T> kind) {
        return (Map<Name, T>) ofKind(kind);
    }

    private PMap<Name, Object> ofKind(Kind<?> kind) {
        return byKind.getOrDefault(kind, OrderedPMap.empty());
    }

    <T> Things with(Kind<T> kind, Name name, T thing) {
        return new Things(byKind.plus(kind, ofKind(kind).plus(name, thing)));
    }

    Things without(Kind<?> kind, Name name) {
        PMap<Name, Object> rest = ofKind(kind).minus(name);
        return new Things(rest.isEmpty() ? byKind.minus(kind) : byKind.plus(kind, rest));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Things things && byKind.equals(things.byKind);
    }

    @Override
    public int hashCode() {
        return byKind.hashCode();
    }

    @Override
    public String toString() {
        return byKind.toString();
    }
}
