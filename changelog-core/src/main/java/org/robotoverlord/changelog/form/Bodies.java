package org.robotoverlord.changelog.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A mapping name → body, or a list of bodies whose names are derived.
 *
 * @param <T> what a body is
 * @param entries in the order of the file; never null
 */
public record Bodies<T>(List<Entry<T>> entries) {
    public Bodies {
        entries = List.copyOf(entries);
    }

    /** No body at all, as where the key is absent. */
    public static <T> Bodies<T> none() {
        return new Bodies<>(List.of());
    }

    /** All with their names. */
    public static <T> Bodies<T> of(Map<String, T> named) {
        return new Bodies<>(named.entrySet().stream()
                .map(entry -> new Entry<>(Optional.of(entry.getKey()), entry.getValue()))
                .toList());
    }

    /**
     * A body and, where it is written, its name.
     *
     * @param <T> what the body is
     * @param name as written; empty where it is to be derived
     * @param body never null
     */
    public record Entry<T>(Optional<String> name, T body) {
        public Entry {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(body, "body");
        }
    }
}
