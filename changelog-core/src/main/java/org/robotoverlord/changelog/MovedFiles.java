package org.robotoverlord.changelog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ParentText;
import org.robotoverlord.changelog.history.History;

/** The files of changelogs while they move, in memory, and what became of each that was read. */
final class MovedFiles {
    private final Map<ChangelogId, ChangelogFile> read = new LinkedHashMap<>();
    private final Map<ChangelogId, ChangelogFile> now = new HashMap<>();
    /** Empty where nothing is left of it. */
    private final Map<ChangelogId, Optional<ChangelogId>> became = new LinkedHashMap<>();

    /** Why nothing is left of what was read. */
    private final Map<ChangelogId, String> whyGone = new HashMap<>();

    private final Set<ChangelogId> rewritten = new HashSet<>();

    MovedFiles(List<ChangelogFile> files) {
        files.forEach(file -> {
            read.put(file.id(), file);
            now.put(file.id(), file);
            became.put(file.id(), Optional.of(file.id()));
        });
    }

    /** The changelogs as they are by now. */
    List<Changelog> parsed() {
        return History.parsed(List.copyOf(now.values()));
    }

    /** Puts some after another: each gets the number after, where its own doesn't rise, and the one before as its parent. */
    List<Changelog> move(List<Changelog> moving, Changelog after) {
        List<Changelog> moved = new ArrayList<>();
        Changelog before = after;
        for (Changelog changelog : moving) {
            ChangelogFile file = now.get(changelog.id());
            String text = changelog.parent().equals(Optional.of(before.id().toString()))
                    ? new String(file.bytes(), StandardCharsets.UTF_8)
                    : ParentText.of(file, before.id());
            before = put(changelog.id(), after(before.id(), changelog.id()), text);
            moved.add(before);
        }
        return moved;
    }

    /** The id that one gets after another: its own, where the number rises. */
    ChangelogId after(ChangelogId before, ChangelogId id) {
        if (id.number() > before.number()) {
            return id;
        }
        ChangelogId next = new ChangelogId(before.number() + 1, id.time(), id.name());
        while (now.containsKey(next)) {
            next = new ChangelogId(next.number(), next.time().plusSeconds(1), next.name());
        }
        return next;
    }

    /** Puts a text that does something else in the place of some, the last of which it has its id from. */
    Changelog rewrite(List<Changelog> olds, ChangelogId id, String text) {
        drop(olds.subList(0, olds.size() - 1), "what is left of it is in " + id);
        rewritten.add(id);
        return put(olds.get(olds.size() - 1).id(), id, text);
    }

    /** Takes some away, of which nothing is left to do. */
    void drop(List<Changelog> olds, String why) {
        for (Changelog changelog : olds) {
            became.forEach((origin, is) -> {
                if (is.equals(Optional.of(changelog.id()))) {
                    whyGone.put(origin, why);
                }
            });
            becomes(changelog.id(), Optional.empty());
        }
    }

    private Changelog put(ChangelogId old, ChangelogId id, String text) {
        String path = now.get(old).path();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        becomes(old, Optional.of(id));
        ChangelogFile file = new ChangelogFile(id, folder + id.fileName(), text.getBytes(StandardCharsets.UTF_8));
        now.put(id, file);
        return file.read();
    }

    private void becomes(ChangelogId id, Optional<ChangelogId> next) {
        now.remove(id);
        became.replaceAll((origin, is) -> is.equals(Optional.of(id)) ? next : is);
    }

    /** What becomes of each file that doesn't stay as it is, in the order of the line. */
    List<Rebase.Move> moves() {
        return became.entrySet().stream()
                .filter(entry -> !isAsRead(entry.getKey(), entry.getValue()))
                .map(entry -> move(read.get(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(
                        move -> ChangelogId.parse(move.to().orElse(move.from())).orElseThrow()))
                .collect(Collectors.toList());
    }

    private boolean isAsRead(ChangelogId from, Optional<ChangelogId> to) {
        return to.equals(Optional.of(from))
                && now.get(from).hash().equals(read.get(from).hash());
    }

    private Rebase.Move move(ChangelogFile old, Optional<ChangelogId> to) {
        return new Rebase.Move(
                old.id().toString(),
                old.bytes(),
                to.map(ChangelogId::toString),
                to.map(id -> new String(now.get(id).bytes(), StandardCharsets.UTF_8))
                        .orElse(""),
                to.isPresent() ? "" : whyGone.get(old.id()),
                to.filter(rewritten::contains).isPresent());
    }
}
