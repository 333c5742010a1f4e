package org.robotoverlord.changelog.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.changelog.yaml.YamlNode;
import org.robotoverlord.changelog.yaml.YamlReader;

/**
 * A change in a situation: what its tests are made of.
 *
 * @param name the situation, as a file is called
 * @param given the changes that make the schema, and the rows, it is applied to
 * @param change the change
 * @param since the oldest major version of PostgreSQL that can do it
 * @param dialects what the database is called that it is tried on
 */
public record ChangeExample(String name, List<Change> given, Change change, int since, Set<String> dialects) {
    private static final Set<String> POSTGRESQL = Set.of("postgresql");

    ChangeExample(String name, List<Change> given, Change change, int since) {
        this(name, given, change, since, POSTGRESQL);
    }

    /** The schema of a database in which nothing was made yet. */
    public static Schema empty() {
        return empty(POSTGRESQL);
    }

    private static Schema empty(Set<String> dialects) {
        return Schema.empty(new Setting("public", Set.of("citext", "inet", "tstzrange", "varbit", "xml"), dialects));
    }

    /** The schema that the change is applied to. */
    public Schema before() {
        return after(given, empty(dialects));
    }

    /** The schema that changes make of nothing. */
    public static Schema after(List<Change> changes) {
        return after(changes, empty());
    }

    private static Schema after(List<Change> changes, Schema before) {
        Schema schema = before;
        for (Change each : changes) {
            schema = each.apply(schema);
        }
        return schema;
    }

    /** The schema that comes of the change. */
    public Schema after() {
        return change.apply(before());
    }

    /** Reads one change. */
    public static Change change(String yaml) {
        return read(parse(yaml));
    }

    /** Reads a list of changes. */
    public static List<Change> changes(String yaml) {
        List<Change> changes = new ArrayList<>();
        for (YamlNode item : ((YamlNode.Sequence) parse(yaml)).items()) {
            changes.add(read(item));
        }
        return changes;
    }

    private static YamlNode parse(String yaml) {
        return YamlReader.parse("example", yaml.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static Change read(YamlNode node) {
        YamlReader reader = new YamlReader();
        Change change = reader.read(node, Change.class, "a change").orElse(null);
        Problems.throwIfAny(reader.problems());
        return change;
    }

    @Override
    public String toString() {
        return name;
    }
}
