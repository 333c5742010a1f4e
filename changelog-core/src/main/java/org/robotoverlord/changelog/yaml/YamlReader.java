package org.robotoverlord.changelog.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.robotoverlord.changelog.form.Bodies;
import org.robotoverlord.changelog.form.Named;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.problem.Suggestion;

/**
 * Makes records of YAML nodes, and notes everything that is wrong instead of stopping at the first: what couldn't be read is
 * empty, and {@link #problems()} says why. A reader serves one file.
 */
public final class YamlReader {
    private static final long MOST_BYTES = 64 * 1024 * 1024;

    /** What nobody mends one by one: the file is no such file. */
    private static final int MOST_PROBLEMS = 1000;

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

    /**
     * Refuses a file by its size, before or after it is in memory.
     *
     * @throws Problem if it is larger than any that is read
     */
    public static void requireSize(String path, long bytes) {
        if (bytes > MOST_BYTES) {
            throw new Problem(
                    Place.of(path),
                    "the file has " + bytes + " bytes, more than the " + MOST_BYTES + " that are read; split it");
        }
    }

    /** What was wrong so far. */
    public List<Problem> problems() {
        return List.copyOf(found);
    }

    /**
     * Notes something that is wrong at a place.
     *
     * @throws Problem with all that was found, where that is too much to go on
     */
    public void refuse(Place place, String message) {
        note(new Problem(place, message));
    }

    /** Notes what a value's maker found, each at the part of the node that it is about. */
    public void refuse(YamlNode node, Problem thrown) {
        for (Problem problem : Problems.of(thrown)) {
            note(problem.at(node.follow(problem.path()).place()));
        }
    }

    /** @throws Problem with all that was found, where that is too much to go on */
    private void note(Problem problem) {
        found.add(problem);
        if (found.size() == MOST_PROBLEMS) {
            found.add(new Problem(
                    problem.place().orElseThrow(),
                    "here the reading ends, as " + MOST_PROBLEMS + " things are wrong before; mend those first"));
            Problems.throwIfAny(found);
        }
    }

    /**
     * Reads a value.
     *
     * @param what how a message calls it: {@code addColumn}, {@code 'users'}
     * @return empty if something was wrong with it, which {@link #problems()} then tells
     */
    public <T> Optional<T> read(YamlNode node, Class<T> type, String what) {
        return read(node, Form.of(type), what).map(type::cast);
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

    private Optional<Object> read(YamlNode node, Form form, String what) {
        return switch (form.kind) {
            case NAMED -> readNamed(node, form.content(), what);
            case BODIES -> readBodies(node, form.content(), what);
            case LIST -> readList(node, form.content(), what);
            case MAP -> readMap(node, form.content(), what);
            case OPTIONAL -> {
                Optional<Object> value = read(node, form.content(), what);
                yield value.isPresent() ? Optional.of(value) : value;
            }
            case WRITTEN -> readWritten(node, form, what);
            case FAMILY -> readKind(node, form.raw, what);
            case RECORD -> readRecord(node, form.shape(), what);
            case TEXT, BOOLEAN, WHOLE_NUMBER, CONSTANT ->
                node instanceof YamlNode.Text text
                        ? readScalar(text, form, what)
                        : wrong(node, what + " is " + node.kind() + "; write one value");
        };
    }

    private Optional<Object> readScalar(YamlNode.Text text, Form form, String what) {
        String value = text.scalar().text();
        return switch (form.kind) {
            case BOOLEAN -> readBoolean(text, value, what);
            case WHOLE_NUMBER -> readNumber(text, value, what);
            case CONSTANT -> readConstant(text, form, value, what);
            default ->
                text.scalar().plain() && value.isEmpty()
                        ? wrong(text, what + " is empty; write a value")
                        : Optional.of(value);
        };
    }

    private Optional<Object> readBoolean(YamlNode node, String value, String what) {
        return value.equals("true") || value.equals("false")
                ? Optional.of(Boolean.valueOf(value))
                : wrong(
                        node,
                        what + " is '" + value + "'" + Suggestion.of(value, List.of("true", "false"))
                                + "; write true or false");
    }

    private Optional<Object> readNumber(YamlNode node, String value, String what) {
        try {
            return Optional.of(Long.valueOf(value));
        } catch (NumberFormatException notANumber) {
            return wrong(node, what + " is '" + value + "'; write a whole number");
        }
    }

    private Optional<Object> readConstant(YamlNode node, Form form, String value, String what) {
        List<String> names = form.constants();
        int found = names.indexOf(value);
        return found >= 0
                ? Optional.of(form.raw.getEnumConstants()[found])
                : wrong(node, what + " is '" + value + "'" + Suggestion.of(value, names) + "; write one of " + names);
    }

    private Optional<Object> readWritten(YamlNode node, Form form, String what) {
        if (node instanceof YamlNode.Text text) {
            try {
                return Optional.of(form.parse(text.scalar()));
            } catch (Problem problem) {
                refuse(node, problem);
                return Optional.empty();
            }
        }
        Optional<Shape> mapping = node instanceof YamlNode.Mapping ? form.mapping() : Optional.empty();
        return mapping.isPresent()
                ? readRecord(node, mapping.get(), what)
                : wrong(node, what + " is " + node.kind() + "; write one value");
    }

    /** A mapping with one key, which names the kind: {@code addColumn: {…}}. */
    private Optional<Object> readKind(YamlNode node, Class<?> family, String what) {
        Kinds kinds = Kinds.of(family);
        if (!(node instanceof YamlNode.Mapping mapping) || mapping.entries().isEmpty()) {
            return wrong(
                    node,
                    what + " is " + node.kind() + "; write a mapping with one key, its kind, such as {"
                            + kinds.names().iterator().next() + ": …}");
        }
        YamlNode.Entry entry = mapping.entries().get(0);
        Optional<Class<?>> kind = kinds.named(entry.key());
        if (kind.isEmpty()) {
            return wrong(
                    entry.keyPlace(),
                    "there is no change '" + entry.key() + "'" + Suggestion.of(entry.key(), kinds.names())
                            + "; the kinds are " + kinds.names());
        }
        if (mapping.entries().size() > 1) {
            YamlNode.Entry second = mapping.entries().get(1);
            return wrong(
                    second.keyPlace(),
                    "'" + second.key() + "' stands beside '" + entry.key() + "', and a change has one key; "
                            + (kinds.named(second.key()).isPresent()
                                    ? "begin each change with '- '"
                                    : "indent it below '" + entry.key() + "'"));
        }
        return readRecord(entry.value(), Shape.of(kind.get()), entry.key());
    }

    private Optional<Object> readNamed(YamlNode node, Form body, String what) {
        if (!(node instanceof YamlNode.Mapping mapping) || mapping.entries().isEmpty()) {
            return wrong(node, what + " is " + node.kind() + "; write one entry {name: …}");
        }
        if (mapping.entries().size() > 1) {
            YamlNode.Entry second = mapping.entries().get(1);
            return wrong(
                    second.keyPlace(),
                    what + " has a second entry '" + second.key() + "', and takes one; write a change for each");
        }
        YamlNode.Entry entry = mapping.entries().get(0);
        Optional<Object> value = read(entry.value(), body, quoted(entry.key()));
        return value.isPresent() ? Optional.of(new Named<>(entry.key(), value.get())) : value;
    }

    private Optional<Object> readBodies(YamlNode node, Form body, String what) {
        List<Bodies.Entry<Object>> bodies = new ArrayList<>();
        boolean whole = true;
        if (node instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : entries(mapping, what).values()) {
                Optional<Object> value = read(entry.value(), body, quoted(entry.key()));
                whole &= value.isPresent();
                if (value.isPresent()) {
                    bodies.add(new Bodies.Entry<>(Optional.of(entry.key()), value.get()));
                }
            }
        } else if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                Optional<Object> value = read(item, body, "an item of " + what);
                whole &= value.isPresent();
                if (value.isPresent()) {
                    bodies.add(new Bodies.Entry<>(Optional.empty(), value.get()));
                }
            }
        } else {
            return wrong(node, what + " is " + node.kind() + "; write a mapping name: body, or a list of bodies");
        }
        return whole ? Optional.of(new Bodies<>(bodies)) : Optional.empty();
    }

    private Optional<Object> readList(YamlNode node, Form item, String what) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            return wrong(node, what + " is " + node.kind() + "; write a list [a, b]");
        }
        return readItems(sequence.items(), item, "an item of " + what);
    }

    private Optional<Object> readItems(List<YamlNode> nodes, Form item, String what) {
        List<Object> items = new ArrayList<>(nodes.size());
        for (YamlNode node : nodes) {
            Optional<Object> value = read(node, item, what);
            if (value.isPresent()) {
                items.add(value.get());
            }
        }
        return items.size() == nodes.size() ? Optional.of(List.copyOf(items)) : Optional.empty();
    }

    private Optional<Object> readMap(YamlNode node, Form body, String what) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return wrong(node, what + " is " + node.kind() + "; write a mapping name: …");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        Map<String, YamlNode.Entry> entries = entries(mapping, what);
        for (YamlNode.Entry entry : entries.values()) {
            Optional<Object> value = read(entry.value(), body, quoted(entry.key()));
            if (value.isPresent()) {
                map.put(entry.key(), value.get());
            }
        }
        return map.size() == entries.size() ? Optional.of(map) : Optional.empty();
    }

    /** A list of names whose bodies are empty, or a mapping name → body. */
    private Optional<Object> readNameList(YamlNode node, Form body, String what) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            return readMap(node, body, what);
        }
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            Optional<Object> name = read(item, Form.of(String.class), "an item of " + what);
            YamlNode nothing = new YamlNode.Mapping(List.of(), item.place());
            name.ifPresent(text -> entries.add(new YamlNode.Entry((String) text, item.place(), nothing)));
        }
        return readMap(new YamlNode.Mapping(entries, node.place()), body, what);
    }

    private static String quoted(String key) {
        return "'" + key + "'";
    }

    private Optional<Object> readRecord(YamlNode node, Shape shape, String what) {
        if (node instanceof YamlNode.Mapping mapping) {
            return readMapping(mapping, shape, what);
        }
        List<Shape.Part> bare = shape.bare();
        boolean text = !bare.isEmpty() && bare.get(bare.size() - 1).form.kind == Form.Kind.TEXT;
        boolean nothing = !text
                && node instanceof YamlNode.Text written
                && written.scalar().isNull();
        if (nothing && shape.parts().stream().noneMatch(Shape.Part::required)) {
            return readComponents(shape, node, Map.of(), what);
        }
        if (bare.isEmpty() || nothing) {
            return wrong(node, what + " is " + node.kind() + "; write a mapping with " + shape.keys());
        }
        Shape.Part part = bare.get(bare.size() - 1);
        return readComponents(shape, node, Map.of(part.key, new YamlNode.Entry(part.key, node.place(), node)), what);
    }

    /** Where a key is misspelt, its value is read as that of the key probably meant: what is wrong with it is told too. */
    private Optional<Object> readMapping(YamlNode.Mapping mapping, Shape shape, String what) {
        int before = found.size();
        Map<String, YamlNode.Entry> entries = entries(mapping, what);
        boolean cut = false;
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!shape.takes(entry.key())) {
                refuse(entry.keyPlace(), unknown(shape, entry.key(), what));
                Suggestion.nearest(entry.key(), shape.keys()).ifPresent(meant -> entries.putIfAbsent(meant, entry));
                cut |= isCutValue(entry.key());
            }
        }
        boolean well = found.size() == before;
        Optional<Object> value = cut ? Optional.empty() : readComponents(shape, mapping, entries, what);
        return well ? value : Optional.empty();
    }

    /** Whether a key is the rest of a value that held a comma and no quotes: {@code {type: decimal(10,2)}}. */
    private static boolean isCutValue(String key) {
        return key.endsWith(")") || key.endsWith("]");
    }

    private static String unknown(Shape shape, String key, String what) {
        String start = what + " has no '" + key + "'";
        if (isCutValue(key)) {
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
                    ? readComponents(part.form.shape(), node, entries, what).orElse(null)
                    : component(part, node, entries.get(part.key), what);
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

    private Object component(Shape.Part part, YamlNode owner, YamlNode.Entry entry, String what) {
        if (entry == null) {
            return absent(part, owner, what);
        }
        YamlNode node = entry.value();
        if (node instanceof YamlNode.Text text && text.scalar().isNull() && mayBeAbsent(part)) {
            return absent(part, owner, what);
        }
        if (part.nameList) {
            return readNameList(node, part.form.content(), part.quotedKey).orElse(null);
        }
        if (part.oneOrMany && node instanceof YamlNode.Text) {
            return readItems(List.of(node), part.form.list().content(), part.quotedKey)
                    .map(list -> part.form.kind == Form.Kind.OPTIONAL ? Optional.of(list) : list)
                    .orElse(null);
        }
        return read(node, part.form, part.quotedKey).orElse(null);
    }

    /** Whether a key without a value means the same as no key. */
    private static boolean mayBeAbsent(Shape.Part part) {
        return part.absent.isPresent()
                || part.form.isCollection()
                || part.form.kind == Form.Kind.OPTIONAL && !part.form.takesNull();
    }

    private Object absent(Shape.Part part, YamlNode owner, String what) {
        if (part.absent.isPresent()) {
            return absentValue(part);
        }
        return switch (part.form.kind) {
            case OPTIONAL -> Optional.empty();
            case LIST -> List.of();
            case MAP -> Map.of();
            case BODIES -> Bodies.none();
            default -> {
                refuse(owner.place(), what + " needs '" + part.key + "'; add it");
                yield null;
            }
        };
    }

    private Optional<Object> wrong(Place place, String message) {
        refuse(place, message);
        return Optional.empty();
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
                return reader.read(node, unread.form, unread.key)
                        .orElseThrow(
                                () -> new IllegalStateException("the mark of " + unread.key + ": " + reader.found));
            });
        }
    }
}
