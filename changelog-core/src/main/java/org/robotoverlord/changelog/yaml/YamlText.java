package org.robotoverlord.changelog.yaml;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import org.robotoverlord.changelog.form.Scalar;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/**
 * Makes text of nodes, the same bytes for the same nodes. What fits a line stands on one, in {@code {…}}: a column a line; a
 * mapping that doesn't fit is spread over several.
 */
public final class YamlText {
    private static final int WIDTH = 120;
    /** Every scalar is a text: what it means is for its place to say, so none ever gets a tag. */
    private static final Resolver RESOLVER = new Resolver() {
        @Override
        public Tag resolve(NodeId kind, String value, boolean implicit) {
            return kind == NodeId.scalar ? Tag.STR : super.resolve(kind, value, implicit);
        }
    };

    private YamlText() {}

    /** The text of a file. */
    public static String of(YamlNode node) {
        DumperOptions options = new DumperOptions();
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setIndent(2);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        StringWriter text = new StringWriter();
        try {
            Serializer serializer = new Serializer(new Emitter(text, options), RESOLVER, options, null);
            serializer.open();
            serializer.serialize(styled(node, 0, 0, true));
            serializer.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** One text for all nodes that mean the same: keys sorted, every scalar quoted, no white space. */
    public static String canonical(YamlNode node) {
        StringBuilder text = new StringBuilder();
        appendCanonical(node, text);
        return text.toString();
    }

    private static void appendCanonical(YamlNode node, StringBuilder into) {
        if (node instanceof YamlNode.Text text) {
            appendCanonical(text.scalar(), into);
        } else if (node instanceof YamlNode.Sequence sequence) {
            into.append('[');
            sequence.items().forEach(item -> {
                appendCanonical(item, into);
                into.append(',');
            });
            into.append(']');
        } else {
            into.append('{');
            ((YamlNode.Mapping) node)
                    .entries().stream()
                            .sorted(Comparator.comparing(YamlNode.Entry::key))
                            .forEach(entry -> {
                                appendCanonical(Scalar.quoted(entry.key()), into);
                                into.append(':');
                                appendCanonical(entry.value(), into);
                                into.append(',');
                            });
            into.append('}');
        }
    }

    private static void appendCanonical(Scalar scalar, StringBuilder into) {
        if (scalar.isNull()) {
            into.append("null");
        } else {
            into.append('"')
                    .append(scalar.text().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
    }

    /**
     * @param indent where a line of the node begins, if it is spread
     * @param before how much stands on its line before it, if it isn't
     * @param spread whether it is spread in any case
     */
    private static Node styled(YamlNode node, int indent, int before, boolean spread) {
        if (node instanceof YamlNode.Text text) {
            return scalar(text.scalar());
        }
        boolean flow = isEmpty(node) || !spread && !spans(node) && before + flowLength(node) <= WIDTH;
        FlowStyle style = flow ? FlowStyle.FLOW : FlowStyle.BLOCK;
        if (node instanceof YamlNode.Sequence sequence) {
            List<Node> items = sequence.items().stream()
                    .map(item -> styled(item, indent + 4, indent + 4, spread))
                    .toList();
            return new SequenceNode(Tag.SEQ, true, items, null, null, style);
        }
        YamlNode.Mapping mapping = (YamlNode.Mapping) node;
        boolean table = isTable(mapping);
        List<NodeTuple> entries = mapping.entries().stream()
                .map(entry -> new NodeTuple(
                        scalar(Scalar.plain(entry.key())),
                        styled(
                                entry.value(),
                                indent + 2,
                                indent + entry.key().length() + 2,
                                indent == 0 || table && entry.value() instanceof YamlNode.Mapping)))
                .toList();
        return new MappingNode(Tag.MAP, true, entries, null, null, style);
    }

    /** Whether a mapping is a table's: then each column, constraint and index gets a line. */
    private static boolean isTable(YamlNode.Mapping mapping) {
        return mapping.child("columns")
                .filter(YamlNode.Mapping.class::isInstance)
                .isPresent();
    }

    private static boolean isEmpty(YamlNode node) {
        return node instanceof YamlNode.Sequence sequence && sequence.items().isEmpty()
                || node instanceof YamlNode.Mapping mapping && mapping.entries().isEmpty();
    }

    /** Whether a text in it has several lines, or a table is in it: then it's spread. */
    private static boolean spans(YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return text.scalar().text().indexOf('\n') >= 0;
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream().anyMatch(YamlText::spans);
        }
        YamlNode.Mapping mapping = (YamlNode.Mapping) node;
        return isTable(mapping) || mapping.entries().stream().anyMatch(entry -> spans(entry.value()));
    }

    private static int flowLength(YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return text.scalar().text().length() + 2;
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return 2
                    + sequence.items().stream()
                            .mapToInt(item -> flowLength(item) + 2)
                            .sum();
        }
        return 2
                + ((YamlNode.Mapping) node)
                        .entries().stream()
                                .mapToInt(entry -> entry.key().length() + 4 + flowLength(entry.value()))
                                .sum();
    }

    private static Node scalar(Scalar scalar) {
        String text = scalar.text();
        boolean lines = text.indexOf('\n') >= 0 && !text.endsWith(" ") && !text.contains(" \n");
        if (lines) {
            return new ScalarNode(Tag.STR, text, null, null, ScalarStyle.LITERAL);
        }
        return new ScalarNode(
                Tag.STR, text, null, null, scalar.plain() ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED);
    }
}
