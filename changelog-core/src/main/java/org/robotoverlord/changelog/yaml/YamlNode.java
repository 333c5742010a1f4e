package org.robotoverlord.changelog.yaml;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.problem.Place;

/** A piece of a YAML file, with its place and without any guess at what its scalars mean. */
public sealed interface YamlNode {
    /** Where it begins. */
    Place place();

    /** What a person would call it: {@code a mapping}. */
    String kind();

    /** The node that keys, from the outside in, lead to; the last one that is there where they lead nowhere. */
    default YamlNode follow(List<String> keys) {
        YamlNode node = this;
        for (String key : keys) {
            Optional<YamlNode> next = node.child(key);
            if (next.isEmpty()) {
                return node;
            }
            node = next.get();
        }
        return node;
    }

    /** The value of a key, or the item at a position. */
    default Optional<YamlNode> child(String key) {
        return Optional.empty();
    }

    /**
     * A scalar.
     *
     * @param scalar its text, and whether it stands without quotes
     */
    record Text(Scalar scalar, Place place) implements YamlNode {
        @Override
        public String kind() {
            return scalar.isNull() ? "nothing" : "'" + shortened(scalar.text()) + "'";
        }

        private static String shortened(String text) {
            return text.length() <= 60 ? text : text.substring(0, 60) + "…";
        }
    }

    /**
     * A mapping.
     *
     * @param entries in the order of the file, keys that stand twice included
     */
    record Mapping(List<Entry> entries, Place place) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a mapping";
        }

        @Override
        public Optional<YamlNode> child(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().equals(key))
                    .<YamlNode>map(Entry::value)
                    .findFirst();
        }
    }

    /**
     * An entry of a mapping.
     *
     * @param key its key; YAML's keys that are no scalars are refused
     * @param keyPlace where the key stands
     * @param value its value
     */
    record Entry(String key, Place keyPlace, YamlNode value) {}

    /**
     * A list.
     *
     * @param items in the order of the file
     */
    record Sequence(List<YamlNode> items, Place place) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public Optional<YamlNode> child(String position) {
            boolean number = !position.isEmpty()
                    && position.length() < 10
                    && position.chars().allMatch(c -> c >= '0' && c <= '9');
            return number && Integer.parseInt(position) < items.size()
                    ? Optional.of(items.get(Integer.parseInt(position)))
                    : Optional.empty();
        }
    }
}
