package org.robotoverlord.changelog.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Calls;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.View;
import org.robotoverlord.changelog.schema.Views;

/**
 * Views that must go before a change and may come again after it. A database lets nothing be dropped that a view names. Where something
 * is renamed, the view there goes on, under its columns' old names, while its text names what isn't there any more; and one that shows
 * all columns goes on without a new one. So that a text always says what the view is, those make way too. When in doubt, a view names
 * what it may.
 */
public final class ViewObstacles {
    private ViewObstacles() {}

    /** What drops the views that the change would be refused for, each before those that it stands on. */
    public static List<DropView> to(Change change, Schema before) {
        if (!before.hasViews()) {
            return List.of();
        }
        List<Name> order = new ArrayList<>(Views.withAllOn(before, inTheWay(change, before)));
        Collections.reverse(order);
        return order.stream().map(DropView::new).toList();
    }

    private static Collection<Name> inTheWay(Change change, Schema before) {
        if (change instanceof AddColumn is) {
            return meaning(before, is.table(), is.columnName());
        }
        if (change instanceof DropColumn is) {
            return meaning(before, is.table(), is.column());
        }
        if (change instanceof RenameColumn is) {
            Set<Name> both = meaning(before, is.table(), is.from());
            both.addAll(meaning(before, is.table(), is.to()));
            return both;
        }
        if (change instanceof AddPrimaryKey is) {
            return grouping(before, is.table(), is.columns());
        }
        return change instanceof DropConstraint is
                ? before.table(is.table())
                        .primaryKey()
                        .filter(key -> key.name().equals(is.name()))
                        .map(key -> grouping(before, is.table(), key.columns()))
                        .orElseGet(TreeSet::new)
                : inTheWayOfRelations(change, before);
    }

    private static Collection<Name> inTheWayOfRelations(Change change, Schema before) {
        if (change instanceof CreateTable is) {
            return Views.on(before, is.name());
        }
        if (change instanceof DropTable is) {
            return Views.on(before, is.name());
        }
        if (change instanceof RenameTable is) {
            return onEither(before, is.from(), is.to());
        }
        if (change instanceof CreateView is) {
            return Views.on(before, is.name());
        }
        if (change instanceof DropView is) {
            return Views.on(before, is.name());
        }
        if (change instanceof RenameView is) {
            return onEither(before, is.from(), is.to());
        }
        if (change instanceof CreateSequence is) {
            return Views.on(before, is.name());
        }
        if (change instanceof DropSequence is) {
            return Views.on(before, is.name());
        }
        return change instanceof RenameSequence is
                ? onEither(before, is.from(), is.to())
                : inTheWayOfTypes(change, before);
    }

    private static Set<Name> onEither(Schema before, Name from, Name to) {
        Set<Name> views = Views.on(before, from);
        views.addAll(Views.on(before, to));
        views.remove(before.local(from));
        return views;
    }

    private static Collection<Name> inTheWayOfTypes(Change change, Schema before) {
        if (change instanceof CreateEnum is) {
            return casting(before, is.name());
        }
        if (change instanceof DropEnum is) {
            return casting(before, is.name());
        }
        if (change instanceof CreateDomain is) {
            return casting(before, is.name());
        }
        if (change instanceof DropDomain is) {
            return casting(before, is.name());
        }
        if (change instanceof RenameDomain is) {
            return those(
                    before,
                    view -> view.casts(is.from().local()) || view.casts(is.to().local()));
        }
        if (change instanceof RenameEnum is) {
            return those(
                    before,
                    view -> view.casts(is.from().local()) || view.casts(is.to().local()));
        }
        if (change instanceof RenameEnumValue is) {
            return spelling(before, Set.of(is.from(), is.to()));
        }
        if (change instanceof ChangeEnum is) {
            return spelling(before, differing(before.enumType(is.enumType()).values(), is.values()));
        }
        if (change instanceof CreateFunction is) {
            return calling(before, is.name().name());
        }
        if (change instanceof DropFunction is) {
            return calling(before, is.name().name());
        }
        if (change instanceof RenameFunction is) {
            List<Name> views = new ArrayList<>(calling(before, is.from().name()));
            views.addAll(calling(before, is.to().name()));
            return views;
        }
        return List.of();
    }

    private static Set<String> differing(Collection<String> some, Collection<String> others) {
        Set<String> differing = new TreeSet<>(some);
        differing.addAll(others);
        differing.removeIf(value -> some.contains(value) && others.contains(value));
        return differing;
    }

    private static List<Name> spelling(Schema before, Set<String> values) {
        return those(before, view -> view.query().literals().stream().anyMatch(values::contains));
    }

    private static List<Name> casting(Schema before, Name type) {
        return those(before, view -> view.casts(type.local()));
    }

    private static Set<Name> meaning(Schema before, Name table, String column) {
        Set<Name> views = Views.on(before, table);
        views.removeIf(view -> !before.get(Kind.VIEW, view).mayMean(column));
        return views;
    }

    /** A query may leave columns out of its {@code group by} that the primary key decides. */
    private static Set<Name> grouping(Schema before, Name table, List<String> key) {
        Set<Name> views = Views.on(before, table);
        views.removeIf(view -> !before.get(Kind.VIEW, view).mayGroupBy(key));
        return views;
    }

    private static List<Name> calling(Schema before, Name function) {
        return those(
                before,
                view -> Calls.in(view.query(), function, before)
                        || view.indexes().values().stream().anyMatch(index -> Calls.in(index, function, before)));
    }

    private static List<Name> those(Schema before, Predicate<View> which) {
        return before.all(Kind.VIEW).entrySet().stream()
                .filter(view -> which.test(view.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * @param done what it would be: {@code dropped}
     * @param key where the change's mapping holds the name of what the views name
     * @throws Problem if there are such views
     */
    static void requireNone(Change change, Schema before, String done, String key) {
        to(change, before).stream().findFirst().ifPresent(drop -> {
            String after = done.equals("dropped") ? "" : ", and create it again after";
            throw new Problem("view '" + drop.name() + "' stands on what would be " + done + "; drop it first" + after)
                    .about(key);
        });
    }
}
