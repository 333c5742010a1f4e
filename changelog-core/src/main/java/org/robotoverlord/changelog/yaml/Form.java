package org.robotoverlord.changelog.yaml;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.robotoverlord.changelog.form.Bodies;
import org.robotoverlord.changelog.form.MappingForm;
import org.robotoverlord.changelog.form.Named;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;

/** What a Java type is in a file: worked out once for each type, so that reading a value asks no class what it is. */
final class Form {
    /** The families of types that are read alike. */
    enum Kind {
        NAMED,
        BODIES,
        LIST,
        MAP,
        OPTIONAL,
        WRITTEN,
        FAMILY,
        RECORD,
        TEXT,
        BOOLEAN,
        WHOLE_NUMBER,
        CONSTANT
    }

    private static final Map<Type, Form> KNOWN = new ConcurrentHashMap<>();

    final Kind kind;
    final Class<?> raw;
    private final Type type;
    private final Optional<Method> parser;
    private Shape shape;

    private Form(Type type) {
        this.type = type;
        this.raw = raw(type);
        this.kind = kind(raw);
        this.parser = kind == Kind.WRITTEN ? Optional.of(parser(raw)) : Optional.empty();
    }

    static Form of(Type type) {
        Form known = KNOWN.get(type);
        if (known == null) {
            known = new Form(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    private static Kind kind(Class<?> raw) {
        Kind generic = Map.of(
                        Named.class, Kind.NAMED,
                        Bodies.class, Kind.BODIES,
                        List.class, Kind.LIST,
                        Map.class, Kind.MAP,
                        Optional.class, Kind.OPTIONAL,
                        String.class, Kind.TEXT,
                        boolean.class, Kind.BOOLEAN,
                        Boolean.class, Kind.BOOLEAN,
                        long.class, Kind.WHOLE_NUMBER,
                        Long.class, Kind.WHOLE_NUMBER)
                .get(raw);
        if (generic != null) {
            return generic;
        }
        if (Written.class.isAssignableFrom(raw)) {
            return Kind.WRITTEN;
        }
        if (raw.isSealed()) {
            return Kind.FAMILY;
        }
        if (raw.isRecord()) {
            return Kind.RECORD;
        }
        if (raw.isEnum()) {
            return Kind.CONSTANT;
        }
        throw new IllegalStateException("nobody knows how " + raw + " is written");
    }

    private static Method parser(Class<?> raw) {
        try {
            return raw.getMethod("parse", Scalar.class);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(raw + " is Written and has no parse(Scalar)", impossible);
        }
    }

    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    /** What it holds: an item, a body, the value of an entry. */
    Form content() {
        Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
        return of(arguments[arguments.length - 1]);
    }

    /** The list that is there, if it may be absent. */
    Form list() {
        return kind == Kind.OPTIONAL ? content() : this;
    }

    boolean isCollection() {
        return kind == Kind.LIST || kind == Kind.MAP || kind == Kind.BODIES;
    }

    /** Whether nothing is a value of its own here: NULL. */
    boolean takesNull() {
        Form inner = list();
        return inner.raw.isAnnotationPresent(MappingForm.class);
    }

    /** The record that a mapping is read as; empty where only a scalar is taken. */
    Optional<Shape> mapping() {
        MappingForm other = raw.getAnnotation(MappingForm.class);
        if (other != null) {
            return Optional.of(Shape.of(other.value()));
        }
        boolean both = raw.isRecord() && shape().parts().stream().anyMatch(part -> part.absent.isPresent());
        return both ? Optional.of(shape()) : Optional.empty();
    }

    /** The shape of a record. */
    Shape shape() {
        if (shape == null) {
            shape = Shape.of(type);
        }
        return shape;
    }

    /** The names of an enum's constants, as they are written. */
    List<String> constants() {
        return Arrays.stream(raw.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The value that a scalar stands for; what its maker throws is thrown. */
    Object parse(Scalar scalar) {
        try {
            return parser.orElseThrow().invoke(null, scalar);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
