package org.robotoverlord.changelog.schema;

import java.util.Optional;
import org.robotoverlord.changelog.form.Bare;

/**
 * A column's {@code check}: SQL, or {@code {name, check}}.
 *
 * @param name the constraint's name; empty where it is derived
 * @param check the condition
 */
public record CheckShorthand(Optional<String> name, @Bare Expression check) {}
