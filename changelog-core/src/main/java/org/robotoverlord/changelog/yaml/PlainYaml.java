package org.robotoverlord.changelog.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.problem.Place;

/**
 * Makes nodes of the YAML that nearly every file is, many times faster than a whole parser does: block mappings and lists, {@code
 * {…}} and {@code […]} on a line, scalars on a line, comments. On anything else, and on all that is wrong, it gives up, and {@link
 * WholeYaml} is asked. What it doesn't give up on comes out as from there.
 */
final class PlainYaml {
    private static final int DEEPEST = 40;
    private static final int LONGEST_KEY = 500;
    private static final int MOST_NODES = 1_000_000;
    /** Beside letters and digits, what a scalar without quotes may begin with and be nothing else. */
    private static final String BEGINNINGS = "_/(.+$^;<=~\\";

    private final String path;
    private final char[] text;
    private int at;
    private int line = 1;
    private int lineStart;
    private int depth;
    private int nodes;

    /** That the text holds something else. It is thrown often, so it has no stack trace. */
    private static final class SomethingElse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SomethingElse() {
            super(null, null, false, false);
        }
    }

    private PlainYaml(String path, char[] text) {
        this.path = path;
        this.text = text;
    }

    /** The document; empty where the text holds anything that this doesn't know. */
    static Optional<YamlNode> read(String path, String text) {
        char[] characters = text.toCharArray();
        if (!isPlain(characters)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PlainYaml(path, characters).document());
        } catch (SomethingElse given) {
            return Optional.empty();
        }
    }

    /** Whether every character is one that is itself, a place wide: no tabs, no other breaks than those of lines. */
    private static boolean isPlain(char[] text) {
        for (int i = 0; i < text.length; i++) {
            char c = text[i];
            boolean usual = c >= ' ' && c < 0x7f || c == '\n';
            if (!usual && !isLetter(c) && !(c == '\r' && i + 1 < text.length && text[i + 1] == '\n')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c > 0xa0 && c < 0xfffe && !Character.isSurrogate(c) && c != 0x2028 && c != 0x2029 && c != 0xfeff;
    }

    private YamlNode document() {
        skipSpaces();
        if (at < text.length && isEmptyLine()) {
            skipLine();
        }
        require(at < text.length && column() == 0);
        YamlNode root = block();
        require(at == text.length);
        return root;
    }

    private YamlNode block() {
        enter();
        YamlNode node = isDash() ? sequence(column()) : mapping(column());
        depth--;
        return node;
    }

    private YamlNode mapping(int indent) {
        Place place = place();
        List<YamlNode.Entry> entries = new ArrayList<>();
        do {
            Place keyPlace = place();
            String key = key();
            entries.add(new YamlNode.Entry(key, keyPlace, value(indent, true)));
        } while (isAt(indent) && !isDash());
        return new YamlNode.Mapping(entries, place);
    }

    private YamlNode sequence(int indent) {
        Place place = place();
        List<YamlNode> items = new ArrayList<>();
        do {
            at++;
            items.add(value(indent, false));
        } while (isAt(indent) && isDash());
        return new YamlNode.Sequence(items, place);
    }

    /** What follows a key or a dash; afterwards the next line that isn't empty begins. */
    private YamlNode value(int indent, boolean ofKey) {
        Place behind = place();
        skipSpaces();
        if (isEndOfLine()) {
            skipLine();
            boolean deeper = at < text.length && column() > indent;
            boolean listOfKey = ofKey && isAt(indent) && isDash();
            return deeper || listOfKey ? block() : new YamlNode.Text(Scalar.plain(""), behind);
        }
        if (!ofKey && isKey()) {
            return block();
        }
        YamlNode node = isFlow() ? flow() : text(false);
        require(isEndOfLine() || text[at] == ' ');
        skipSpaces();
        require(isEndOfLine());
        skipLine();
        require(at == text.length || column() <= indent);
        return node;
    }

    private YamlNode flow() {
        enter();
        YamlNode node = text[at] == '{' ? flowMapping() : flowSequence();
        depth--;
        return node;
    }

    private YamlNode flowMapping() {
        Place place = place();
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (boolean more = !isEmptyFlow('}'); more; more = hasMore('}')) {
            Place keyPlace = place();
            String key = scalar(true).text();
            require(key.length() < LONGEST_KEY && isColon());
            at++;
            skipSpaces();
            entries.add(new YamlNode.Entry(key, keyPlace, flowValue()));
        }
        return new YamlNode.Mapping(entries, place);
    }

    private YamlNode flowSequence() {
        Place place = place();
        List<YamlNode> items = new ArrayList<>();
        for (boolean more = !isEmptyFlow(']'); more; more = hasMore(']')) {
            items.add(flowValue());
        }
        return new YamlNode.Sequence(items, place);
    }

    private YamlNode flowValue() {
        return at < text.length && isFlow() ? flow() : text(true);
    }

    private YamlNode text(boolean inFlow) {
        Place place = place();
        return new YamlNode.Text(scalar(inFlow), place);
    }

    private boolean isEmptyFlow(char end) {
        at++;
        skipSpaces();
        boolean empty = at < text.length && text[at] == end;
        at += empty ? 1 : 0;
        return empty;
    }

    private boolean hasMore(char end) {
        skipSpaces();
        require(at < text.length);
        char c = text[at++];
        require(c == ',' || c == end);
        skipSpaces();
        return c == ',';
    }

    /** A key of a block and its colon. */
    private String key() {
        int start = at;
        String key = scalar(false).text();
        require(at - start < LONGEST_KEY && isColon());
        at++;
        return key;
    }

    /** Whether a key begins here, and no scalar. */
    private boolean isKey() {
        if (isFlow()) {
            return false;
        }
        int start = at;
        scalar(false);
        boolean key = isColon();
        at = start;
        return key;
    }

    private Scalar scalar(boolean inFlow) {
        require(++nodes < MOST_NODES && at < text.length);
        char quote = text[at];
        if (quote == '\'' || quote == '"') {
            return Scalar.quoted(quoted(quote));
        }
        require(isBeginning(quote));
        int start = at;
        int end = start;
        while (at < text.length && !endsPlain(text[at], inFlow)) {
            end = text[at] == ' ' ? end : at + 1;
            at++;
        }
        at = end;
        return Scalar.plain(new String(text, start, end - start));
    }

    private boolean isBeginning(char c) {
        boolean negative = c == '-' && at + 1 < text.length && Character.isLetterOrDigit(text[at + 1]);
        boolean endOfDocument = c == '.' && column() == 0;
        return Character.isLetterOrDigit(c) || negative || BEGINNINGS.indexOf(c) >= 0 && !endOfDocument;
    }

    private boolean endsPlain(char c, boolean inFlow) {
        return switch (c) {
            case '\n', '\r' -> true;
            case ':' -> isColon() || inFlow && !followedByLetter();
            case '#' -> text[at - 1] == ' ';
            case ',', '[', ']', '{', '}', '?' -> inFlow;
            default -> false;
        };
    }

    private boolean followedByLetter() {
        return at + 1 < text.length && Character.isLetterOrDigit(text[at + 1]);
    }

    private String quoted(char quote) {
        int start = ++at;
        boolean escaped = false;
        while (true) {
            require(at < text.length);
            char c = text[at++];
            require(c != '\n' && c != '\r');
            if (c == (quote == '"' ? '\\' : '\'') && at < text.length && isEscaped(quote, text[at])) {
                escaped = true;
                at++;
            } else if (c == quote) {
                String inside = new String(text, start, at - 1 - start);
                return escaped ? unescaped(inside, quote) : inside;
            } else {
                require(quote == '\'' || c != '\\');
            }
        }
    }

    /** The escapes that nearly every text makes do with: a quote, and a backslash. */
    private static boolean isEscaped(char quote, char c) {
        return c == quote || quote == '"' && c == '\\';
    }

    private static String unescaped(String inside, char quote) {
        StringBuilder unescaped = new StringBuilder(inside.length());
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            i += c == (quote == '"' ? '\\' : '\'') ? 1 : 0;
            unescaped.append(inside.charAt(i));
        }
        return unescaped.toString();
    }

    /** Whether a colon stands here that ends a key. */
    private boolean isColon() {
        return at < text.length && text[at] == ':' && (at + 1 == text.length || " \n\r".indexOf(text[at + 1]) >= 0);
    }

    private boolean isDash() {
        return at < text.length && text[at] == '-' && (at + 1 == text.length || " \n\r".indexOf(text[at + 1]) >= 0);
    }

    private boolean isFlow() {
        return text[at] == '{' || text[at] == '[';
    }

    private boolean isAt(int indent) {
        return at < text.length && column() == indent;
    }

    /** Whether nothing but a comment follows on the line. */
    private boolean isEndOfLine() {
        if (at == text.length) {
            return true;
        }
        char c = text[at];
        return c == '\n' || c == '\r' || c == '#' && at > lineStart && text[at - 1] == ' ';
    }

    private void skipSpaces() {
        while (at < text.length && text[at] == ' ') {
            at++;
        }
    }

    /** To the content of the next line that has any. */
    private void skipLine() {
        do {
            while (at < text.length && text[at] != '\n') {
                at++;
            }
            at = Math.min(at + 1, text.length);
            lineStart = at;
            line++;
            skipSpaces();
        } while (at < text.length && isEmptyLine());
    }

    /** Whether nothing but a comment stands on the line, whose first character this is. */
    private boolean isEmptyLine() {
        return "#\n\r".indexOf(text[at]) >= 0;
    }

    private void enter() {
        depth++;
        nodes++;
        require(depth < DEEPEST);
    }

    private int column() {
        return at - lineStart;
    }

    private Place place() {
        return new Place(path, line, column() + 1);
    }

    private static void require(boolean plain) {
        if (!plain) {
            throw new SomethingElse();
        }
    }
}
