package org.robotoverlord.migrate.pom;

import eu.maveniverse.domtrip.Comment;
import eu.maveniverse.domtrip.Document;
import eu.maveniverse.domtrip.DomTripException;
import eu.maveniverse.domtrip.Element;
import eu.maveniverse.domtrip.Node;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the plugin into a {@code pom.xml}. Every byte that was there stays as it was: what is new takes its indentation and line ends
 * from what is around it.
 */
public final class PomEdit {
    private static final Set<String> AFTER_BUILD = Set.of("reporting", "profiles");

    private final Document document;
    private final Layout layout;

    /** @param pom the file's bytes */
    public PomEdit(byte[] pom) {
        try {
            this.document = Document.of(new ByteArrayInputStream(pom));
        } catch (DomTripException broken) {
            throw new IllegalArgumentException("the POM isn't XML: " + broken.getMessage(), broken);
        }
        this.layout = Layout.of(document);
    }

    /** Whether the POM itself names a plugin under {@code <build>}. */
    public boolean names(String groupId, String artifactId) {
        return document.root()
                .path("build", "plugins")
                .map(plugins -> plugins.childElements("plugin")
                        .anyMatch(plugin -> groupId.equals(plugin.childTextTrimmed("groupId"))
                                && artifactId.equals(plugin.childTextTrimmed("artifactId"))))
                .orElse(false);
    }

    /**
     * Adds a plugin after those that are there.
     *
     * @param plugin its lines, each further one indented by two spaces a level
     * @return the new file's bytes
     */
    public byte[] with(List<String> plugin) {
        Element build = child(document.root(), "build");
        Element plugins = child(build, "plugins");
        append(plugins, parsed(plugin, layout.indentOf(plugins) + layout.unit()));
        // What is marked as modified would be written anew, its attributes spaced another way.
        document.clearModified();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.toXml(bytes);
        return bytes.toByteArray();
    }

    private Element child(Element parent, String name) {
        Optional<Element> there = parent.childElement(name);
        if (there.isPresent()) {
            return there.get();
        }
        String indent = layout.indentOf(parent) + layout.unit();
        Element added = (Element) parsed(List.of("<" + name + ">", "</" + name + ">"), indent);
        append(parent, added);
        return added;
    }

    private Node parsed(List<String> lines, String indent) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            int level = (line.length() - line.stripLeading().length()) / 2;
            text.append(text.isEmpty() ? "" : layout.lineEnd() + indent)
                    .append(layout.unit().repeat(level))
                    .append(line.strip());
        }
        return Document.parseFragment(text.toString()).get(0);
    }

    /** Puts a node behind the last one of a parent, or before what belongs behind {@code <build>}. */
    private void append(Element parent, Node node) {
        String own = layout.lineEnd() + layout.indentOf(parent) + layout.unit();
        Optional<Node> next = parent.parentElement() == null ? behindBuild(parent) : Optional.empty();
        if (next.isPresent()) {
            String before = next.get().precedingWhitespace();
            node.precedingWhitespace(before.isEmpty() ? own : before);
            parent.insertChildBefore(next.get(), node);
            if (before.isEmpty()) {
                next.get().precedingWhitespace(own);
            }
            return;
        }
        if (parent.selfClosing()) {
            parent.selfClosing(false)
                    .originalOpenTag(parent.originalOpenTag().replaceFirst("\\s*/>$", ">"))
                    .originalCloseTag("</" + parent.name() + ">");
        }
        boolean spaced = parent.parentElement() == null && layout.separatesSections();
        node.precedingWhitespace((spaced ? layout.lineEnd() : "") + own);
        parent.addChild(node);
        if (!parent.innerPrecedingWhitespace().contains("\n")) {
            parent.innerPrecedingWhitespace(layout.lineEnd() + layout.indentOf(parent));
        }
    }

    /** The first section that comes after {@code <build>}, or the comments before it. */
    private static Optional<Node> behindBuild(Element root) {
        Optional<Node> found = root.childElements()
                .filter(element -> AFTER_BUILD.contains(element.localName()))
                .findFirst()
                .map(Node.class::cast);
        while (found.isPresent()
                && found.get()
                        .previousSibling()
                        .filter(Comment.class::isInstance)
                        .isPresent()) {
            found = found.get().previousSibling();
        }
        return found;
    }
}
