package org.robotoverlord.changelog.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.problem.Place;

/**
 * Reads the plain YAML that most models and changelogs are written in: block mappings and lists, and flow collections and scalars that
 * end on their line. It is there for speed alone, since thousands of files are read at a goal's start, and knows its limits: at
 * the first thing that it isn't sure of, wrong or merely rare, it gives up and the file is SnakeYAML's. What it does read, SnakeYAML
 * reads to the same nodes at the same places; a test holds it to that with mutated documents.
 */
final class PlainYaml {
    private static final int DEEPEST = 20;
    private static final int LONGEST = 4_000_000;
    private static final int LONGEST_KEY = 500;
    /** What a plain scalar can't begin with, or what would make it something else. */
    private static final String NO_START = "-?:,[]{}#&*!|>'\"%@`";

    private final String path;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;
    private int depth;

    /** That the file isn't plain enough; it carries nothing, for it is only ever caught here. */
    private static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private static final NotPlain HERE = new NotPlain();

        private NotPlain() {
            super(null, null, false, false);
        }
    }

    private PlainYaml(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /** The document's node; empty where the text isn't plain enough. */
    static Optional<YamlNode> read(String path, String text) {
        if (text.length() > LONGEST || !hasPlainCharacters(text)) {
            return Optional.empty();
        }
        try {
            PlainYaml plain = new PlainYaml(path, text);
            plain.skipToContent();
            YamlNode node = plain.block(0);
            require(plain.at == text.length());
            return Optional.of(node);
        } catch (NotPlain | StringIndexOutOfBoundsException notPlain) {
            return Optional.empty();
        }
    }

    private static boolean hasPlainCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 0x7f || c == '\n' || c >= 0xa0 && c < 0x2000 || c >= 0x3000 && c < 0xd800;
            if (!plain) {
                return false;
            }
        }
        return text.endsWith("\n");
    }

    private static void require(boolean plain) {
        if (!plain) {
            throw NotPlain.HERE;
        }
    }

    private Place place(int position) {
        return new Place(path, line, position - lineStart + 1);
    }

    /** Goes to the first character of the next line that holds one, comments passed over. */
    private void skipToContent() {
        while (at < text.length()) {
            int i = at;
            while (text.charAt(i) == ' ') {
                i++;
            }
            char c = text.charAt(i);
            if (c != '\n' && c != '#') {
                at = i;
                return;
            }
            nextLine(text.indexOf('\n', i));
        }
    }

    private void nextLine(int end) {
        at = end + 1;
        line++;
        lineStart = at;
    }

    /** Ends a line after a value: spaces, perhaps a comment, and then to the next content. */
    private void endLine() {
        int i = at;
        while (text.charAt(i) == ' ') {
            i++;
        }
        require(text.charAt(i) == '\n' || text.charAt(i) == '#' && i > at);
        nextLine(text.indexOf('\n', i));
        skipToContent();
    }

    private int indent() {
        return at - lineStart;
    }

    /** A block mapping or list whose lines begin at this column. */
    private YamlNode block(int indent) {
        require(at < text.length() && indent() == indent && ++depth <= DEEPEST);
        YamlNode node = isItem() ? list(indent) : mapping(indent);
        depth--;
        return node;
    }

    private boolean isItem() {
        return text.charAt(at) == '-' && text.charAt(at + 1) == ' ';
    }

    private YamlNode list(int indent) {
        Place place = place(at);
        List<YamlNode> items = new ArrayList<>();
        while (at < text.length() && indent() == indent) {
            require(isItem());
            at += 2;
            skipSpaces();
            items.add(text.charAt(at) == '{' || text.charAt(at) == '[' ? lineOf(flow()) : item());
        }
        require(at == text.length() || indent() < indent);
        return new YamlNode.Sequence(items, place);
    }

    /** An item that is a mapping whose first key stands behind the dash, or a scalar. */
    private YamlNode item() {
        require(text.charAt(at) != ' ' && text.charAt(at) != '-');
        int lineEnd = text.indexOf('\n', at);
        int colon = text.indexOf(": ", at);
        boolean keyed = colon >= 0 && colon < lineEnd || text.charAt(lineEnd - 1) == ':';
        char c = text.charAt(at);
        return keyed && c != '\'' && c != '"' ? block(indent()) : scalar();
    }

    private YamlNode mapping(int indent) {
        Place place = place(at);
        List<YamlNode.Entry> entries = new ArrayList<>();
        while (at < text.length() && indent() == indent) {
            entries.add(entry(indent));
        }
        require(at == text.length() || indent() < indent);
        return new YamlNode.Mapping(entries, place);
    }

    private YamlNode.Entry entry(int indent) {
        Place place = place(at);
        String key = key();
        if (text.charAt(at) == '\n') {
            endLine();
            require(at < text.length() && indent() > indent);
            return new YamlNode.Entry(key, place, block(indent()));
        }
        require(text.charAt(at) == ' ');
        while (text.charAt(at) == ' ') {
            at++;
        }
        char c = text.charAt(at);
        YamlNode value = c == '{' || c == '[' ? lineOf(flow()) : scalar();
        require(at == text.length() || indent() <= indent);
        return new YamlNode.Entry(key, place, value);
    }

    /** A plain key and its colon. */
    private String key() {
        int start = at;
        require(NO_START.indexOf(text.charAt(at)) < 0);
        while (text.charAt(at) != ':') {
            char c = text.charAt(at);
            require(c != '\n' && c != '#' && at - start < LONGEST_KEY);
            at++;
        }
        require(at > start
                && text.charAt(at - 1) != ' '
                && text.charAt(start) != '.'
                && text.charAt(start) != '='
                && text.charAt(start) != '<');
        at++;
        return text.substring(start, at - 1);
    }

    private YamlNode lineOf(YamlNode node) {
        endLine();
        return node;
    }

    /** A scalar that ends its line. */
    private YamlNode scalar() {
        char c = text.charAt(at);
        if (c == '\'' || c == '"') {
            return lineOf(quoted());
        }
        int start = at;
        requirePlainStart();
        int end = at;
        while (text.charAt(at) != '\n') {
            char each = text.charAt(at);
            char next = text.charAt(at + 1);
            require(each != ':' || next != ' ' && next != '\n');
            if (each == ' ' && next == '#') {
                break;
            }
            at++;
            end = each == ' ' ? end : at;
        }
        YamlNode node = new YamlNode.Text(Scalar.plain(text.substring(start, end)), place(start));
        endLine();
        return node;
    }

    private void requirePlainStart() {
        char c = text.charAt(at);
        boolean negative = c == '-' && Character.isLetterOrDigit(text.charAt(at + 1));
        require(negative || NO_START.indexOf(c) < 0 && c != '\n' && c != ' ');
    }

    /** A quoted scalar on one line, with no other escapes than those of its quote and of the backslash. */
    private YamlNode quoted() {
        int start = at;
        char quote = text.charAt(at++);
        StringBuilder content = new StringBuilder();
        while (true) {
            char c = text.charAt(at++);
            require(c != '\n');
            if (c == '\\' && quote == '"') {
                char escaped = text.charAt(at++);
                require(escaped == '\\' || escaped == '"');
                content.append(escaped);
            } else if (c != quote) {
                content.append(c);
            } else if (quote == '\'' && text.charAt(at) == '\'') {
                content.append(quote);
                at++;
            } else {
                return new YamlNode.Text(Scalar.quoted(content.toString()), place(start));
            }
        }
    }

    /** A flow collection or scalar within one. */
    private YamlNode flow() {
        char c = text.charAt(at);
        if (c == '\'' || c == '"') {
            return quoted();
        }
        if (c != '{' && c != '[') {
            return flowScalar();
        }
        require(++depth <= DEEPEST);
        YamlNode node = c == '{' ? flowMapping() : flowList();
        depth--;
        return node;
    }

    private YamlNode flowList() {
        Place place = place(at);
        List<YamlNode> items = new ArrayList<>();
        at++;
        while (!isEnd(']', items.isEmpty())) {
            items.add(flow());
            char c = text.charAt(at);
            require(c == ',' || c == ']' || c == ' ');
        }
        return new YamlNode.Sequence(items, place);
    }

    private YamlNode flowMapping() {
        Place place = place(at);
        List<YamlNode.Entry> entries = new ArrayList<>();
        at++;
        while (!isEnd('}', entries.isEmpty())) {
            int start = at;
            require(NO_START.indexOf(text.charAt(at)) < 0);
            while (text.charAt(at) != ':') {
                require(",[]{}#?\n".indexOf(text.charAt(at)) < 0 && at - start < LONGEST_KEY);
                at++;
            }
            require(text.charAt(at - 1) != ' ' && text.charAt(start) != '=' && text.charAt(start) != '<');
            String key = text.substring(start, at);
            Place keyPlace = place(start);
            at++;
            require(text.charAt(at) == ' ');
            skipSpaces();
            entries.add(new YamlNode.Entry(key, keyPlace, flow()));
            char c = text.charAt(at);
            require(c == ',' || c == '}' || c == ' ');
        }
        return new YamlNode.Mapping(entries, place);
    }

    /** Goes to the next item of a flow collection, or beyond its end. */
    private boolean isEnd(char close, boolean first) {
        skipSpaces();
        if (text.charAt(at) == close) {
            at++;
            return true;
        }
        if (!first) {
            require(text.charAt(at) == ',');
            at++;
            skipSpaces();
            require(text.charAt(at) != close && text.charAt(at) != ',');
        }
        return false;
    }

    private void skipSpaces() {
        while (text.charAt(at) == ' ') {
            at++;
        }
    }

    private YamlNode flowScalar() {
        int start = at;
        requirePlainStart();
        int end = at;
        while (",]}".indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at);
            require(c != '\n' && c != ':' && c != '[' && c != '{' && c != '#' && c != '?');
            at++;
            end = c == ' ' ? end : at;
        }
        return new YamlNode.Text(Scalar.plain(text.substring(start, end)), place(start));
    }
}
