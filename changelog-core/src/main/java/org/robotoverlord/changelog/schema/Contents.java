package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What lies in one schema of several. */
public final class Contents {
    private Contents() {}

    /**
     * The names of all that lies in a schema: tables, things of every {@link Kind}, routines by their signatures, and extensions that
     * were put there.
     *
     * @param name one beside the app's own
     */
    public static List<String> of(Schema schema, String name) {
        Stream<String> things = Stream.of(
                        schema.tables(),
                        schema.enums(),
                        schema.all(Kind.DOMAIN),
                        schema.all(Kind.SEQUENCE),
                        schema.all(Kind.VIEW))
                .flatMap(all -> all.keySet().stream())
                .filter(held -> held.schema().equals(Optional.of(name)))
                .map(Name::toString);
        Stream<String> routines = Routines.all(schema).stream()
                .map(Routine::signature)
                .filter(held -> held.name().schema().equals(Optional.of(name)))
                .map(Signature::toString);
        Stream<String> extensions = schema.extensions().entrySet().stream()
                .filter(extension -> extension.getValue().schema().equals(Optional.of(name)))
                .map(extension -> extension.getKey());
        return Stream.of(things, routines, extensions).flatMap(names -> names).toList();
    }
}
