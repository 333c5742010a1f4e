package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.robotoverlord.changelog.problem.Problem;

/** The views of a {@link Schema}: which stand on what, and in which order they come and go. */
public final class Views {
    private Views() {}

    /** The views whose queries name a table, view or sequence, or may; sorted. */
    public static Set<Name> on(Schema schema, Name relation) {
        return new TreeSet<>(schema.viewsNaming(relation));
    }

    /** The views, and all that stand on them, in an order in which each comes after those that it stands on. */
    public static List<Name> withAllOn(Schema schema, Collection<Name> views) {
        Set<Name> ordered = new LinkedHashSet<>();
        Set<Name> seen = new LinkedHashSet<>();
        new TreeSet<>(views).forEach(view -> visit(schema, view, seen, ordered));
        List<Name> order = new ArrayList<>(ordered);
        Collections.reverse(order);
        return order;
    }

    private static void visit(Schema schema, Name view, Set<Name> seen, Set<Name> after) {
        if (seen.add(view)) {
            on(schema, view).forEach(standing -> visit(schema, standing, seen, after));
            after.add(view);
        }
    }

    /** All views, in an order in which each comes after those that it stands on. */
    public static List<Name> inOrder(Schema schema) {
        return withAllOn(schema, schema.all(Kind.VIEW).keySet());
    }

    /** The tables that a view is about, by way of others too. */
    public static Set<Name> tables(Schema schema, Name view) {
        Set<Name> named = relations(schema, view);
        named.removeIf(name -> schema.findTable(name).isEmpty());
        return named;
    }

    /** The sequences that a view is about, by way of others too. */
    public static Set<Name> sequences(Schema schema, Name view) {
        Set<Name> named = relations(schema, view);
        named.removeIf(name -> schema.find(Kind.SEQUENCE, name).isEmpty());
        return named;
    }

    private static Set<Name> relations(Schema schema, Name view) {
        Set<Name> named = new LinkedHashSet<>();
        withAllBelow(schema, view)
                .forEach(each -> schema.get(Kind.VIEW, each).relations().stream()
                        .map(schema::local)
                        .forEach(named::add));
        return named;
    }

    /** The view and all that it stands on. */
    public static Set<Name> withAllBelow(Schema schema, Name view) {
        Set<Name> found = new LinkedHashSet<>();
        addBelow(schema, schema.local(view), found);
        return found;
    }

    private static void addBelow(Schema schema, Name view, Set<Name> found) {
        if (found.add(view)) {
            below(schema, view).forEach(other -> addBelow(schema, other, found));
        }
    }

    private static List<Name> below(Schema schema, Name view) {
        return schema.get(Kind.VIEW, view).relations().stream()
                .map(schema::local)
                .filter(name ->
                        !name.equals(view) && schema.find(Kind.VIEW, name).isPresent())
                .toList();
    }

    /** What about a view doesn't hold together: names that are taken, or no names; that it stands on itself. */
    public static List<Problem> problems(Schema schema, Name view) {
        List<Problem> found = new ArrayList<>();
        schema.undeclared("view '" + view + "'", view.schema()).ifPresent(found::add);
        Naming.problem("view", view.local()).ifPresent(found::add);
        taken(schema, view, Optional.of(Kind.VIEW))
                .map(other -> new Problem(
                        "'" + view + "' is the name of a view and of " + other + "; give one of them another name"))
                .ifPresent(found::add);
        if (schema.findEnum(view).isPresent()) {
            found.add(new Problem(
                    "'" + view + "' is the name of a view and of an enum, and a view's rows are a type of its name;"
                            + " give one of them another name"));
        }
        if (schema.find(Kind.DOMAIN, view).isPresent()) {
            found.add(new Problem(
                    "'" + view + "' is the name of a view and of a domain, and a view's rows are a type of its name;"
                            + " give one of them another name"));
        }
        for (Map.Entry<String, Index> index :
                schema.get(Kind.VIEW, view).indexes().entrySet()) {
            Name name = view.sibling(index.getKey());
            Naming.problem("index", index.getKey())
                    .ifPresent(problem -> found.add(problem.about("indexes", index.getKey())));
            taken(schema, name, Optional.empty())
                    .or(() -> schema.viewOfIndex(name)
                            .filter(owner -> !owner.equals(schema.local(view)))
                            .map(owner -> "an index of view '" + owner + "'"))
                    .ifPresent(other -> found.add(new Problem("index name '" + index.getKey() + "' is that of " + other
                                    + " too; give one of them another name")
                            .about("indexes", index.getKey())));
        }
        circle(schema, schema.local(view)).ifPresent(found::add);
        return found;
    }

    /** What else has the name, beside views where they are asked for. */
    private static Optional<String> taken(Schema schema, Name name, Optional<Kind<View>> own) {
        if (schema.findTable(name).isPresent()) {
            return Optional.of("a table");
        }
        if (schema.find(Kind.SEQUENCE, name).isPresent()) {
            return Optional.of("a sequence");
        }
        if (own.isEmpty() && schema.find(Kind.VIEW, name).isPresent()) {
            return Optional.of("a view");
        }
        return schema.tableOfIndex(name)
                .map(owner -> "an index of table '" + owner + "'")
                .or(() ->
                        own.flatMap(kind -> schema.viewOfIndex(name)).map(owner -> "an index of view '" + owner + "'"));
    }

    private static Optional<Problem> circle(Schema schema, Name view) {
        return below(schema, view).stream()
                .filter(below -> withAllBelow(schema, below).contains(view))
                .findFirst()
                .map(below -> new Problem("view '" + view + "' stands on view '" + below
                                + "', and that one on this; let one of them ask the tables")
                        .about("query"));
    }
}
