package org.robotoverlord.changelog.yaml;

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
        return new YamlWriter(false).write(value, formOf(value));
    }

    /** The node that is the same for all values that mean the same, of which {@link YamlText#canonical} makes a text. */
    public static YamlNode canonicalNode(Object value) {
        return new YamlWriter(true).write(value, formOf(value));
    }

    private static Form formOf(Object value) {
        return Form.of(Kinds.familyOf(value.getClass()).orElse(value.getClass()));
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

    private YamlNode write(Object value, Form form) {
        return switch (form.kind) {
            case OPTIONAL -> write(((Optional<?>) value).orElseThrow(), form.content());
            case NAMED -> writeNamed((Named<?>) value, form.content());
            case BODIES -> writeBodies((Bodies<?>) value, form.content());
            case LIST -> writeList((List<?>) value, form.content());
            case MAP -> writeMap((Map<?, ?>) value, form.content());
            case FAMILY -> entry(Kinds.nameOf(value.getClass()), writeRecord(value, Shape.of(value.getClass())));
            case RECORD -> writeRecord(value, form.shape());
            case WRITTEN -> writeWritten((Written) value, form);
            case CONSTANT -> text(((Enum<?>) value).name().toLowerCase(Locale.ROOT));
            case TEXT -> new YamlNode.Text(Scalar.text((String) value), NOWHERE);
            case BOOLEAN, WHOLE_NUMBER -> text(String.valueOf(value));
        };
    }

    private static YamlNode entry(String key, YamlNode value) {
        return new YamlNode.Mapping(List.of(new YamlNode.Entry(key, NOWHERE, value)), NOWHERE);
    }

    private YamlNode writeWritten(Written value, Form form) {
        Optional<Scalar> scalar = canonical ? value.canonical() : value.written();
        return scalar.isPresent()
                ? new YamlNode.Text(scalar.get(), NOWHERE)
                : writeRecord(value, form.mapping().orElseThrow());
    }

    private YamlNode writeNamed(Named<?> named, Form body) {
        return entry(named.name(), write(named.body(), body));
    }

    private YamlNode writeBodies(Bodies<?> bodies, Form body) {
        if (bodies.entries().stream().anyMatch(entry -> entry.name().isEmpty())) {
            return sequence(bodies.entries().stream()
                    .map(entry -> write(entry.body(), body))
                    .toList());
        }
        return new YamlNode.Mapping(
                bodies.entries().stream()
                        .map(entry ->
                                new YamlNode.Entry(entry.name().orElseThrow(), NOWHERE, write(entry.body(), body)))
                        .toList(),
                NOWHERE);
    }

    private YamlNode writeList(List<?> list, Form item) {
        return sequence(list.stream().map(value -> write(value, item)).toList());
    }

    private YamlNode writeMap(Map<?, ?> map, Form body) {
        return new YamlNode.Mapping(
                map.entrySet().stream()
                        .map(entry ->
                                new YamlNode.Entry((String) entry.getKey(), NOWHERE, write(entry.getValue(), body)))
                        .toList(),
                NOWHERE);
    }

    private YamlNode writeRecord(Object value, Shape shape) {
        List<YamlNode.Entry> entries = new ArrayList<>();
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
                addComponents(component, part.form.shape(), into);
            } else if (!isAbsent(part, component) && !isImplied(part, value, shape)) {
                into.add(new YamlNode.Entry(part.key, NOWHERE, component(part, component)));
            }
        }
    }

    private YamlNode component(Shape.Part part, Object value) {
        if (part.oneOrMany && !canonical) {
            List<?> list = (List<?>) (value instanceof Optional<?> optional ? optional.orElseThrow() : value);
            if (list.size() == 1) {
                return write(list.get(0), part.form.list().content());
            }
        }
        return part.nameList && !canonical
                ? writeNameList((Map<?, ?>) value, part.form.content())
                : write(value, part.form);
    }

    private YamlNode writeNameList(Map<?, ?> map, Form body) {
        YamlNode.Mapping written = (YamlNode.Mapping) writeMap(map, body);
        boolean namesAlone = written.entries().stream()
                .allMatch(entry -> entry.value() instanceof YamlNode.Mapping mapping
                        && mapping.entries().isEmpty());
        return namesAlone
                ? sequence(written.entries().stream()
                        .<YamlNode>map(entry -> new YamlNode.Text(Scalar.text(entry.key()), NOWHERE))
                        .toList())
                : written;
    }

    private static boolean isImplied(Shape.Part part, Object value, Shape shape) {
        return part.impliedBy.isPresent()
                && shape.parts().stream()
                        .filter(other -> other.key.equals(part.impliedBy.get()))
                        .anyMatch(other -> !isAbsent(other, other.of(value)));
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
