package org.robotoverlord.changelog.schema;

import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * What is looked up of the views of a {@link Schema}; derived from them, so that what can't touch a view needn't look at any.
 *
 * @param naming what queries name, as it is written there → the views with such queries
 * @param indexes index → the materialised view that it belongs to
 */
record ViewLinks(PMap<Name, PSet<Name>> naming, PMap<Name, Name> indexes) {
    static final ViewLinks NONE = new ViewLinks(HashTreePMap.empty(), HashTreePMap.empty());

    ViewLinks with(Name name, View view) {
        PMap<Name, PSet<Name>> more = naming;
        for (Name relation : view.relations()) {
            more = more.plus(
                    relation, more.getOrDefault(relation, HashTreePSet.empty()).plus(name));
        }
        PMap<Name, Name> owned = indexes;
        for (String index : view.indexes().keySet()) {
            owned = owned.plus(name.sibling(index), name);
        }
        return new ViewLinks(more, owned);
    }

    ViewLinks without(Name name, View view) {
        PMap<Name, PSet<Name>> less = naming;
        for (Name relation : view.relations()) {
            PSet<Name> rest = less.getOrDefault(relation, HashTreePSet.empty()).minus(name);
            less = rest.isEmpty() ? less.minus(relation) : less.plus(relation, rest);
        }
        PMap<Name, Name> owned = indexes;
        for (String index : view.indexes().keySet()) {
            owned = owned.minus(name.sibling(index));
        }
        return new ViewLinks(less, owned);
    }

    Set<Name> naming(Name relation) {
        return naming.getOrDefault(relation, HashTreePSet.empty());
    }
}
