package org.robotoverlord.changelog.yaml;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.robotoverlord.changelog.form.Bodies;
import org.robotoverlord.changelog.form.MappingForm;
import org.robotoverlord.changelog.form.Named;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.problem.Suggestion;

/**
 * Makes records of YAML nodes, and notes everything that is wrong instead of stopping at the first: what couldn't be read is
 * empty, and {@link #problems()} says why. A reader serves one file.
 */
public final class YamlReader {
    private static final Map<Class<?>, java.lang.reflect.Method> PARSERS = new ConcurrentHashMap<>();

    private final List<Problem> found = new ArrayList<>();

    /**
     * The node that a file holds.
     *
     * @param path the file as the user would name it
     * @param bytes its content
     * @return empty where the file holds nothing
     * @throws Problem with its place, if it is no YAML that we take
     */
    public static Optional<YamlNode> parse(String path, byte[] bytes) {
        return YamlParser.parse(path, bytes);
    }

    /** What was wrong so far. */
    public List<Problem> problems() {
        return List.copyOf(found);
    }

    /** Notes something that is wrong at a place. */
    public void refuse(Place place, String message) {
        found.add(new Problem(place, message));
    }

    /** Notes what a value's maker found, each at the part of the node that it is about. */
    public void refuse(YamlNode node, Problem thrown) {
        for (Problem problem : Problems.of(thrown)) {
            found.add(problem.at(node.follow(problem.path()).place()));
        }
    }

    /**
     * Reads a value.
     *
     * @param what how a message calls it: {@code addColumn}, {@code 'users'}
     * @return empty if something was wrong with it, which {@link #problems()} then tells
     */
    public <T> Optional<T> read(YamlNode node, Class<T> type, String what) {
        return read(node, (Type) type, what).map(type::cast);
    }

    /** The entries of a mapping, told apart: keys that stand twice are noted. */
    public Map<String, YamlNode.Entry> entries(YamlNode.Mapping mapping, String what) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            if (entries.putIfAbsent(entry.key(), entry) != null) {
                refuse(entry.keyPlace(), "key '" + entry.key() + "' stands twice in " + what + "; keep one");
            }
        }
        return entries;
    }

    private Optional<Object> read(YamlNode node, Type type, String what) {
        Class<?> raw = Shape.raw(type);
        if (raw == Named.class) {
            return readNamed(node, Shape.argument(type, 0), what);
        }
        if (raw == Bodies.class) {
            return readBodies(node, Shape.argument(type, 0), what);
        }
        if (raw == List.class) {
            return readList(node, Shape.argument(type, 0), what);
        }
        if (raw == Map.class) {
            return readMap(node, Shape.argument(type, 1), what);
        }
        if (raw == Optional.class) {
            return read(node, Shape.argument(type, 0), what).map(Optional::of);
        }
        if (Written.class.isAssignableFrom(raw)) {
            return readWritten(node, raw, type, what);
        }
        if (raw.isSealed()) {
            return readKind(node, raw, what);
        }
        if (raw.isRecord()) {
            return readRecord(node, type, what);
        }
        return readScalar(node, raw, what);
    }

    private Optional<Object> readScalar(YamlNode node, Class<?> raw, String what) {
        if (!(node instanceof YamlNode.Text text)) {
            return wrong(node, what + " is " + node.kind() + "; write one value");
        }
        String value = text.scalar().text();
        if (raw == String.class) {
            return text.scalar().plain() && value.isEmpty()
                    ? wrong(node, what + " is empty; write a value")
                    : Optional.of(value);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return value.equals("true") || value.equals("false")
                    ? Optional.of(Boolean.valueOf(value))
                    : wrong(
                            node,
                            what + " is '" + value + "'" + Suggestion.of(value, List.of("true", "false"))
                                    + "; write true or false");
        }
        if (raw == long.class || raw == Long.class) {
            return whole(node, value, what);
        }
        if (raw.isEnum()) {
            return constant(node, raw, value, what);
        }
        throw new IllegalStateException("no scalar is read as " + raw);
    }

    private Optional<Object> whole(YamlNode node, String value, String what) {
        try {
            return Optional.of(Long.valueOf(value));
        } catch (NumberFormatException notANumber) {
            return wrong(node, what + " is '" + value + "'; write a whole number");
        }
    }

    private Optional<Object> constant(YamlNode node, Class<?> raw, String value, String what) {
        List<String> names = Arrays.stream(raw.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
        int found = names.indexOf(value);
        return found >= 0
                ? Optional.of(raw.getEnumConstants()[found])
                : wrong(node, what + " is '" + value + "'" + Suggestion.of(value, names) + "; write one of " + names);
    }

    private Optional<Object> readWritten(YamlNode node, Class<?> raw, Type type, String what) {
        if (node instanceof YamlNode.Text text) {
            return parse(node, raw, text.scalar());
        }
        MappingForm mapping = raw.getAnnotation(MappingForm.class);
        if (mapping != null) {
            return readRecord(node, mapping.value(), what);
        }
        return raw.isRecord()
                        && node instanceof YamlNode.Mapping
                        && !Shape.of(type).parts().isEmpty()
                        && isMappingToo(raw)
                ? readRecord(node, type, what)
                : wrong(node, what + " is " + node.kind() + "; write one value");
    }

    /** Whether a scalar isn't the only form: true where a component has a mark or may be absent. */
    private static boolean isMappingToo(Class<?> raw) {
        return Shape.of(raw).parts().stream().anyMatch(part -> part.absent.isPresent());
    }

    private Optional<Object> parse(YamlNode node, Class<?> raw, Scalar scalar) {
        try {
            return Optional.of(parser(raw).invoke(null, scalar));
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Problem problem) {
                refuse(node, problem);
                return Optional.empty();
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static java.lang.reflect.Method parser(Class<?> raw) {
        return PARSERS.computeIfAbsent(raw, type -> {
            try {
                return type.getMethod("parse", Scalar.class);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(type + " is Written and has no parse(Scalar)", impossible);
            }
        });
    }

    /** A mapping with one key, which names the kind: {@code addColumn: {…}}. */
    private Optional<Object> readKind(YamlNode node, Class<?> family, String what) {
        if (!(node instanceof YamlNode.Mapping mapping) || mapping.entries().size() != 1) {
            return wrong(
                    node,
                    what + " is " + node.kind() + "; write a mapping with one key, its kind, such as {"
                            + Kinds.of(family).names().iterator().next() + ": …}");
        }
        YamlNode.Entry entry = mapping.entries().get(0);
        Kinds kinds = Kinds.of(family);
        return kinds.named(entry.key())
                .map(kind -> readRecord(entry.value(), kind, entry.key()))
                .orElseGet(() -> {
                    refuse(
                            entry.keyPlace(),
                            "there is no change '" + entry.key() + "'" + Suggestion.of(entry.key(), kinds.names())
                                    + "; the kinds are " + kinds.names());
                    return Optional.empty();
                });
    }

    private Optional<Object> readNamed(YamlNode node, Type body, String what) {
        if (!(node instanceof YamlNode.Mapping mapping) || mapping.entries().size() != 1) {
            return wrong(node, what + " is " + node.kind() + "; write one entry {name: …}");
        }
        YamlNode.Entry entry = mapping.entries().get(0);
        return read(entry.value(), body, "'" + entry.key() + "'").map(value -> new Named<>(entry.key(), value));
    }

    private Optional<Object> readBodies(YamlNode node, Type body, String what) {
        List<Bodies.Entry<Object>> bodies = new ArrayList<>();
        boolean whole = true;
        if (node instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : entries(mapping, what).values()) {
                Optional<Object> value = read(entry.value(), body, "'" + entry.key() + "'");
                value.ifPresent(is -> bodies.add(new Bodies.Entry<>(Optional.of(entry.key()), is)));
                whole &= value.isPresent();
            }
        } else if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                Optional<Object> value = read(item, body, "an item of " + what);
                value.ifPresent(is -> bodies.add(new Bodies.Entry<>(Optional.empty(), is)));
                whole &= value.isPresent();
            }
        } else {
            return wrong(node, what + " is " + node.kind() + "; write a mapping name: body, or a list of bodies");
        }
        return whole ? Optional.of(new Bodies<>(bodies)) : Optional.empty();
    }

    private Optional<Object> readList(YamlNode node, Type item, String what) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            return wrong(node, what + " is " + node.kind() + "; write a list [a, b]");
        }
        List<Object> items = new ArrayList<>();
        sequence.items()
                .forEach(child -> read(child, item, "an item of " + what).ifPresent(items::add));
        return items.size() == sequence.items().size() ? Optional.of(List.copyOf(items)) : Optional.empty();
    }

    private Optional<Object> readMap(YamlNode node, Type body, String what) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return wrong(node, what + " is " + node.kind() + "; write a mapping name: …");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        Map<String, YamlNode.Entry> entries = entries(mapping, what);
        entries.forEach(
                (key, entry) -> read(entry.value(), body, "'" + key + "'").ifPresent(value -> map.put(key, value)));
        return map.size() == entries.size() ? Optional.of(map) : Optional.empty();
    }

    /** A list of names whose bodies are empty, or a mapping name → body. */
    private Optional<Object> readNameList(YamlNode node, Type body, String what) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            return readMap(node, body, what);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (YamlNode item : sequence.items()) {
            Optional<Object> name = readScalar(item, String.class, "an item of " + what);
            YamlNode nothing = new YamlNode.Mapping(List.of(), item.place());
            name.ifPresent(text -> read(nothing, body, "'" + text + "'").ifPresent(value -> {
                if (map.put((String) text, value) != null) {
                    refuse(item.place(), "'" + text + "' stands twice in " + what + "; keep one");
                }
            }));
        }
        return map.size() == sequence.items().size() ? Optional.of(map) : Optional.empty();
    }

    private Optional<Object> readRecord(YamlNode node, Type type, String what) {
        Shape shape = Shape.of(type);
        if (node instanceof YamlNode.Mapping mapping) {
            Map<String, YamlNode.Entry> entries = entries(mapping, what);
            refuseUnknown(shape, entries, what);
            return readComponents(shape, mapping, entries, what);
        }
        if (node instanceof YamlNode.Text text
                && text.scalar().isNull()
                && shape.parts().stream().noneMatch(Shape.Part::required)) {
            return readComponents(shape, node, Map.of(), what);
        }
        List<Shape.Part> bare = shape.bare();
        if (bare.isEmpty()
                || node instanceof YamlNode.Text text && text.scalar().isNull()) {
            return wrong(node, what + " is " + node.kind() + "; write a mapping with " + shape.keys());
        }
        Shape.Part part = bare.get(bare.size() - 1);
        return readComponents(shape, node, Map.of(part.key, new YamlNode.Entry(part.key, node.place(), node)), what);
    }

    private void refuseUnknown(Shape shape, Map<String, YamlNode.Entry> entries, String what) {
        Set<String> taken = new TreeSet<>(shape.keys());
        for (YamlNode.Entry entry : entries.values()) {
            if (!taken.contains(entry.key())) {
                refuse(entry.keyPlace(), unknown(shape, entry.key(), what));
            }
        }
    }

    private static String unknown(Shape shape, String key, String what) {
        String start = what + " has no '" + key + "'";
        if (key.endsWith(")") || key.endsWith("]")) {
            return start
                    + "; it is the rest of a value that holds a comma: put that value in quotes, as in type: \"decimal(10,2)\"";
        }
        return shape.elsewhere(key)
                .map(instead -> what + " doesn't take '" + key + "'; " + instead)
                .orElseGet(() -> start + Suggestion.of(key, shape.keys()) + "; it takes " + shape.keys());
    }

    private Optional<Object> readComponents(
            Shape shape, YamlNode node, Map<String, YamlNode.Entry> entries, String what) {
        int before = found.size();
        Object[] values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            Shape.Part part = shape.parts().get(i);
            values[i] = part.inline
                    ? readComponents(Shape.of(part.type), node, entries, what).orElse(null)
                    : component(
                            part,
                            node,
                            Optional.ofNullable(entries.get(part.key)).map(YamlNode.Entry::value),
                            what);
        }
        if (found.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(shape.make(values));
        } catch (Problem problem) {
            refuse(node, problem);
            return Optional.empty();
        }
    }

    private Object component(Shape.Part part, YamlNode owner, Optional<YamlNode> written, String what) {
        if (written.isEmpty()) {
            return absent(part, owner, what);
        }
        YamlNode node = written.get();
        String name = "'" + part.key + "'";
        if (part.nameList) {
            return readNameList(node, Shape.argument(part.type, 1), name).orElse(null);
        }
        if (part.oneOrMany && node instanceof YamlNode.Text) {
            return readList(new YamlNode.Sequence(List.of(node), node.place()), itemOf(part), name)
                    .map(list -> Shape.raw(part.type) == Optional.class ? Optional.of(list) : list)
                    .orElse(null);
        }
        boolean nothing = node instanceof YamlNode.Text text && text.scalar().isNull();
        if (nothing && Shape.raw(part.type) == Optional.class && !takesNull(part)) {
            return Optional.empty();
        }
        if (nothing && (part.absent.isPresent() || isCollection(Shape.raw(part.type)))) {
            return absent(part, owner, what);
        }
        return read(node, part.type, name).orElse(null);
    }

    private static boolean isCollection(Class<?> raw) {
        return raw == List.class || raw == Map.class || raw == Bodies.class;
    }

    private static Type itemOf(Shape.Part part) {
        Type list = Shape.raw(part.type) == Optional.class ? Shape.argument(part.type, 0) : part.type;
        return Shape.argument(list, 0);
    }

    private static boolean takesNull(Shape.Part part) {
        return Shape.raw(Shape.argument(part.type, 0)).isAnnotationPresent(MappingForm.class);
    }

    private Object absent(Shape.Part part, YamlNode owner, String what) {
        Class<?> raw = Shape.raw(part.type);
        if (part.absent.isPresent()) {
            return Absences.value(part);
        }
        if (raw == Optional.class) {
            return Optional.empty();
        }
        if (raw == List.class) {
            return List.of();
        }
        if (raw == Map.class) {
            return Map.of();
        }
        if (raw == Bodies.class) {
            return Bodies.none();
        }
        refuse(owner.place(), what + " needs '" + part.key + "'; add it");
        return null;
    }

    private Optional<Object> wrong(YamlNode node, String message) {
        refuse(node.place(), message);
        return Optional.empty();
    }

    /** What an absent key means. */
    static Object absentValue(Shape.Part part) {
        return Absences.value(part);
    }

    /** What absent keys mean, read once each from their marks. */
    private static final class Absences {
        private static final Map<Shape.Part, Object> KNOWN = new ConcurrentHashMap<>();

        static Object value(Shape.Part part) {
            return KNOWN.computeIfAbsent(part, unread -> {
                YamlReader reader = new YamlReader();
                YamlNode node = new YamlNode.Text(Scalar.plain(unread.absent.orElseThrow()), Place.of("a mark"));
                return reader.read(node, unread.type, unread.key)
                        .orElseThrow(
                                () -> new IllegalStateException("the mark of " + unread.key + ": " + reader.found));
            });
        }
    }
}
