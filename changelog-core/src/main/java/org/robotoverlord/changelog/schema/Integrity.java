package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/** Says what about a table doesn't hold together, before a database has to. Each problem is about the keys that write it. */
final class Integrity {
    private final Schema schema;
    private final Name name;
    private final Table table;
    private final List<Problem> found = new ArrayList<>();

    private Integrity(Schema schema, Name name) {
        this.schema = schema;
        this.name = name;
        this.table = schema.table(name);
    }

    static List<Problem> problems(Schema schema, Name name) {
        Integrity integrity = new Integrity(schema, name);
        integrity.checkNames();
        integrity.checkColumns();
        integrity.checkKeys();
        for (Map.Entry<String, ForeignKey> key : integrity.table.foreignKeys().entrySet()) {
            integrity.checkForeignKey(key.getKey(), key.getValue());
        }
        integrity.table.triggers().forEach(integrity::checkTrigger);
        integrity.found.addAll(PartitionIntegrity.problems(schema, name, integrity.table));
        for (Map.Entry<String, Index> index : integrity.table.indexes().entrySet()) {
            integrity.checkIndex(index.getKey(), index.getValue());
        }
        integrity.table.excludes().forEach(integrity::checkExclude);
        return integrity.found;
    }

    /**
     * A part of the table with a name of its own.
     *
     * @param kind what a person would call it
     * @param group the key it is written under
     * @param name its name
     */
    private record Part(String kind, String group, String name) {
        boolean isConstraint() {
            return !group.equals("indexes") && !group.equals("partitions");
        }

        /** Whether its name lies in the schema, beside the tables' own: it is an index, kept by one, or a partition. */
        boolean isRelation() {
            return !group.equals("checks") && !group.equals("foreignKeys");
        }
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (table.primaryKey().isPresent()) {
            parts.add(new Part(
                    "constraint", "primaryKey", table.primaryKey().get().name()));
        }
        addParts("constraint", "unique", table.uniques().keySet(), parts);
        addParts("constraint", "checks", table.checks().keySet(), parts);
        addParts("constraint", "foreignKeys", table.foreignKeys().keySet(), parts);
        addParts("index", "indexes", table.indexes().keySet(), parts);
        addParts("constraint", "excludes", table.excludes().keySet(), parts);
        addParts("partition", "partitions", table.partitions().keySet(), parts);
        return parts;
    }

    private static void addParts(String kind, String group, Set<String> names, List<Part> into) {
        for (String name : names) {
            into.add(new Part(kind, group, name));
        }
    }

    private void checkNames() {
        if (name.schema().isPresent()) {
            schema.undeclared("table '" + name + "'", name.schema()).ifPresent(found::add);
        }
        if (schema.findEnum(name).isPresent()) {
            found.add(new Problem("'" + name
                    + "' is the name of a table and of an enum, and a table's rows are a type of its name;"
                    + " give one of them another name"));
        }
        if (schema.find(Kind.DOMAIN, name).isPresent()) {
            found.add(new Problem("'" + name
                    + "' is the name of a table and of a domain, and a table's rows are a type of its name;"
                    + " give one of them another name"));
        }
        if (schema.find(Kind.SEQUENCE, name).isPresent()) {
            found.add(new Problem(
                    "'" + name + "' is the name of a table and of a sequence; give one of them another name"));
        }
        checkName("table", name.local());
        for (String column : table.columns().keySet()) {
            checkName("column", column, "columns", column);
        }
        for (String policy : table.policies().keySet()) {
            checkName("policy", policy, "policies", policy);
        }
        Set<String> constraints = new HashSet<>();
        Set<String> relations = new HashSet<>();
        for (Part part : parts()) {
            checkName(part.kind(), part.name(), part.group(), part.name());
            boolean free = (!part.isConstraint() || constraints.add(part.name()))
                    & (!part.isRelation() || relations.add(part.name()));
            if (!free) {
                collision(part, "twice in table '" + name + "'");
            } else if (part.isRelation()) {
                checkElsewhere(part);
            }
        }
    }

    private void checkElsewhere(Part part) {
        Name full = name.sibling(part.name());
        Name owner = schema.tableOfIndex(full).orElse(name);
        if (!owner.equals(name)) {
            collision(part, "in tables '" + owner + "' and '" + name + "'");
        } else if (schema.findTable(full).isPresent()) {
            collision(part, "for a table too");
        } else if (schema.find(Kind.SEQUENCE, full).isPresent()) {
            collision(part, "for a sequence too");
        } else if (schema.find(Kind.VIEW, full).isPresent()) {
            collision(part, "for a view too");
        } else if (schema.viewOfIndex(full).isPresent()) {
            collision(part, "in view '" + schema.viewOfIndex(full).get() + "' too");
        } else if (part.group().equals("partitions") && schema.findEnum(full).isPresent()) {
            collision(part, "for an enum too");
        }
    }

    private void collision(Part part, String where) {
        found.add(new Problem(part.kind() + " name '" + part.name() + "' is used " + where
                        + "; give one of them another name")
                .about(part.group(), part.name()));
    }

    private void checkName(String kind, String text, String... path) {
        Naming.problem(kind, text).ifPresent(problem -> found.add(problem.about(path)));
    }

    private void checkColumns() {
        for (Map.Entry<String, Column> column : table.columns().entrySet()) {
            Column is = column.getValue();
            if (!is.type().isNative() && is.type().portable().isEmpty()) {
                checkType(column.getKey(), is, Name.parse(is.type().name()));
            }
            if (is.generated().isPresent() && is.generated().get().sql().mentions(column.getKey())) {
                found.add(new Problem("generated column '" + column.getKey()
                                + "' is computed from itself; name other columns")
                        .about("columns", column.getKey(), "generated"));
            }
        }
    }

    private void checkType(String column, Column is, Name userType) {
        Optional<EnumType> enumType = schema.findEnum(userType);
        if (enumType.isPresent() && !is.type().arguments().isEmpty()) {
            found.add(new Problem("enum '" + userType + "' takes no numbers in parentheses; leave them out")
                    .about("columns", column, "type"));
        } else if (enumType.isPresent()) {
            checkEnumDefault(column, is, userType, enumType.get());
        } else if (Domains.find(schema, is.type()).isPresent()) {
            Domains.misfit(schema, is.type(), is.defaultValue())
                    .ifPresent(problem -> found.add(problem.about("columns", column, "default")));
        } else if (!schema.setting()
                .builtInTypes()
                .contains(ColumnType.lower(is.type().name()))) {
            found.add(new Problem("no type '" + is.type().element() + "'"
                            + Suggestion.of(is.type().name(), typeNames())
                            + "; a type that only the database knows is written native("
                            + is.type().element() + ")")
                    .about("columns", column, "type"));
        }
    }

    private void checkEnumDefault(String column, Column is, Name type, EnumType values) {
        if (!is.type().array()
                && is.defaultValue().orElse(Value.NULL) instanceof Value.Literal literal
                && !values.values().contains(literal.text())) {
            found.add(new Problem("default '" + literal.text() + "' is no value of enum '" + type + "'"
                            + Suggestion.of(literal.text(), values.values()) + "; it has " + values.values())
                    .about("columns", column, "default"));
        }
    }

    private Set<String> typeNames() {
        return Stream.of(
                        PortableType.names().stream(),
                        schema.setting().builtInTypes().stream(),
                        schema.enums().keySet().stream().map(Name::toString),
                        schema.all(Kind.DOMAIN).keySet().stream().map(Name::toString))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private void checkKeys() {
        requireColumns(table, name, table.keyColumns(), "primaryKey", "columns");
        for (Map.Entry<String, Unique> unique : table.uniques().entrySet()) {
            requireColumns(table, name, unique.getValue().columns(), "unique", unique.getKey(), "columns");
        }
    }

    private void checkTrigger(String trigger, Trigger is) {
        checkName("trigger", trigger, "triggers", trigger);
        requireColumns(table, name, is.columns(), "triggers", trigger, "on");
        Name function = is.call().function();
        Optional<Routine<Function>> called = schema.find(Kind.FUNCTION, new Signature(function, List.of()).key());
        called.filter(routine -> !routine.body().returns().equals(ReturnType.TRIGGER))
                .ifPresent(routine -> found.add(new Problem("trigger '" + trigger + "' calls function '" + function
                                + "()', which returns " + routine.body().returns() + "; let it return trigger")
                        .about("triggers", trigger, "call")));
    }

    private void checkIndex(String index, Index is) {
        requireColumns(table, name, is.columnNames(), "indexes", index, "columns");
        requireColumns(table, name, is.include(), "indexes", index, "include");
    }

    private void checkExclude(String exclude, Exclude is) {
        requireColumns(table, name, is.columnNames(), "excludes", exclude, "elements");
    }

    private void checkForeignKey(String key, ForeignKey is) {
        requireColumns(table, name, is.columns(), "foreignKeys", key, "columns");
        if (is.external()) {
            return;
        }
        Optional<Table> target = schema.findTable(is.references());
        if (target.isEmpty()) {
            Set<String> known =
                    schema.tables().keySet().stream().map(Name::toString).collect(Collectors.toSet());
            found.add(
                    new Problem("foreign key '" + key + "' points to table '" + is.references() + "', which isn't there"
                                    + Suggestion.of(is.references().toString(), known)
                                    + "; declare it, or write external: true if this app doesn't manage it")
                            .about("foreignKeys", key, "references"));
        } else if (is.to().isEmpty()) {
            String keyOfTarget = target.get().keyColumns().isEmpty()
                    ? "which has no primary key"
                    : "whose primary key is " + target.get().keyColumns();
            found.add(new Problem("foreign key '" + key + "' over " + is.columns() + " points to '" + is.references()
                            + "', " + keyOfTarget + "; name the columns it points to in 'to'")
                    .about("foreignKeys", key, "references"));
        } else if (requireColumns(target.get(), is.references(), is.to(), "foreignKeys", key, "to")
                && !isUnique(target.get(), is.to())) {
            found.add(new Problem("foreign key '" + key + "' points to " + is.to() + " of '" + is.references()
                            + "', which are neither its primary key nor unique; make them unique, or point to the key")
                    .about("foreignKeys", key, "to"));
        }
    }

    /** Foreign keys between types that no database compares: between two changes that may be so, at the end it mayn't. */
    static List<Problem> unlikeKeys(Schema schema, Name name) {
        Integrity integrity = new Integrity(schema, name);
        integrity
                .table
                .foreignKeys()
                .forEach((key, is) -> schema.findTable(is.references())
                        .filter(target -> target.columns().keySet().containsAll(is.to()))
                        .filter(target -> is.to().size() == is.columns().size())
                        .ifPresent(target -> integrity.checkTypes(key, is, target)));
        return integrity.found;
    }

    private void checkTypes(String key, ForeignKey is, Table target) {
        for (int i = 0; i < is.columns().size(); i++) {
            Column from = table.columns().get(is.columns().get(i));
            Column to = target.columns().get(is.to().get(i));
            if (from != null
                    && TypeChange.isUnlike(Domains.base(schema, from.type()), Domains.base(schema, to.type()))) {
                found.add(new Problem("foreign key '" + key + "' leads from column '"
                                + is.columns().get(i) + "', which is "
                                + from.type() + ", to '" + is.references() + "."
                                + Name.part(is.to().get(i)) + "', which is "
                                + to.type() + "; give both the same type")
                        .about("foreignKeys", key, "columns"));
            }
        }
    }

    /** Whether rows can be told apart by the columns, in whatever order: what a foreign key needs of its target. */
    private static boolean isUnique(Table target, List<String> columns) {
        if (columns.equals(target.keyColumns())) {
            return true;
        }
        Set<String> wanted = Set.copyOf(columns);
        return wanted.equals(Set.copyOf(target.keyColumns()))
                || target.uniques().values().stream()
                        .anyMatch(unique ->
                                unique.deferrable() == Deferrable.NO && wanted.equals(Set.copyOf(unique.columns())))
                || target.indexes().values().stream()
                        .anyMatch(index -> index.unique()
                                && index.where().isEmpty()
                                && index.columns().stream()
                                        .allMatch(element -> element.column().isPresent())
                                && wanted.equals(Set.copyOf(index.columnNames())));
    }

    private boolean requireColumns(Table of, Name owner, List<String> columns, String... path) {
        boolean all = true;
        for (String column : columns) {
            if (!of.columns().containsKey(column)) {
                all = false;
                found.add(new Problem("there is no column '" + column + "' in table '" + owner + "'"
                                + Suggestion.of(column, of.columns().keySet()))
                        .about(path));
            }
        }
        return all;
    }
}
