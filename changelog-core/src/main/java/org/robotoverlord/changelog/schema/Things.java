package org.robotoverlord.changelog.schema;

import java.util.Map;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;

/** Things of every {@link Kind} by their names, in the order they came; never changed, only made anew. */
final class Things {
    static final Things NONE = new Things(HashTreePMap.empty(), ViewLinks.NONE);

    /** A kind of which there is nothing isn't in here. */
    private final PMap<Kind<?>, PMap<Name, Object>> byKind;

    private final ViewLinks views;

    private Things(PMap<Kind<?>, PMap<Name, Object>> byKind, ViewLinks views) {
        this.byKind = byKind;
        this.views = views;
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
        ViewLinks links = thing instanceof View view ? unlinked(kind, name).with(name, view) : views;
        return new Things(byKind.plus(kind, ofKind(kind).plus(name, thing)), links);
    }

    Things without(Kind<?> kind, Name name) {
        PMap<Name, Object> rest = ofKind(kind).minus(name);
        return new Things(rest.isEmpty() ? byKind.minus(kind) : byKind.plus(kind, rest), unlinked(kind, name));
    }

    /** What is looked up of views, without one. */
    private ViewLinks unlinked(Kind<?> kind, Name name) {
        return ofKind(kind).get(name) instanceof View view ? views.without(name, view) : views;
    }

    ViewLinks views() {
        return views;
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
