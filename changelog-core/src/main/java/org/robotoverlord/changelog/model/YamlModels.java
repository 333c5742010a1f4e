package org.robotoverlord.changelog.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Expansion;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.changelog.yaml.YamlNode;
import org.robotoverlord.changelog.yaml.YamlReader;

/** Models in YAML files: all files of an app together, as if they were one. All that is wrong in any of them is told at once. */
public final class YamlModels implements ModelSource {
    private final List<ModelFile> files;
    private final Name migrationTable;
    private final Predicate<Name> managed;

    private final List<Problem> found = new ArrayList<>();
    private final Map<String, Place> firsts = new LinkedHashMap<>();
    private final Map<Name, WrittenTable> tables = new LinkedHashMap<>();
    private final List<Hint> hints = new ArrayList<>();

    /** A table as it was written: where, and how its parts got their names. */
    private record WrittenTable(YamlNode node, Expansion expansion) {
        Problem locate(Problem problem) {
            return problem.at(node.follow(expansion.origin(problem.path())).place());
        }
    }

    /**
     * @param files in the order their tables are to be made, where nothing else decides it
     * @param migrationTable the table that runs are recorded in, which no model may declare
     * @param managed which tables the app manages; the others are left out
     */
    public YamlModels(List<ModelFile> files, Name migrationTable, Predicate<Name> managed) {
        this.files = List.copyOf(files);
        this.migrationTable = migrationTable;
        this.managed = managed;
    }

    @Override
    public Models read(Setting setting) {
        Schema schema = Schema.empty(setting);
        for (ModelFile file : files) {
            try {
                schema = addFile(schema, file);
            } catch (Problem broken) {
                found.addAll(Problems.of(broken));
            }
        }
        schema = addTables(schema);
        boolean whole = found.isEmpty();
        for (Name table : tables.keySet()) {
            schema.problems(table).stream()
                    .filter(problem -> whole || !mayFollow(problem))
                    .forEach(problem -> found.add(tables.get(table).locate(problem)));
        }
        Problems.throwIfAny(found);
        return new Models(schema, hints);
    }

    /** Whether a problem may only follow from another: what something points to may be in what couldn't be read. */
    private static boolean mayFollow(Problem problem) {
        String last = problem.path().isEmpty()
                ? ""
                : problem.path().get(problem.path().size() - 1);
        return last.equals("references") || last.equals("to") || last.equals("type");
    }

    private Schema addFile(Schema schema, ModelFile file) {
        Optional<YamlNode> root = YamlReader.parse(file.path(), file.bytes());
        if (root.isEmpty()) {
            return schema;
        }
        YamlReader reader = new YamlReader();
        Optional<ModelDocument> document = reader.read(root.get(), ModelDocument.class, "a model");
        found.addAll(reader.problems());
        return document.isEmpty() ? schema : addDocument(schema, document.get(), root.get());
    }

    private Schema addDocument(Schema schema, ModelDocument document, YamlNode root) {
        Schema with = schema;
        for (String name : document.schemas()) {
            if (isFirst(
                            "schema",
                            name,
                            root,
                            "schemas",
                            String.valueOf(document.schemas().indexOf(name)))
                    && !name.equals(schema.setting().home())) {
                with = with.withSchema(name);
            }
        }
        for (var extension : document.extensions().entrySet()) {
            if (isFirst("extension", extension.getKey(), root, "extensions", extension.getKey())) {
                with = with.withExtension(extension.getKey(), extension.getValue());
            }
        }
        for (var type : document.enums().entrySet()) {
            YamlNode node = root.follow(List.of("enums", type.getKey()));
            Schema before = with;
            with = guarded(before, node, () -> {
                Name name = before.local(Name.parse(type.getKey()));
                type.getValue().hints(name).forEach(hint -> addHint(hint, node));
                return isFirst("enum", name.toString(), root, "enums", type.getKey())
                        ? before.with(name, type.getValue().type())
                        : before;
            });
        }
        for (var table : document.tables().entrySet()) {
            YamlNode node = root.follow(List.of("tables", table.getKey()));
            Schema before = with;
            guarded(before, node, () -> {
                Name name = before.local(Name.parse(table.getKey()));
                if (isFirst("table", name.toString(), root, "tables", table.getKey()) && managed.test(name)) {
                    addTable(
                            before,
                            name,
                            new WrittenTable(node, table.getValue().expand(name)));
                }
                return before;
            });
        }
        return with;
    }

    private void addTable(Schema schema, Name name, WrittenTable table) {
        if (name.equals(schema.local(migrationTable))) {
            throw new Problem("table '" + name
                    + "' is where the runs are recorded; take it out of the models, or set <migrationTable>");
        }
        tables.put(name, table);
        table.expansion().hints().forEach(hint -> addHint(hint, table.node()));
    }

    private void addHint(Hint hint, YamlNode node) {
        hints.add(hint.at(node.follow(hint.path()).place()));
    }

    private Schema guarded(Schema before, YamlNode node, java.util.function.Supplier<Schema> read) {
        try {
            return read.get();
        } catch (Problem wrong) {
            Problems.of(wrong)
                    .forEach(problem ->
                            found.add(problem.at(node.follow(problem.path()).place())));
            return before;
        }
    }

    private boolean isFirst(String kind, String name, YamlNode root, String... path) {
        Place place = root.follow(List.of(path)).place();
        Place first = firsts.putIfAbsent(kind + " " + name, place);
        if (first != null && !kind.equals("schema") && !kind.equals("extension")) {
            found.add(new Problem(place, kind + " '" + name + "' is declared at " + first + " already; keep one"));
        }
        return first == null;
    }

    /** Two rounds, so that a foreign key finds the key of a table that is declared after its own. */
    private Schema addTables(Schema schema) {
        Schema with = schema;
        for (int round = 0; round < 2; round++) {
            for (var table : tables.entrySet()) {
                with = with.with(table.getKey(), table.getValue().expansion().table());
            }
        }
        return with;
    }
}
