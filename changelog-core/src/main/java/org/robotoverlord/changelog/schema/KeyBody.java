package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.form.Bare;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A primary key as it is written: {@code [a, b]} or {@code {name, columns, renamedFrom}}.
 *
 * @param name the constraint's name; empty where it is derived
 * @param columns at least one
 * @param renamedFrom the constraint's name before
 */
public record KeyBody(Optional<String> name, @Bare List<String> columns, Optional<String> renamedFrom) {
    public KeyBody {
        columns = ColumnLists.distinct("a primary key", columns);
        if (name.filter(String::isEmpty).isPresent()) {
            throw new Problem("a primary key's name is empty; give it at least one letter").about("name");
        }
    }

    /** How a key is written: its name only where it isn't the derived one. */
    static KeyBody of(Name table, PrimaryKey key) {
        boolean derived = key.name().equals(DerivedName.primaryKey(table));
        return derived ? new KeyBody(Optional.empty(), key.columns(), Optional.empty()) : of(key);
    }

    /** A key with its name. */
    static KeyBody of(PrimaryKey key) {
        return new KeyBody(Optional.of(key.name()), key.columns(), Optional.empty());
    }

    PrimaryKey named(Name table) {
        return new PrimaryKey(name.orElse(DerivedName.primaryKey(table)), columns);
    }
}
