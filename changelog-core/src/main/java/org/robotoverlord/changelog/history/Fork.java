package org.robotoverlord.changelog.history;

import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.changelog.changelog.Changelog;

/**
 * A place where changelogs make no line, and what would make one of them: first those before it, then its lines one after the other.
 *
 * @param kind how it came to be
 * @param before what comes before it, oldest first, as far as that is known
 * @param lines what wants to come next; never empty, and none of them is
 */
public record Fork(Kind kind, List<Changelog> before, List<List<Changelog>> lines) {
    /** How changelogs fail to be a line. */
    public enum Kind {
        /** Several have one parent. */
        PARENT,
        /** Several are the first. */
        FIRST,
        /** The parent of the last line isn't there. */
        MISSING,
        /** Those of the last line come after each other. */
        CIRCLE,
        /** The only line's first has a number that doesn't rise. */
        NUMBER
    }

    public Fork {
        before = List.copyOf(before);
        lines = lines.stream().map(List::copyOf).toList();
    }

    /** Whether somebody has to say which line comes first. */
    public boolean isOpen() {
        return kind == Kind.PARENT || kind == Kind.FIRST;
    }

    /** How those of a line stand here, in a few words. */
    String mark(int line) {
        String which = "line " + (line + 1) + " of " + lines.size();
        return switch (kind) {
            case PARENT -> which + " after " + before.get(before.size() - 1).id();
            case FIRST -> which;
            case MISSING -> "after " + lines.get(line).get(0).parent().orElse("") + ", which isn't there";
            case CIRCLE -> "in a circle";
            case NUMBER -> "the number doesn't rise";
        };
    }

    /** The first changelog of the last line: where the trouble is told. */
    Changelog last() {
        return lines.get(lines.size() - 1).get(0);
    }

    /** Those that are in no line by it. */
    List<Changelog> all() {
        List<Changelog> all = new ArrayList<>();
        lines.forEach(all::addAll);
        return all;
    }
}
