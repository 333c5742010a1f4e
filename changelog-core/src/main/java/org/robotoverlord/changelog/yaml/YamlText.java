package org.robotoverlord.changelog.yaml;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.robotoverlord.changelog.form.Scalar;

/**
 * Makes text of nodes, the same bytes for the same nodes. What fits a line stands on one, in {@code {…}}: a column a line; a
 * mapping that doesn't fit is spread over several. Quotes stand only where a reader would take the text for something else.
 */
public final class YamlText {
    private static final int WIDTH = 120;
    private static final int LONGEST_SIMPLE_KEY = 500;
    /** What begins something else than a plain scalar. */
    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    /** The text of a file. */
    public static String of(YamlNode node) {
        YamlText written = new YamlText();
        if (isEmpty(node) || node instanceof YamlNode.Text) {
            written.text.append(flow(node)).append('\n');
        } else {
            written.block(node, 0, false, true);
        }
        return written.text.toString();
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
     * Writes entries or items, each on lines of its own.
     *
     * @param begun whether the first of them goes on in the line of the item that holds it
     * @param spread whether what they hold is spread in any case
     */
    private void block(YamlNode node, int indent, boolean begun, boolean spread) {
        boolean here = begun;
        if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                startLine(indent, here);
                text.append('-');
                value(item, indent, true, spread);
                here = false;
            }
            return;
        }
        YamlNode.Mapping mapping = (YamlNode.Mapping) node;
        boolean table = isTable(mapping);
        for (YamlNode.Entry entry : mapping.entries()) {
            startLine(indent, here);
            key(scalar(Scalar.plain(entry.key()), false), indent);
            value(entry.value(), indent, false, spread || table && entry.value() instanceof YamlNode.Mapping);
            here = false;
        }
    }

    private void startLine(int indent, boolean begun) {
        text.append(" ".repeat(begun ? 0 : indent));
    }

    private void key(String key, int indent) {
        if (key.length() > LONGEST_SIMPLE_KEY) {
            text.append("? ").append(key).append('\n');
            startLine(indent, false);
        } else {
            text.append(key);
        }
        text.append(':');
    }

    /** Writes what follows a key or a dash, to the end of its last line. */
    private void value(YamlNode node, int indent, boolean item, boolean spread) {
        if (node instanceof YamlNode.Text scalar) {
            text.append(' ');
            if (isBlockText(scalar.scalar().text())) {
                literal(scalar.scalar().text(), indent + 2);
            } else {
                text.append(scalar(scalar.scalar(), false)).append('\n');
            }
        } else if (isEmpty(node) || !spread && !spans(node) && fits(flow(node))) {
            text.append(' ').append(flow(node)).append('\n');
        } else {
            text.append(item ? ' ' : '\n');
            block(node, indent + 2, item, spread && !item && node instanceof YamlNode.Sequence);
        }
    }

    private boolean fits(String flow) {
        return text.length() - (text.lastIndexOf("\n") + 1) + 1 + flow.length() <= WIDTH;
    }

    private void literal(String lines, int indent) {
        text.append(lines.endsWith("\n") ? "|" : "|-").append('\n');
        lines.lines().forEach(line -> {
            startLine(line.isEmpty() ? 0 : indent, false);
            text.append(line).append('\n');
        });
    }

    /** Whether a text has several lines, none of which a block would change: it begins and ends them as a reader keeps them. */
    private static boolean isBlockText(String text) {
        return text.indexOf('\n') > 0
                && text.charAt(0) != ' '
                && !text.endsWith("\n\n")
                && !text.contains(" \n")
                && !text.endsWith(" ")
                && text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isPrintable(c));
    }

    private static boolean isEmpty(YamlNode node) {
        return node instanceof YamlNode.Sequence sequence && sequence.items().isEmpty()
                || node instanceof YamlNode.Mapping mapping && mapping.entries().isEmpty();
    }

    /** Whether a mapping is a table's: then each column, constraint and index gets a line. */
    private static boolean isTable(YamlNode.Mapping mapping) {
        return mapping.child("columns")
                .filter(YamlNode.Mapping.class::isInstance)
                .isPresent();
    }

    /** Whether a text in it stands as a block, or a table is in it: then it's spread. */
    private static boolean spans(YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return isBlockText(text.scalar().text());
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream().anyMatch(YamlText::spans);
        }
        YamlNode.Mapping mapping = (YamlNode.Mapping) node;
        return isTable(mapping) || mapping.entries().stream().anyMatch(entry -> spans(entry.value()));
    }

    private static String flow(YamlNode node) {
        StringBuilder line = new StringBuilder();
        appendFlow(node, line);
        return line.toString();
    }

    private static void appendFlow(YamlNode node, StringBuilder line) {
        if (node instanceof YamlNode.Text text) {
            line.append(scalar(text.scalar(), true));
        } else if (node instanceof YamlNode.Sequence sequence) {
            line.append('[');
            for (Iterator<YamlNode> items = sequence.items().iterator(); items.hasNext(); ) {
                appendFlow(items.next(), line);
                line.append(items.hasNext() ? ", " : "");
            }
            line.append(']');
        } else {
            List<YamlNode.Entry> entries = ((YamlNode.Mapping) node).entries();
            line.append('{');
            for (Iterator<YamlNode.Entry> rest = entries.iterator(); rest.hasNext(); ) {
                YamlNode.Entry entry = rest.next();
                line.append(scalar(Scalar.plain(entry.key()), true)).append(": ");
                appendFlow(entry.value(), line);
                line.append(rest.hasNext() ? ", " : "");
            }
            line.append('}');
        }
    }

    private static String scalar(Scalar scalar, boolean inFlow) {
        String text = scalar.text();
        if (text.codePoints().anyMatch(c -> !isPrintable(c))) {
            return doubleQuoted(text);
        }
        return scalar.plain() && isPlain(text, inFlow) ? text : "'" + text.replace("'", "''") + "'";
    }

    /** Whether a text may stand without quotes. */
    private static boolean isPlain(String text, boolean inFlow) {
        if (text.isEmpty()
                || text.equals("<<")
                || text.equals("=")
                || text.startsWith("---")
                || text.startsWith("...")) {
            return false;
        }
        char first = text.charAt(0);
        boolean negative = first == '-' && text.length() > 1 && text.charAt(1) != ' ';
        return (negative || INDICATORS.indexOf(first) < 0)
                && first != ' '
                && !text.endsWith(" ")
                && !text.endsWith(":")
                && !text.contains(": ")
                && !text.contains(" #")
                && (!inFlow || text.chars().noneMatch(c -> ",[]{}?".indexOf(c) >= 0) && !text.contains(":"))
                && text.chars().allMatch(YamlText::isPlainCharacter);
    }

    /** What no reader takes for a break, a mark of the file's encoding or white space. */
    private static boolean isPlainCharacter(int c) {
        return c > ' ' && c < 0x7f || c == ' ' || c > 0xa0 && c != 0x2028 && c != 0x2029 && c != 0xfeff;
    }

    private static boolean isPrintable(int c) {
        return c <= 0xffff ? isPlainCharacter(c) && (c < 0xd800 || c > 0xdfff) && c < 0xfffe : true;
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (isPrintable(c)) {
                        quoted.appendCodePoint(c);
                    } else {
                        quoted.append(String.format("\\u%04x", c));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
