package org.robotoverlord.changelog.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.yaml.YamlNode;
import org.robotoverlord.changelog.yaml.YamlReader;

/** YAML as trees, which can be walked and of which a node can be replaced. */
final class Trees {
    private Trees() {}

    /** The tree of a file; empty where it is none. */
    static Optional<YamlNode> parse(byte[] bytes) {
        try {
            return YamlReader.parse("f", bytes);
        } catch (Problem broken) {
            return Optional.empty();
        }
    }

    /** Every node, the outer before the inner. */
    static void walk(YamlNode node, Consumer<YamlNode> visitor) {
        visitor.accept(node);
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> walk(entry.value(), visitor));
        } else if (node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> walk(item, visitor));
        }
    }

    static List<YamlNode> all(YamlNode root) {
        List<YamlNode> nodes = new ArrayList<>();
        walk(root, nodes::add);
        return nodes;
    }

    /** The tree with another node in place of one. */
    static YamlNode with(YamlNode root, YamlNode old, YamlNode other) {
        if (root == old) {
            return other;
        }
        if (root instanceof YamlNode.Mapping mapping) {
            return new YamlNode.Mapping(
                    mapping.entries().stream()
                            .map(entry ->
                                    new YamlNode.Entry(entry.key(), entry.keyPlace(), with(entry.value(), old, other)))
                            .toList(),
                    mapping.place());
        }
        if (root instanceof YamlNode.Sequence sequence) {
            return new YamlNode.Sequence(
                    sequence.items().stream()
                            .map(item -> with(item, old, other))
                            .toList(),
                    sequence.place());
        }
        return root;
    }
}
