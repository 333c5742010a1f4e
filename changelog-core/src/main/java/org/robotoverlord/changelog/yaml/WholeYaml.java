package org.robotoverlord.changelog.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Makes nodes of whatever YAML there is, and says what is wrong where it is none. The text is taken for what a stranger may have
 * sent: no tags, one document, and bounds on its depth and the nodes that aliases multiply.
 */
final class WholeYaml {
    private static final int MOST_NODES = 2_000_000;
    private static final int DEEPEST = 50;

    private final String path;
    private final StreamReader reader;
    private final ParserImpl parser;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int nodes;
    private int depth;
    /** The greatest depth since the innermost open anchor. */
    private int deepest;

    /** What an alias stands for, and what it adds wherever it stands. */
    private record Anchored(YamlNode node, int nodes, int levels) {}

    private WholeYaml(String path, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(text.length() + 1);
        options.setNestingDepthLimit(DEEPEST);
        this.path = path;
        this.reader = new StreamReader(text);
        this.parser = new ParserImpl(reader, options);
    }

    /**
     * @param path the file as the user would name it
     * @param text its content
     * @return its one document; empty where it holds nothing
     * @throws Problem with its place, if the text is no YAML that we take
     */
    static Optional<YamlNode> parse(String path, String text) {
        WholeYaml yaml = new WholeYaml(path, text);
        try {
            return yaml.document();
        } catch (IllegalArgumentException broken) {
            // The parser counts on digits behind the escape.
            throw new Problem(
                    yaml.place(yaml.reader.getMark()),
                    "the YAML is broken: an escape in double quotes has too few digits; write \\u and four of them,"
                            + " or double the backslash");
        } catch (MarkedYAMLException broken) {
            throw problem(path, broken);
        } catch (ReaderException broken) {
            throw new Problem(
                    place(path, text, broken.getPosition()),
                    String.format(
                            "the file holds the character U+%04X, which YAML doesn't take as it is;"
                                    + " take it out, or write \\u%04X in double quotes",
                            broken.getCodePoint(), broken.getCodePoint()));
        } catch (YAMLException broken) {
            throw new Problem(
                    yaml.place(yaml.reader.getMark()),
                    "the YAML is broken: " + broken.getMessage() + "; mend it there or just before");
        }
    }

    private static Problem problem(String path, MarkedYAMLException broken) {
        Mark mark = broken.getProblemMark() != null ? broken.getProblemMark() : broken.getContextMark();
        String context = broken.getContext() == null ? "" : broken.getContext() + ": ";
        Place place = mark == null ? Place.of(path) : new Place(path, mark.getLine() + 1, mark.getColumn() + 1);
        String act = context.contains("flow")
                ? "; inside {…} and […], a value that holds a comma or a bracket stands in quotes"
                : "; mend it there or just before";
        return new Problem(place, "the YAML is broken: " + context + broken.getProblem() + act);
    }

    /** The place of the n-th character (of Unicode, not of Java). */
    private static Place place(String path, String text, int position) {
        String before = text.substring(0, text.offsetByCodePoints(0, position));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String start = before.substring(before.lastIndexOf('\n') + 1);
        return new Place(path, line, start.codePointCount(0, start.length()) + 1);
    }

    private Optional<YamlNode> document() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return Optional.empty();
        }
        parser.getEvent();
        YamlNode root = node();
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw new Problem(place(parser.peekEvent()), "a second document begins; put it into a file of its own");
        }
        return Optional.of(root);
    }

    private YamlNode node() {
        Event event = parser.getEvent();
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        refuseTag(event);
        count(event, 1);
        String anchor = ((NodeEvent) event).getAnchor();
        return anchor == null ? content(event) : anchored(anchor, event);
    }

    private YamlNode anchored(String anchor, Event event) {
        int before = nodes;
        int deepestBefore = deepest;
        deepest = depth;
        open.add(anchor);
        YamlNode node = content(event);
        open.remove(anchor);
        anchors.put(anchor, new Anchored(node, nodes - before + 1, deepest - depth));
        deepest = Math.max(deepest, deepestBefore);
        return node;
    }

    private YamlNode content(Event event) {
        if (event instanceof ScalarEvent scalar) {
            boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
            return new YamlNode.Text(new Scalar(scalar.getValue(), plain), place(event));
        }
        depth++;
        reach(event, depth);
        YamlNode node = event instanceof SequenceStartEvent ? sequence(event) : mapping(event);
        depth--;
        return node;
    }

    private void reach(Event event, int level) {
        deepest = Math.max(deepest, level);
        if (level > DEEPEST) {
            throw new Problem(place(event), "the file is nested deeper than " + DEEPEST + " levels; flatten it");
        }
    }

    private YamlNode sequence(Event start) {
        List<YamlNode> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node());
        }
        parser.getEvent();
        return new YamlNode.Sequence(items, place(start));
    }

    private YamlNode mapping(Event start) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            YamlNode key = node();
            if (!(key instanceof YamlNode.Text text)) {
                throw new Problem(
                        key.place(),
                        "a key is " + key.kind() + "; write a name, and quote a value that holds [, ] or ,");
            }
            entries.add(new YamlNode.Entry(text.scalar().text(), key.place(), node()));
        }
        parser.getEvent();
        return new YamlNode.Mapping(entries, place(start));
    }

    private YamlNode aliased(AliasEvent alias) {
        String anchor = alias.getAnchor();
        if (open.contains(anchor)) {
            throw new Problem(place(alias), "alias '*" + anchor + "' stands inside what it names; write the value out");
        }
        Anchored named = anchors.get(anchor);
        if (named == null) {
            throw new Problem(
                    place(alias), "there is no anchor '&" + anchor + "' before this alias; write the value out");
        }
        count(alias, named.nodes());
        reach(alias, depth + named.levels());
        return named.node();
    }

    private void count(Event event, int more) {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw new Problem(
                    place(event), "the file has more than " + MOST_NODES + " values, aliases written out; split it");
        }
    }

    private void refuseTag(Event event) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof SequenceStartEvent sequence
                        ? sequence.getTag()
                        : ((MappingStartEvent) event).getTag();
        if (tag != null && !tag.equals("!")) {
            throw new Problem(place(event), "tag '" + tag + "' isn't taken; write the plain value");
        }
    }

    private Place place(Event event) {
        return place(event.getStartMark());
    }

    private Place place(Mark mark) {
        return new Place(path, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
