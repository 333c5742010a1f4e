package org.robotoverlord.changelog.changelog;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.yaml.YamlNode;
import org.robotoverlord.changelog.yaml.YamlReader;

/** Gives a changelog's file another parent and leaves every other byte as it is: comments, order, layout. */
public final class ParentText {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Changelog changelog;
    private final String path;
    private final String text;
    private final YamlNode root;

    private ParentText(ChangelogFile file) {
        this.changelog = file.read();
        this.path = file.path();
        this.text = new String(file.bytes(), StandardCharsets.UTF_8);
        this.root = YamlReader.parse(path, file.bytes()).orElseThrow();
    }

    /**
     * The file's text with another parent; one that names none gets it before its changes.
     *
     * @throws Problem where the parent stands in a way that can't be replaced
     */
    public static String of(ChangelogFile file, ChangelogId parent) {
        ParentText text = new ParentText(file);
        String changed = text.with(parent.toString());
        text.require(changed, parent);
        return changed;
    }

    private String with(String parent) {
        Optional<String> now = changelog.parent();
        if (now.isEmpty()) {
            return added(parent);
        }
        int at = offset(root.child("parent").orElseThrow().place());
        int from = text.startsWith("'", at) || text.startsWith("\"", at) ? at + 1 : at;
        if (!text.startsWith(now.get(), from)) {
            throw unusual();
        }
        return text.substring(0, from)
                + parent
                + text.substring(from + now.get().length());
    }

    private String added(String parent) {
        Place place = ((YamlNode.Mapping) root)
                .entries().stream()
                        .filter(entry -> entry.key().equals("changes"))
                        .findFirst()
                        .orElseThrow()
                        .keyPlace();
        int at = offset(place);
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        int line = text.lastIndexOf('\n', at - 1) + 1;
        String indent = text.substring(line, at).replace(BYTE_ORDER_MARK, "");
        String joint = indent.isBlank() ? end + indent : ", ";
        return text.substring(0, at) + "parent: " + parent + joint + text.substring(at);
    }

    /** Where a place is in the text; columns are counted in characters of Unicode. */
    private int offset(Place place) {
        int at = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        for (int line = 1; line < place.line(); line++) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                throw unusual();
            }
            at = end + 1;
        }
        return text.offsetByCodePoints(at, place.column() - 1);
    }

    private void require(String changed, ChangelogId parent) {
        Changelog read = ChangelogReader.read(changelog.id(), path, changed.getBytes(StandardCharsets.UTF_8));
        boolean same = read.parent().equals(Optional.of(parent.toString()))
                && read.checksum().equals(changelog.checksum())
                && read.description().equals(changelog.description())
                && read.replaces().equals(changelog.replaces());
        if (!same) {
            throw unusual();
        }
    }

    private Problem unusual() {
        return new Problem(
                changelog.parentPlace(),
                "the parent is written in a way that can't be replaced; write it on a line of its own, as in 'parent: "
                        + changelog.parent().orElse("1_20260524193000_init") + "', and run it again");
    }
}
