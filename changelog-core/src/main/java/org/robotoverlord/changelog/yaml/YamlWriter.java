package org.robotoverlord.changelog.yaml;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.robotoverlord.changelog.form.Bodies;
import org.robotoverlord.changelog.form.Named;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Place;

/**
 * Makes YAML nodes of records: the inverse of {@link YamlReader}. Keys that hold their absent value are left out, and a record is
 * written short where it can be. {@link YamlText} makes text of the nodes.
 */
public final class YamlWriter {
    private static final Place NOWHERE = Place.of("");

    private final boolean canonical;

    private YamlWriter(boolean canonical) {
        this.canonical = canonical;
    }

    /** The node that a person reads. */
    public static YamlNode node(Object value) {
        return new YamlWriter(false).write(value);
    }

    /** The node that is the same for all values that mean the same, of which {@link YamlText#canonical} makes a text. */
    public static YamlNode canonicalNode(Object value) {
        return new YamlWriter(true).write(value);
    }

    /** A scalar without quotes where YAML lets it. */
    public static YamlNode text(String text) {
        return new YamlNode.Text(Scalar.plain(text), NOWHERE);
    }

    /** A list. */
    public static YamlNode sequence(List<YamlNode> items) {
        return new YamlNode.Sequence(items, NOWHERE);
    }

    /** A mapping, in the order given. */
    public static YamlNode mapping(Map<String, YamlNode> entries) {
        return new YamlNode.Mapping(
                entries.entrySet().stream()
                        .map(entry -> new YamlNode.Entry(entry.getKey(), NOWHERE, entry.getValue()))
                        .toList(),
                NOWHERE);
    }

    private YamlNode write(Object value) {
        if (value instanceof Written written) {
            Optional<Scalar> scalar = canonical ? written.canonical() : written.written();
            if (scalar.isPresent()) {
                return new YamlNode.Text(scalar.get(), NOWHERE);
            }
        }
        if (value instanceof Optional<?> optional) {
            return write(optional.orElseThrow());
        }
        if (value instanceof Named<?> named) {
            return mapping(Map.of(named.name(), write(named.body())));
        }
        if (value instanceof List<?> list) {
            return sequence(list.stream().map(this::write).toList());
        }
        if (value instanceof Map<?, ?> map) {
            return new YamlNode.Mapping(
                    map.entrySet().stream()
                            .map(entry -> new YamlNode.Entry((String) entry.getKey(), NOWHERE, write(entry.getValue())))
                            .toList(),
                    NOWHERE);
        }
        if (Kinds.isKind(value)) {
            return mapping(Map.of(Kinds.nameOf(value.getClass()), writeRecord(value, value.getClass())));
        }
        if (value instanceof Record) {
            return writeRecord(value, value.getClass());
        }
        String text =
                value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : String.valueOf(value);
        Scalar plain = Scalar.plain(text);
        return new YamlNode.Text(plain.isNull() && value instanceof String ? Scalar.quoted(text) : plain, NOWHERE);
    }

    /** @param body what each body is; its class alone doesn't say, where that has type arguments */
    private YamlNode writeBodies(Bodies<?> bodies, Type body) {
        if (bodies.entries().stream().anyMatch(entry -> entry.name().isEmpty())) {
            return sequence(bodies.entries().stream()
                    .map(entry -> writeRecord(entry.body(), body))
                    .toList());
        }
        return new YamlNode.Mapping(
                bodies.entries().stream()
                        .map(entry -> new YamlNode.Entry(
                                entry.name().orElseThrow(), NOWHERE, writeRecord(entry.body(), body)))
                        .toList(),
                NOWHERE);
    }

    private YamlNode writeRecord(Object value, Type type) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        Shape shape = Shape.of(type);
        addComponents(value, shape, entries);
        List<Shape.Part> bare = shape.bare();
        boolean alone =
                !bare.isEmpty() && entries.size() == 1 && entries.get(0).key().equals(bare.get(bare.size() - 1).key);
        return alone && !canonical && !(entries.get(0).value() instanceof YamlNode.Mapping)
                ? entries.get(0).value()
                : new YamlNode.Mapping(entries, NOWHERE);
    }

    private void addComponents(Object value, Shape shape, List<YamlNode.Entry> into) {
        for (Shape.Part part : shape.parts()) {
            Object component = part.of(value);
            if (part.inline) {
                addComponents(component, Shape.of(component.getClass()), into);
            } else if (!isAbsent(part, component) && !isImplied(part, value, shape)) {
                into.add(new YamlNode.Entry(part.key, NOWHERE, component(part, component)));
            }
        }
    }

    private YamlNode component(Shape.Part part, Object component) {
        Object value = component instanceof Optional<?> optional ? optional.orElseThrow() : component;
        if (part.oneOrMany && value instanceof List<?> list && list.size() == 1 && !canonical) {
            return write(list.get(0));
        }
        if (part.nameList && value instanceof Map<?, ?> map && !canonical) {
            YamlNode written = write(map);
            boolean namesAlone = ((YamlNode.Mapping) written)
                    .entries().stream()
                            .allMatch(entry -> entry.value() instanceof YamlNode.Mapping body
                                    && body.entries().isEmpty());
            return namesAlone
                    ? sequence(map.keySet().stream()
                            .map(name -> text((String) name))
                            .toList())
                    : written;
        }
        return value instanceof Bodies<?> bodies ? writeBodies(bodies, Shape.argument(part.type, 0)) : write(value);
    }

    /** Whether another component, which is there, says it already. */
    private static boolean isImplied(Shape.Part part, Object value, Shape shape) {
        return part.impliedBy
                .filter(key -> shape.parts().stream()
                        .anyMatch(other -> other.key.equals(key) && !isAbsent(other, other.of(value))))
                .isPresent();
    }

    private static boolean isAbsent(Shape.Part part, Object component) {
        if (part.absent.isPresent()) {
            return Objects.equals(component, YamlReader.absentValue(part));
        }
        return component instanceof Optional<?> optional && optional.isEmpty()
                || component instanceof List<?> list && list.isEmpty()
                || component instanceof Map<?, ?> map && map.isEmpty()
                || component instanceof Bodies<?> bodies && bodies.entries().isEmpty();
    }
}
