package org.robotoverlord.changelog.changelog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.yaml.Kinds;
import org.robotoverlord.changelog.yaml.YamlText;
import org.robotoverlord.changelog.yaml.YamlWriter;

/** Writes a changelog's file: the same bytes for the same changes. */
public final class ChangelogWriter {
    private ChangelogWriter() {}

    /**
     * The text of a file.
     *
     * @param description what and why
     * @param parent the id it comes after; empty for the first
     * @param changes at least one
     */
    public static String text(Optional<String> description, Optional<String> parent, List<Change> changes) {
        return text(description, parent, changes, List.of());
    }

    /**
     * The text of a squash's file.
     *
     * @param description what and why
     * @param parent the id it comes after; empty for the first
     * @param changes what those that it stands in for come to, which may be nothing
     * @param replaces their ids, in order
     */
    public static String text(
            Optional<String> description, Optional<String> parent, List<Change> changes, List<String> replaces) {
        String written = YamlText.of(YamlWriter.node(new Document(description, parent, changes, replaces)));
        return changes.isEmpty() ? written + "changes: []\n" : written;
    }

    /** Changes alone, as a list that one can paste below {@code changes}. */
    public static String changes(List<Change> changes) {
        return YamlText.of(
                YamlWriter.sequence(changes.stream().map(YamlWriter::node).toList()));
    }

    /** The text of a file that waits for its changes, with the kinds that there are as comments. */
    public static String emptyText(Optional<String> description, Optional<String> parent) {
        Document head = new Document(description, parent, List.of(), List.of());
        String keys = description.isEmpty() && parent.isEmpty() ? "" : YamlText.of(YamlWriter.node(head));
        String kinds = Kinds.of(Change.class).names().stream().collect(Collectors.joining(", "));
        return keys
                + "changes:\n"
                + "  # Write the changes here, as a list. The kinds are:\n"
                + wrapped(kinds)
                + "  # - sql:\n"
                + "  #     up: update users set verified_at = now() where legacy\n"
                + "  #     down: update users set verified_at = null where legacy\n";
    }

    private static String wrapped(String kinds) {
        return kinds.replaceAll("(.{1,90})(?:, |$)", "  #   $1\n");
    }
}
