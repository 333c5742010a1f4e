package org.robotoverlord.changelog.changelog;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.problem.Place;

/**
 * A document that says how a schema became another: what and why, which changelog it comes after, and the changes in order. It is
 * read by {@link ChangelogReader}.
 */
public final class Changelog {
    private final ChangelogId id;
    private final String path;
    private final Document document;
    private final List<PlacedChange> changes;
    private final Source source;

    Changelog(ChangelogId id, String path, Document document, List<PlacedChange> changes, Source source) {
        this.id = id;
        this.path = path;
        this.document = document;
        this.changes = List.copyOf(changes);
        this.source = source;
    }

    /** What tells it apart. */
    public ChangelogId id() {
        return id;
    }

    /** Its file, as a user would name it. */
    public String path() {
        return path;
    }

    /** What and why. */
    public Optional<String> description() {
        return document.description();
    }

    /** The id it comes after; empty for the first. */
    public Optional<String> parent() {
        return document.parent();
    }

    /** Where the parent is written; where it isn't, where the document begins. */
    public Place parentPlace() {
        return source.placeOf("parent");
    }

    /** The same, said to come after another. */
    public Changelog withParent(Optional<String> parent) {
        return parent.equals(parent())
                ? this
                : new Changelog(
                        id,
                        path,
                        new Document(document.description(), parent, document.changes(), document.replaces()),
                        changes,
                        source);
    }

    /** The ids that it stands in for, after a squash. */
    public List<String> replaces() {
        return document.replaces();
    }

    /** Where those are written. */
    public Place replacesPlace() {
        return source.placeOf(ChangelogFile.REPLACES);
    }

    /** What happens, in order, each with its place; none in one that still waits for its changes. */
    public List<PlacedChange> changes() {
        return changes;
    }

    /** The changes without their places. */
    public List<Change> plainChanges() {
        return document.changes();
    }

    /** The checksum of what it means. */
    public String checksum() {
        return Checksum.of(document.changes());
    }

    @Override
    public String toString() {
        return path;
    }
}
