package org.robotoverlord.changelog.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.Bare;
import org.robotoverlord.changelog.form.Elsewhere;
import org.robotoverlord.changelog.form.ImpliedBy;
import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.form.Key;
import org.robotoverlord.changelog.form.NameList;
import org.robotoverlord.changelog.form.OneOrMany;

/**
 * How a record is written: its keys, in order, and what stands for it when it is written short. Made once for each record type.
 */
public final class Shape {
    private static final Map<Type, Shape> KNOWN = new ConcurrentHashMap<>();

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<Part> parts;
    private final List<String> keys;
    private final Set<String> taken;

    private Shape(Type generic) {
        this.type = Form.raw(generic);
        RecordComponent[] components = type.getRecordComponents();
        this.parts = Arrays.stream(components)
                .map(component -> new Part(component, resolve(component.getGenericType(), generic)))
                .toList();
        this.keys = parts.stream()
                .flatMap(part -> part.inline ? of(part.type).keys.stream() : Stream.of(part.key))
                .toList();
        this.taken = Set.copyOf(keys);
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The shape of a record type, its type arguments filled in. */
    public static Shape of(Type type) {
        Shape known = KNOWN.get(type);
        if (known == null) {
            known = new Shape(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    /** The components, in the record's order. */
    public List<Part> parts() {
        return parts;
    }

    /** All keys that the record's mapping takes, those of inlined records included, in order. */
    public List<String> keys() {
        return keys;
    }

    boolean takes(String key) {
        return taken.contains(key);
    }

    /** The component that a bare scalar or list stands for, as the way through inlined records; empty where there is none. */
    List<Part> bare() {
        for (Part part : parts) {
            if (part.bare) {
                return List.of(part);
            }
            if (part.inline && !of(part.type).bare().isEmpty() && parts.stream().noneMatch(Part::required)) {
                List<Part> way = new ArrayList<>(List.of(part));
                way.addAll(of(part.type).bare());
                return way;
            }
        }
        return List.of();
    }

    /** What to write instead of a key that isn't taken here, if people are known to look for it. */
    Optional<String> elsewhere(String key) {
        Stream<String> own = Arrays.stream(type.getAnnotationsByType(Elsewhere.class))
                .filter(mark -> mark.key().equals(key))
                .map(Elsewhere::instead);
        Stream<String> inlined =
                parts.stream().filter(part -> part.inline).flatMap(part -> of(part.type).elsewhere(key).stream());
        return Stream.concat(own, inlined).findFirst();
    }

    /** A record of these components; what its constructor throws is thrown. */
    Object make(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Type resolve(Type type, Type owner) {
        if (type instanceof TypeVariable<?> variable) {
            int position = Arrays.asList(Form.raw(owner).getTypeParameters()).indexOf(variable);
            return ((ParameterizedType) owner).getActualTypeArguments()[position];
        }
        return type;
    }

    /** One component of a record and how it is written. */
    public static final class Part {
        private final Method accessor;
        final Type type;
        final Form form;
        final String key;
        final String quotedKey;
        final boolean inline;
        final boolean bare;
        final boolean nameList;
        final boolean oneOrMany;
        final Optional<String> absent;
        final Optional<String> impliedBy;

        Part(RecordComponent component, Type type) {
            this.accessor = component.getAccessor();
            this.type = type;
            this.form = Form.of(type);
            Key named = component.getAnnotation(Key.class);
            Absent absentMark = component.getAnnotation(Absent.class);
            ImpliedBy impliedMark = component.getAnnotation(ImpliedBy.class);
            this.key = named == null ? component.getName() : named.value();
            this.quotedKey = "'" + key + "'";
            this.inline = component.isAnnotationPresent(Inline.class);
            this.bare = component.isAnnotationPresent(Bare.class);
            this.nameList = component.isAnnotationPresent(NameList.class);
            this.oneOrMany = component.isAnnotationPresent(OneOrMany.class);
            this.impliedBy = Optional.ofNullable(impliedMark).map(ImpliedBy::value);
            this.absent = Optional.ofNullable(absentMark).map(Absent::value);
        }

        /** The key it is written under. */
        public String key() {
            return key;
        }

        /** What its value is. */
        public Type type() {
            return type;
        }

        /** What an absent key means, where a mark says so. */
        public Optional<String> absent() {
            return absent;
        }

        /** Whether the record's mapping holds its keys themselves. */
        public boolean inline() {
            return inline;
        }

        /** Whether the key has to be there. */
        public boolean required() {
            return absent.isEmpty() && !inline && form.kind != Form.Kind.OPTIONAL && !form.isCollection();
        }

        /** The component's value in a record. */
        Object of(Object owner) {
            try {
                return accessor.invoke(owner);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
