package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** Tells of every {@code renamedFrom} whether it still has something to do: whether it is unspent, and its old name known. */
final class Hints {
    private record Place(Hint.Kind kind, Optional<Name> owner) {}

    private final Map<Place, List<Hint>> byPlace = new LinkedHashMap<>();
    private final Set<Name> concerned = new HashSet<>();
    private final Schema names;
    private final Past past;
    private final Findings findings;

    Hints(List<Hint> hints, Schema names, Past past, Findings findings) {
        this.names = names;
        this.past = past;
        this.findings = findings;
        for (Hint hint : hints) {
            concerned.add(names.local(hint.owner()));
            byPlace.computeIfAbsent(place(hint.kind(), names.local(hint.owner())), none -> new ArrayList<>())
                    .add(hint);
        }
    }

    /** Whether any hint is about a part of the table or enum. */
    boolean concern(Name owner) {
        return concerned.contains(owner);
    }

    private static Place place(Hint.Kind kind, Name owner) {
        return new Place(kind, RenamePair.isWhole(kind) ? Optional.empty() : Optional.of(owner));
    }

    /**
     * The renames that hints of one place ask for, as name before → name after.
     *
     * @param owner the table or enum that the things belong to, as the models call it; any for tables and enums themselves
     * @param ownerBefore the same under its name before
     * @param before the names that are there
     * @param after the names of the models
     */
    Map<Name, Name> renames(Hint.Kind kind, Name owner, Name ownerBefore, Set<Name> before, Set<Name> after) {
        List<Hint> unspent = new ArrayList<>();
        for (Hint hint : byPlace.getOrDefault(place(kind, owner), List.of())) {
            Name from = from(hint, before, ownerBefore);
            Name to = to(hint);
            if (from.equals(to) || !after.contains(to)) {
                continue;
            }
            if (!before.contains(from) && !past.held(kind, ownerBefore, from)) {
                findings.warn(
                        hint,
                        "'" + to + "' says renamedFrom: " + from
                                + ", but the changelogs never had that name; it does nothing, so take it out or mend it");
            } else if (!before.contains(to) || !past.renamed(kind, ownerBefore, from, to)) {
                unspent.add(hint);
            }
        }
        return accepted(unspent, before, after, ownerBefore);
    }

    private Map<Name, Name> accepted(List<Hint> unspent, Set<Name> before, Set<Name> after, Name ownerBefore) {
        Set<Name> moved = new HashSet<>();
        unspent.forEach(hint -> moved.add(to(hint)));
        Map<Name, Name> renames = new LinkedHashMap<>();
        for (Hint hint : unspent) {
            Name from = from(hint, before, ownerBefore);
            Name to = to(hint);
            if (after.contains(from) && !moved.contains(from)) {
                findings.refuse(
                        hint,
                        "'" + to + "' says renamedFrom: " + from + ", but the models still have '" + from
                                + "'; take one of them out, or give '" + from + "' a renamedFrom of its own");
            } else if (renames.containsKey(from)) {
                findings.refuse(
                        hint,
                        "'" + renames.get(from) + "' and '" + to + "' both say renamedFrom: " + from
                                + "; only one of them can be it");
            } else if (before.contains(from)) {
                renames.put(from, to);
            } else {
                findings.warn(
                        hint,
                        "'" + to + "' says renamedFrom: " + from
                                + ", which is gone by now; it does nothing, so take it out or mend it");
            }
        }
        return renames;
    }

    /** A table's or enum's old name without a schema may lie in the app's own, or in that of the new name. */
    private Name from(Hint hint, Set<Name> before, Name ownerBefore) {
        if (!RenamePair.isWhole(hint.kind())) {
            return hint.oldName();
        }
        Name from = names.local(hint.oldName());
        Name beside = names.local(hint.owner()).sibling(from.local());
        boolean known = before.contains(from) || past.held(hint.kind(), ownerBefore, from);
        return from.schema().isEmpty() && !known && before.contains(beside) ? beside : from;
    }

    private Name to(Hint hint) {
        return RenamePair.isWhole(hint.kind()) ? names.local(hint.owner()) : Name.of(hint.to());
    }
}
