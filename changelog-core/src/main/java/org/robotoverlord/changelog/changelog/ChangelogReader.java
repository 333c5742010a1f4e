package org.robotoverlord.changelog.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.yaml.YamlNode;
import org.robotoverlord.changelog.yaml.YamlReader;

/** Reads a changelog's file. All that is wrong with it is told at once. */
public final class ChangelogReader {
    private ChangelogReader() {}

    /**
     * @param id the id that the file's name gives
     * @param path the file, as the user would name it
     * @param bytes its content
     * @throws Problem with its place, or {@link Problems} with all of them, if it is no changelog
     */
    public static Changelog read(ChangelogId id, String path, byte[] bytes) {
        Optional<YamlNode> root = YamlReader.parse(path, bytes);
        if (root.isEmpty()) {
            throw new Problem(
                    Place.of(path),
                    "the file is empty; a changelog has 'changes' (and 'parent', unless it is the first)");
        }
        YamlReader reader = new YamlReader();
        Optional<Document> document = reader.read(root.get(), Document.class, "a changelog");
        if (document.isPresent() && root.get().child("changes").isEmpty()) {
            reader.refuse(root.get().place(), "a changelog needs 'changes'; add it, with no entry if nothing happens");
        }
        if (document.filter(is -> !is.replaces().isEmpty()).isPresent()
                && !ChangelogFile.mayHaveKey(bytes, ChangelogFile.REPLACES)) {
            reader.refuse(
                    root.get().place(), "the key 'replaces' is written in an uncommon way; write it as 'replaces:'");
        }
        Problems.throwIfAny(reader.problems());
        Document read = document.orElseThrow();
        Source source = new Source(path, bytes);
        return new Changelog(id, path, read, placed(read, root.get(), source), source);
    }

    private static List<PlacedChange> placed(Document document, YamlNode root, Source source) {
        List<PlacedChange> placed = new ArrayList<>();
        YamlNode changes = root.child("changes").orElseThrow();
        for (Change change : document.changes()) {
            int position = placed.size();
            Place place = changes.child(String.valueOf(position)).orElseThrow().place();
            placed.add(new PlacedChange(change, place, source, position));
        }
        return placed;
    }
}
