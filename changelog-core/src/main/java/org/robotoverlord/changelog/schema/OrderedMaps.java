package org.robotoverlord.changelog.schema;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Small maps that keep the order of the file and are never changed, only copied. */
final class OrderedMaps {
    private OrderedMaps() {}

    /** A copy that nobody can change; a map that is one already is given back. */
    static <K, V> Map<K, V> copy(Map<K, V> map) {
        return map instanceof Unchanging<K, V> ? map : new Unchanging<>(new LinkedHashMap<>(map));
    }

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        LinkedHashMap<K, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return new Unchanging<>(changed);
    }

    static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        LinkedHashMap<K, V> changed = new LinkedHashMap<>(map);
        changed.remove(key);
        return new Unchanging<>(changed);
    }

    /** The same map with one key renamed where it stands. */
    static <K, V> Map<K, V> rename(Map<K, V> map, K from, K to) {
        if (!map.containsKey(from)) {
            return map;
        }
        LinkedHashMap<K, V> changed = new LinkedHashMap<>();
        for (Map.Entry<K, V> entry : map.entrySet()) {
            changed.put(entry.getKey().equals(from) ? to : entry.getKey(), entry.getValue());
        }
        return new Unchanging<>(changed);
    }

    /** The map with each value changed; the same one where no value is another. */
    static <K, V> Map<K, V> mapValues(Map<K, V> map, UnaryOperator<V> change) {
        LinkedHashMap<K, V> changed = null;
        for (Map.Entry<K, V> entry : map.entrySet()) {
            V value = change.apply(entry.getValue());
            if (value != entry.getValue()) {
                changed = changed == null ? new LinkedHashMap<>(map) : changed;
                changed.put(entry.getKey(), value);
            }
        }
        return changed == null ? map : new Unchanging<>(changed);
    }

    /** A map of its own entries, that nobody else holds. */
    private static final class Unchanging<K, V> extends AbstractMap<K, V> {
        private final Map<K, V> entries;

        Unchanging(LinkedHashMap<K, V> entries) {
            this.entries = Collections.unmodifiableMap(entries);
        }

        @Override
        public Set<Entry<K, V>> entrySet() {
            return entries.entrySet();
        }

        @Override
        public Set<K> keySet() {
            return entries.keySet();
        }

        @Override
        public V get(Object key) {
            return entries.get(key);
        }

        @Override
        public boolean containsKey(Object key) {
            return entries.containsKey(key);
        }
    }
}
