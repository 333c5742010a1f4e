package org.robotoverlord.changelog.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.Irreversible;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ChangelogWriter;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.history.History;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Schema;

/** A folder of changelogs: they make a line and are replayed, and each change that was replayed is taken back. */
final class HistoryTarget implements FuzzTarget {
    @Override
    public String name() {
        return "history";
    }

    @Override
    public void take(byte[] input) {
        replayed(Folder.of(input));
    }

    static Schema replayed(Folder folder) {
        Schema schema = Schema.empty(ModelTarget.SETTING);
        List<Runnable> laws = new ArrayList<>();
        for (PlacedChange placed : history(folder).line().stream()
                .flatMap(changelog -> changelog.changes().stream())
                .toList()) {
            Schema before = schema;
            Schema after = SchemaAt.after(placed, before);
            laws.add(() -> requireReverse(placed.change(), before, after));
            schema = after;
        }
        laws.forEach(Runnable::run);
        return schema;
    }

    private static void requireReverse(Change change, Schema before, Schema after) {
        Schema back;
        try {
            back = change.reverse(before).apply(after);
        } catch (Irreversible none) {
            return;
        } catch (Problem refused) {
            throw new IllegalStateException("it can't be taken back: " + change.describe(), refused);
        }
        if (!back.equals(before)) {
            throw new IllegalStateException("taken back it isn't what it was: " + change.describe());
        }
    }

    private static History history(Folder folder) {
        List<ChangelogFile> files = new ArrayList<>();
        folder.files().forEach((name, bytes) -> {
            if (!name.equals("models.yaml")) {
                ChangelogId id = ChangelogId.ofFile(name)
                        .orElseThrow(() -> new Problem(Place.of("x.yaml"), "the name is no changelog's"));
                files.add(new ChangelogFile(id, name, bytes));
            }
        });
        return History.read(files);
    }

    @Override
    public boolean isTold(String problem) {
        return Places.isTold(problem);
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(List.of(forum(Corpus.forumNames().size()), forum(3), forum(1)));
        for (String changelog : Corpus.replayable()) {
            seeds.add(Folder.bytes(Map.of("1_20260101000000_x.yaml", changelog)));
        }
        return seeds;
    }

    static byte[] forum(int changelogs) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < changelogs; i++) {
            files.put(Corpus.forumNames().get(i), Corpus.forum().get(i));
        }
        return Folder.bytes(files);
    }

    /** The text of a changelog of some changes. */
    static String text(List<Change> changes) {
        return ChangelogWriter.text(Optional.empty(), Optional.empty(), changes);
    }
}
