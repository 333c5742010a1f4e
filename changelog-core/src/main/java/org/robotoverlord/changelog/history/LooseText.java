package org.robotoverlord.changelog.history;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.robotoverlord.changelog.change.AlterPolicy;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreateFunction;
import org.robotoverlord.changelog.change.CreatePolicy;
import org.robotoverlord.changelog.change.CreateProcedure;
import org.robotoverlord.changelog.change.CreateTrigger;
import org.robotoverlord.changelog.change.CreateView;
import org.robotoverlord.changelog.change.ReplaceFunction;
import org.robotoverlord.changelog.change.ReplaceProcedure;
import org.robotoverlord.changelog.change.ReplaceTrigger;
import org.robotoverlord.changelog.change.ReplaceView;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** Finds names in SQL that the replay doesn't read, as that of a function: they may be of what another line renames or drops. */
final class LooseText {
    private static final List<Class<? extends Change>> KINDS = List.of(
            CreateFunction.class,
            ReplaceFunction.class,
            CreateProcedure.class,
            ReplaceProcedure.class,
            CreateView.class,
            ReplaceView.class,
            CreateTrigger.class,
            ReplaceTrigger.class,
            CreatePolicy.class,
            AlterPolicy.class);

    private LooseText() {}

    /** The names of what is in the one schema and not in the other: tables, columns, and what else SQL names by one word. */
    static Set<String> gone(Schema before, Schema after) {
        Set<String> gone = new LinkedHashSet<>();
        before.tables().forEach((name, table) -> {
            Table left = after.tables().get(name);
            if (left == null) {
                gone.add(name.local());
            } else if (left != table) {
                gone.addAll(table.columns().keySet());
                gone.removeAll(left.columns().keySet());
            }
        });
        for (Kind<?> kind : List.of(Kind.VIEW, Kind.ENUM, Kind.DOMAIN, Kind.SEQUENCE)) {
            before.all(kind).keySet().stream()
                    .filter(name -> !after.all(kind).containsKey(name))
                    .map(Name::local)
                    .forEach(gone::add);
        }
        after.tables().keySet().stream().map(Name::local).forEach(gone::remove);
        return gone;
    }

    /** Those of some names that stand in the SQL of a change. */
    static Set<String> named(Change change, Set<String> names) {
        if (KINDS.stream().noneMatch(kind -> kind.isInstance(change)) || names.isEmpty()) {
            return Set.of();
        }
        Set<String> words = new TreeSet<>(Arrays.asList(change.toString().split("[^\\p{L}\\p{N}_]+")));
        words.retainAll(names);
        return words;
    }
}
