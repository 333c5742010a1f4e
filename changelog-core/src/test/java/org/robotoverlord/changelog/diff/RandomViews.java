package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.CreateView;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.View;

/** Views for {@link RandomSchemas}: of tables and of each other, kept or not. */
final class RandomViews {
    private static final List<String> NAMES =
            List.of("active", "Odd view", "totals", "seen", "v", "members", "quo\"ted");
    private static final String FIRST = "one";
    private static final Pattern SOURCE =
            Pattern.compile(" from (\"(?:[^\"]|\"\")+\"(?:\\.\"(?:[^\"]|\"\")+\")?) as t where ");
    private static final Pattern COLUMN = Pattern.compile("\\bt\\.\"((?:[^\"]|\"\")+)\"");

    private final Dice dice;

    RandomViews(Dice dice) {
        this.dice = dice;
    }

    /** A schema with some of them. */
    Schema some(Schema schema) {
        Schema with = schema;
        for (int i = dice.below(5); i > 0; i--) {
            with = one(with);
        }
        return with;
    }

    /** A schema without any. */
    static Schema without(Schema schema) {
        Schema without = schema;
        for (Name view : schema.all(Kind.VIEW).keySet()) {
            without = without.without(Kind.VIEW, view);
        }
        return without;
    }

    /** A schema with those that there were before and that still can be, and one more, less or other. */
    Schema step(Schema before, Schema after) {
        Schema with = with(after, before.all(Kind.VIEW));
        List<Name> views = new ArrayList<>(with.all(Kind.VIEW).keySet());
        if (views.isEmpty() || dice.below(3) == 0) {
            return one(with);
        }
        Name view = views.get(dice.below(views.size()));
        return dice.either() ? mended(with.without(Kind.VIEW, view)) : other(with, view);
    }

    /** A schema with those views whose tables, columns and views are there. */
    static Schema with(Schema schema, Map<Name, View> views) {
        Schema with = schema;
        for (int i = 0; i < views.size(); i++) {
            for (Map.Entry<Name, View> view : views.entrySet()) {
                with = canBe(with, view.getValue()) ? attempt(with, view.getKey(), view.getValue()) : with;
            }
        }
        return with;
    }

    private Schema other(Schema schema, Name name) {
        View view = schema.get(Kind.VIEW, name);
        if (!view.materialized()) {
            return schema.with(Kind.VIEW, name, view.withComment(comment()));
        }
        return schema.with(Kind.VIEW, name, new View(view.query(), dice.either(), Map.of(), comment()));
    }

    /** Without those whose tables, views or columns aren't there. */
    private static Schema mended(Schema schema) {
        Schema mended = schema;
        for (int i = 0; i <= schema.all(Kind.VIEW).size(); i++) {
            for (Map.Entry<Name, View> view : Map.copyOf(mended.all(Kind.VIEW)).entrySet()) {
                mended = canBe(mended, view.getValue()) ? mended : mended.without(Kind.VIEW, view.getKey());
            }
        }
        return mended;
    }

    /** Whether what a view names is there; it is read out of the query as it was put in. */
    private static boolean canBe(Schema schema, View view) {
        Matcher source = SOURCE.matcher(view.query().sql());
        if (!source.find()) {
            throw new IllegalStateException(view.query().sql());
        }
        Name relation = Name.parse(source.group(1));
        List<String> columns = COLUMN.matcher(view.query().sql())
                .results()
                .map(column -> column.group(1).replace("\"\"", "\""))
                .toList();
        return columns.isEmpty()
                ? schema.find(Kind.VIEW, relation).isPresent()
                : schema.findTable(relation)
                        .filter(table -> table.columns().keySet().containsAll(columns))
                        .isPresent();
    }

    private Schema one(Schema schema) {
        List<Name> relations = new ArrayList<>(schema.tables().keySet());
        relations.addAll(schema.all(Kind.VIEW).keySet());
        if (relations.isEmpty()) {
            return schema;
        }
        Name relation = relations.get(dice.below(relations.size()));
        boolean kept = dice.below(3) == 0;
        View view = new View(Expression.of(query(relation, columns(schema, relation))), kept, Map.of(), comment());
        List<String> schemas = new ArrayList<>(schema.schemas());
        String local = NAMES.get(dice.below(NAMES.size()));
        Name name = schemas.isEmpty() || dice.either()
                ? Name.of(local)
                : Name.of(schemas.get(dice.below(schemas.size())), local);
        return attempt(schema, name, kept && dice.either() ? indexed(view, local) : view);
    }

    private View indexed(View view, String name) {
        IndexElement element = new IndexElement(
                Optional.empty(),
                Optional.of(Expression.of(FIRST + " is not null")),
                IndexElement.Order.ASC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Index index =
                new Index(List.of(element), false, Optional.empty(), "btree", List.of(), false, Map.of(), comment());
        return view.withIndexes(Map.of(name + "_" + dice.below(2), index));
    }

    private Set<String> columns(Schema schema, Name relation) {
        if (schema.findTable(relation).isEmpty()) {
            return Set.of();
        }
        List<String> all = new ArrayList<>(schema.table(relation).columns().keySet());
        return all.stream()
                .filter(column -> column.equals(all.get(0)) || dice.either())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private Optional<String> comment() {
        return dice.below(3) == 0 ? Optional.of("It's " + dice.below(3)) : Optional.empty();
    }

    private static Schema attempt(Schema schema, Name name, View view) {
        try {
            return schema.find(Kind.VIEW, name).isPresent() ? schema : new CreateView(name, view).apply(schema);
        } catch (Problem taken) {
            return schema;
        }
    }

    /** A query of some columns of a table, or of what a view shows. */
    private String query(Name relation, Set<String> columns) {
        String from = relation.schema().map(schema -> quoted(schema) + ".").orElse("") + quoted(relation.local());
        List<String> shown = new ArrayList<>();
        for (String column : columns) {
            String alias = shown.isEmpty()
                    ? FIRST
                    : quoted("shown " + column.substring(0, Math.min(9, column.length())) + shown.size());
            shown.add("t." + quoted(column) + " as " + alias);
        }
        String all = dice.either() ? "*" : FIRST;
        String where =
                columns.isEmpty() ? FIRST : "t." + quoted(columns.iterator().next());
        return "select " + (columns.isEmpty() ? all : String.join(", ", shown)) + " from " + from + " as t where "
                + where + " is not null";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
