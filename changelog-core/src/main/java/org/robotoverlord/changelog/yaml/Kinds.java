package org.robotoverlord.changelog.yaml;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.robotoverlord.changelog.form.Unwritten;

/** The kinds of a sealed family of records, by the names they are written under: {@code AddColumn} is {@code addColumn}. */
public final class Kinds {
    private static final Map<Class<?>, Kinds> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, Class<?>> byName = new LinkedHashMap<>();

    private Kinds(Class<?> family) {
        Arrays.stream(family.getPermittedSubclasses())
                .filter(kind -> !kind.isAnnotationPresent(Unwritten.class))
                .forEach(kind -> byName.put(nameOf(kind), kind));
    }

    /** The kinds that a sealed interface permits. */
    public static Kinds of(Class<?> family) {
        return KNOWN.computeIfAbsent(family, Kinds::new);
    }

    /** The family that a class is a written kind of, if it is one. */
    static Optional<Type> familyOf(Class<?> kind) {
        return Arrays.stream(kind.getInterfaces())
                .filter(family -> family.isSealed() && of(family).byName.containsValue(kind))
                .<Type>map(family -> family)
                .findFirst();
    }

    /** The name that a kind is written under. */
    public static String nameOf(Class<?> kind) {
        String name = kind.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** All names, in the family's order. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** The kind of that name. */
    public Optional<Class<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
