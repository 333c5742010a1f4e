package org.robotoverlord.changelog.changelog;

import java.util.List;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.yaml.YamlNode;
import org.robotoverlord.changelog.yaml.YamlReader;

/**
 * The file that a changelog was read from. Its nodes aren't kept, for there may be thousands of files; they are made again where a
 * problem's exact place is asked for.
 */
final class Source {
    private final String path;
    private final byte[] bytes;

    Source(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /**
     * The place of a part of the n-th change. What is wrong with a table is told by the table's keys: where the change has only the
     * last of them, as {@code addForeignKey} has {@code to}, that is it.
     */
    Place placeIn(int change, List<String> keys) {
        YamlNode written = root().follow(List.of("changes", String.valueOf(change)));
        YamlNode body = written instanceof YamlNode.Mapping mapping
                        && !mapping.entries().isEmpty()
                ? mapping.entries().get(0).value()
                : written;
        for (int from = 0; from < keys.size(); from++) {
            if (body.child(keys.get(from)).isPresent()) {
                return body.follow(keys.subList(from, keys.size())).place();
            }
        }
        return keys.isEmpty() ? written.place() : body.place();
    }

    /** The place of a key's value; of the whole where the key isn't there. */
    Place placeOf(String key) {
        return root().follow(List.of(key)).place();
    }

    private YamlNode root() {
        return YamlReader.parse(path, bytes).orElseThrow(() -> new Problem(Place.of(path), "the file is empty"));
    }
}
