package org.robotoverlord.changelog.form;

import java.util.Objects;

/**
 * A mapping with one entry: {@code column: {verified_at: timestamptz}}.
 *
 * @param <T> what the body is
 * @param name the entry's key
 * @param body the entry's value
 */
public record Named<T>(String name, T body) {
    public Named {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(body, "body");
    }
}
