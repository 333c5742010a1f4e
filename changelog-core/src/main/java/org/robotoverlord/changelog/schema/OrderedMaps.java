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
        return map instanceof Unchanging<K, V> ? map : new Unchanging<>(map);
    }

    private static final class Unchanging<K, V> extends AbstractMap<K, V> {
        private final Map<K, V> entries;

        Unchanging(Map<K, V> entries) {
            this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
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

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        Map<K, V> changed = new LinkedHashMap<>(map);
        changed.remove(key);
        return changed;
    }

    /** The same map with one key renamed where it stands. */
    static <K, V> Map<K, V> rename(Map<K, V> map, K from, K to) {
        Map<K, V> changed = new LinkedHashMap<>();
        map.forEach((key, value) -> changed.put(key.equals(from) ? to : key, value));
        return changed;
    }

    static <K, V> Map<K, V> mapValues(Map<K, V> map, UnaryOperator<V> change) {
        Map<K, V> changed = new LinkedHashMap<>();
        map.forEach((key, value) -> changed.put(key, change.apply(value)));
        return changed;
    }
}
