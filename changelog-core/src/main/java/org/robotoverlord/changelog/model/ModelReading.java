package org.robotoverlord.changelog.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.EnumBody;
import org.robotoverlord.changelog.schema.Expansion;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Naming;
import org.robotoverlord.changelog.schema.Procedure;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.RoutineBody;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.Sequences;
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.changelog.schema.Signature;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.TableBody;
import org.robotoverlord.changelog.schema.View;
import org.robotoverlord.changelog.schema.Views;
import org.robotoverlord.changelog.yaml.YamlNode;
import org.robotoverlord.changelog.yaml.YamlReader;

/** One reading of all files of models. It goes on after what is wrong, so that everything is found at once. */
final class ModelReading {
    /** Functions and procedures share their names. */
    private static final String ROUTINE = "function or procedure";

    private static final Set<String> GROUPS =
            Set.of("schemas", "enums", "domains", "functions", "procedures", "sequences", "views", "tables");

    private final Name migrationTable;
    private final Predicate<Name> managed;

    private final List<Problem> found = new ArrayList<>();
    /** The groups of which something couldn't be read: what isn't in them may be in that. */
    private final Set<String> incomplete = new HashSet<>();

    private final List<Hint> hints = new ArrayList<>();
    private final Map<String, Place> firsts = new HashMap<>();
    private final Map<Name, YamlNode> routines = new HashMap<>();
    private final Map<Name, YamlNode> domains = new LinkedHashMap<>();
    private final Map<Name, YamlNode> sequences = new LinkedHashMap<>();
    private final Map<Name, YamlNode> views = new LinkedHashMap<>();
    private final Map<Name, WrittenTable> tables = new LinkedHashMap<>();
    private Schema schema;

    /** A table as it was written: where, and how its parts got their names. */
    private record WrittenTable(YamlNode node, Expansion expansion) {
        Problem locate(Problem problem) {
            return problem.at(node.follow(expansion.origin(problem.path())).place());
        }
    }

    ModelReading(Setting setting, Name migrationTable, Predicate<Name> managed) {
        this.schema = Schema.empty(setting);
        this.migrationTable = migrationTable;
        this.managed = managed;
    }

    ModelSource.Models of(List<ModelFile> files) {
        for (ModelFile file : files) {
            try {
                YamlReader.parse(file.path(), file.bytes()).ifPresent(this::add);
            } catch (Problem broken) {
                found.addAll(Problems.of(broken));
                incomplete.addAll(GROUPS);
            }
        }
        addTables();
        requireDeclaredSchemas();
        requireOwners();
        requireWholeViews();
        requireWholeDomains();
        requireWholeRoutines();
        for (Map.Entry<Name, WrittenTable> table : tables.entrySet()) {
            schema.problems(table.getKey()).stream()
                    .filter(problem -> !mayFollow(problem))
                    .forEach(problem -> found.add(table.getValue().locate(problem)));
            schema.unlikeKeys(table.getKey())
                    .forEach(problem -> found.add(table.getValue().locate(problem)));
        }
        Problems.throwIfAny(found);
        return new ModelSource.Models(schema, hints, this::place);
    }

    /** Where a thing is declared, or a part of a table. */
    private Optional<Place> place(String kind, Name name, List<String> part) {
        if (kind.equals(Places.TABLE)) {
            return Optional.ofNullable(tables.get(name))
                    .map(table ->
                            table.node().follow(table.expansion().origin(part)).place());
        }
        boolean routine = kind.equals(Kind.FUNCTION.toString()) || kind.equals(Kind.PROCEDURE.toString());
        return Optional.ofNullable(firsts.get((routine ? ROUTINE : kind) + " " + name));
    }

    /** Whether a problem may only follow from another: what something points to may be in what couldn't be read. */
    private boolean mayFollow(Problem problem) {
        String last = problem.path().isEmpty()
                ? ""
                : problem.path().get(problem.path().size() - 1);
        return switch (last) {
            case "" -> incomplete.contains("schemas");
            case "references", "to" -> incomplete.contains("tables");
            case "type" -> incomplete.contains("enums") || incomplete.contains("domains");
            default -> false;
        };
    }

    private void add(YamlNode root) {
        YamlReader reader = new YamlReader();
        Optional<ModelDocument> document = reader.read(root, ModelDocument.class, "a model");
        found.addAll(reader.problems());
        ModelDocument read = document.orElseGet(() -> readable(root));
        if (document.isEmpty()) {
            noteIncomplete(read, root);
        }
        addSchemas(read, root);
        read.extensions().forEach((name, extension) -> addExtension(name, extension, root));
        Map<String, YamlNode> enumNodes = nodes(root, "enums");
        Map<String, YamlNode> domainNodes = nodes(root, "domains");
        Map<String, YamlNode> sequenceNodes = nodes(root, "sequences");
        Map<String, YamlNode> viewNodes = nodes(root, "views");
        Map<String, YamlNode> tableNodes = nodes(root, "tables");
        addRoutines(Kind.FUNCTION, read.functions(), nodes(root, "functions"));
        addRoutines(Kind.PROCEDURE, read.procedures(), nodes(root, "procedures"));
        read.enums().forEach((name, type) -> addEnum(name, type, enumNodes.get(name)));
        read.domains().forEach((name, domain) -> addDomain(name, domain, domainNodes.get(name)));
        read.sequences().forEach((name, sequence) -> addSequence(name, sequence, sequenceNodes.get(name)));
        read.views().forEach((name, view) -> addView(name, view, viewNodes.get(name)));
        read.tables().forEach((name, body) -> addTable(name, body, tableNodes.get(name)));
    }

    /** The values of a mapping by their keys, looked up once for all. */
    private static Map<String, YamlNode> nodes(YamlNode root, String key) {
        Map<String, YamlNode> nodes = new HashMap<>();
        if (root.child(key).orElse(null) instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> nodes.putIfAbsent(entry.key(), entry.value()));
        }
        return nodes;
    }

    /** What can be read of a file in which something is wrong: what of it is well by itself. */
    private static ModelDocument readable(YamlNode root) {
        return new ModelDocument(
                List.of(),
                Map.of(),
                readable(root, "enums", EnumBody.class),
                readable(root, "domains", Domain.class),
                readable(root, "functions", Function.class),
                readable(root, "procedures", Procedure.class),
                readable(root, "sequences", Sequence.class),
                readable(root, "views", View.class),
                readable(root, "tables", TableBody.class));
    }

    private static <T> Map<String, T> readable(YamlNode root, String key, Class<T> type) {
        Map<String, T> read = new LinkedHashMap<>();
        if (root.child(key).orElse(null) instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries()) {
                new YamlReader().read(entry.value(), type, key).ifPresent(body -> read.put(entry.key(), body));
            }
        }
        return read;
    }

    private void noteIncomplete(ModelDocument read, YamlNode root) {
        if (!(root instanceof YamlNode.Mapping mapping)) {
            incomplete.addAll(GROUPS);
            return;
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!GROUPS.contains(entry.key()) && !entry.key().equals("extensions")) {
                // A misspelt group.
                incomplete.addAll(GROUPS);
            } else if (!(entry.value() instanceof YamlNode.Mapping)) {
                // The schemas are such a list; of it nothing is read where anything in the file is wrong.
                incomplete.add(entry.key());
            }
        }
        Map<String, Map<String, ?>> groups = Map.of(
                "enums", read.enums(),
                "domains", read.domains(),
                "functions", read.functions(),
                "procedures", read.procedures(),
                "sequences", read.sequences(),
                "views", read.views(),
                "tables", read.tables());
        groups.forEach((group, things) -> {
            if (nodes(root, group).size() > things.size()) {
                incomplete.add(group);
            }
        });
    }

    private void addSchemas(ModelDocument document, YamlNode root) {
        for (int i = 0; i < document.schemas().size(); i++) {
            String name = document.schemas().get(i);
            Place place = root.follow(List.of("schemas", String.valueOf(i))).place();
            Naming.problem("schema", name).ifPresent(problem -> found.add(problem.at(place)));
            if (!name.equals(schema.setting().home())) {
                schema = schema.withSchema(name);
            }
        }
    }

    private void addExtension(String name, Extension extension, YamlNode root) {
        YamlNode node = root.follow(List.of("extensions", name));
        Extension before = schema.extensions().get(name);
        schema = schema.withExtension(name, extension);
        if (!note("extension " + name, node) && !schema.extensions().get(name).equals(before)) {
            found.add(new Problem(
                    node.place(),
                    "extension '" + name + "' is declared at " + firsts.get("extension " + name)
                            + " already, and otherwise; keep one"));
        }
    }

    private void addEnum(String written, EnumBody body, YamlNode node) {
        guarded("enums", node, () -> {
            Name name = schema.local(Name.parse(written));
            Naming.ofType(Kind.ENUM, name).ifPresent(problem -> found.add(problem.at(node.place())));
            if (isFirst("enum", name, node)) {
                schema = schema.with(Kind.ENUM, name, body.type());
                addHints(body.hints(name), node);
            }
        });
    }

    private <T extends RoutineBody> void addRoutines(
            Kind<Routine<T>> kind, Map<String, T> bodies, Map<String, YamlNode> nodes) {
        bodies.forEach((written, body) -> guarded(kind + "s", nodes.get(written), () -> {
            Signature signature = Signature.parse(written);
            Name key = Routines.key(schema, signature);
            if (isFirst(ROUTINE, key, signature.toString(), nodes.get(written))) {
                schema = Routines.with(schema, kind, signature, body);
                routines.put(key, nodes.get(written));
            }
        }));
    }

    private void addDomain(String written, Domain domain, YamlNode node) {
        guarded("domains", node, () -> {
            Name name = schema.local(Name.parse(written));
            if (isFirst("domain", name, node)) {
                domains.put(name, node);
                schema = schema.with(Kind.DOMAIN, name, domain);
            }
        });
    }

    private void addSequence(String written, Sequence sequence, YamlNode node) {
        guarded("sequences", node, () -> {
            Name name = schema.local(Name.parse(written));
            Naming.problem("sequence", name.local()).ifPresent(problem -> found.add(problem.at(node.place())));
            if (isFirst("sequence", name, node)) {
                sequences.put(name, node);
                schema = schema.with(Kind.SEQUENCE, name, sequence);
            }
        });
    }

    private void addView(String written, View view, YamlNode node) {
        guarded("views", node, () -> {
            Name name = schema.local(Name.parse(written));
            if (isFirst("view", name, node) && managed.test(name)) {
                views.put(name, node);
                schema = schema.with(Kind.VIEW, name, view);
            }
        });
    }

    private void addTable(String written, TableBody body, YamlNode node) {
        guarded("tables", node, () -> {
            Name name = schema.local(Name.parse(written));
            if (!isFirst("table", name, node) || !managed.test(name)) {
                return;
            }
            if (name.equals(schema.local(migrationTable))) {
                throw new Problem("table '" + name
                        + "' is where the runs are recorded; take it out of the models, or set <migrationTable>");
            }
            WrittenTable table = new WrittenTable(node, body.expand(name));
            tables.put(name, table);
            addHints(table.expansion().hints(), node);
        });
    }

    private void addHints(List<Hint> said, YamlNode node) {
        said.forEach(hint -> hints.add(hint.at(node.follow(hint.path()).place())));
    }

    private void guarded(String group, YamlNode node, Runnable read) {
        try {
            read.run();
        } catch (Problem wrong) {
            incomplete.add(group);
            Problems.of(wrong)
                    .forEach(problem ->
                            found.add(problem.at(node.follow(problem.path()).place())));
        }
    }

    private boolean isFirst(String kind, Name name, YamlNode node) {
        return isFirst(kind, name, name.toString(), node);
    }

    private boolean isFirst(String kind, Name name, String shown, YamlNode node) {
        boolean first = note(kind + " " + name, node);
        if (!first) {
            found.add(new Problem(
                    node.place(),
                    kind + " '" + shown + "' is declared at " + firsts.get(kind + " " + name) + " already; keep one"));
        }
        return first;
    }

    /** Notes where something is declared first. @return whether it is here */
    private boolean note(String what, YamlNode node) {
        return firsts.putIfAbsent(what, node.place()) == null;
    }

    /** Those whose foreign keys didn't find their target's key are added again, when all tables are there. */
    private void addTables() {
        tables.forEach(
                (name, table) -> schema = schema.with(name, table.expansion().table()));
        for (Name name : tables.keySet()) {
            Table table = schema.table(name);
            boolean open = table.foreignKeys().values().stream()
                    .anyMatch(key -> key.to().isEmpty() && !key.external());
            schema = open ? schema.with(name, table) : schema;
        }
    }

    private void requireDeclaredSchemas() {
        requireDeclaredSchemas(Kind.ENUM);
        requireDeclaredSchemas(Kind.SEQUENCE);
    }

    private void requireDeclaredSchemas(Kind<?> kind) {
        schema.all(kind)
                .keySet()
                .forEach(name -> schema.undeclared(kind + " '" + name + "'", name.schema())
                        .filter(problem -> !mayFollow(problem))
                        .ifPresent(problem -> found.add(problem.at(firsts.get(kind + " " + name)))));
    }

    private void requireWholeViews() {
        views.forEach((name, node) -> Views.problems(schema, name).stream()
                .filter(problem -> !mayFollow(problem))
                .forEach(problem ->
                        found.add(problem.at(node.follow(problem.path()).place()))));
    }

    private void requireWholeDomains() {
        domains.forEach((name, node) -> Domains.problems(schema, name).stream()
                .filter(problem -> !mayFollow(problem))
                .forEach(problem ->
                        found.add(problem.at(node.follow(problem.path()).place()))));
        if (domains.keySet().stream().anyMatch(name -> Domains.isOverItself(schema, name))) {
            // What columns of it are made of can't be said.
            Problems.throwIfAny(found);
        }
    }

    private void requireOwners() {
        sequences.forEach((name, node) -> {
            Sequence sequence = schema.get(Kind.SEQUENCE, name);
            boolean known = sequence.ownedBy()
                    .filter(owner -> schema.findTable(owner.table()).isPresent())
                    .isPresent();
            if (known || !incomplete.contains("tables")) {
                Sequences.problem(schema, name, sequence)
                        .ifPresent(problem ->
                                found.add(problem.at(node.follow(problem.path()).place())));
            }
        });
    }

    /** Their declarations may name the rows of any table or view, so they say little where something is missing. */
    private void requireWholeRoutines() {
        for (Routine<?> routine : incomplete.isEmpty() ? Routines.all(schema) : List.<Routine<?>>of()) {
            YamlNode node = routines.get(routine.signature().key());
            Routines.problems(schema, routine)
                    .forEach(problem ->
                            found.add(problem.at(node.follow(problem.path()).place())));
        }
    }
}
