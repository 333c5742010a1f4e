package org.robotoverlord.changelog.dialect.mysql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.AddPrimaryKey;
import org.robotoverlord.changelog.change.AddUnique;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.change.CreateIndex;
import org.robotoverlord.changelog.change.DropColumn;
import org.robotoverlord.changelog.change.DropIndex;
import org.robotoverlord.changelog.change.SetCollation;
import org.robotoverlord.changelog.change.SetComment;
import org.robotoverlord.changelog.change.SetDefault;
import org.robotoverlord.changelog.change.SetIdentity;
import org.robotoverlord.changelog.change.SetNullable;
import org.robotoverlord.changelog.schema.Name;

/**
 * Cuts changes into runs that one statement does: neighbours about one table of which none stands in another's way. A table is copied
 * once then, however many of its columns change.
 */
final class MysqlRuns {
    private MysqlRuns() {}

    /**
     * What a change is about, if it may be in a run.
     *
     * @param table its table
     * @param column its column; empty text where it is about keys
     * @param comes whether the column comes or goes, so that nothing else may be said of it at once
     */
    private record About(Name table, String column, boolean comes) {}

    static List<List<Change>> of(List<Change> changes) {
        List<List<Change>> runs = new ArrayList<>();
        List<Change> run = new ArrayList<>();
        Set<String> said = new HashSet<>();
        Set<String> come = new HashSet<>();
        Optional<Name> table = Optional.empty();
        for (Change change : changes) {
            Optional<About> about = about(change);
            boolean joins = about.isPresent()
                    && table.equals(about.map(About::table))
                    && !come.contains(about.get().column())
                    && !(about.get().comes() && said.contains(about.get().column()));
            if (!joins && !run.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
                said.clear();
                come.clear();
            }
            run.add(change);
            table = about.map(About::table);
            about.filter(is -> !is.column().isEmpty()).ifPresent(is -> {
                said.add(is.column());
                if (is.comes()) {
                    come.add(is.column());
                }
            });
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    private static Optional<About> about(Change change) {
        if (change instanceof AddColumn add) {
            return add.fill().isPresent() ? Optional.empty() : about(add.table(), add.columnName(), true);
        }
        if (change instanceof DropColumn drop) {
            return about(drop.table(), drop.column(), true);
        }
        if (change instanceof ChangeType retype) {
            return retype.using().isPresent() ? Optional.empty() : about(retype.table(), retype.column(), false);
        }
        if (change instanceof SetNullable set) {
            return set.nullable() ? about(set.table(), set.column(), false) : Optional.empty();
        }
        if (change instanceof SetDefault set) {
            return about(set.table(), set.column(), false);
        }
        if (change instanceof SetCollation set) {
            return about(set.table(), set.column(), false);
        }
        if (change instanceof SetIdentity set) {
            return about(set.table(), set.column(), false);
        }
        if (change instanceof SetComment comment && comment.table().isPresent()) {
            return about(comment.table().get(), comment.column().orElse(""), false);
        }
        return aboutKeys(change);
    }

    private static Optional<About> aboutKeys(Change change) {
        if (change instanceof AddPrimaryKey add) {
            return about(add.table(), "", false);
        }
        if (change instanceof AddUnique add) {
            return about(add.table(), "", false);
        }
        if (change instanceof CreateIndex create) {
            return about(create.table(), "", false);
        }
        if (change instanceof DropIndex drop) {
            return about(drop.table(), "", false);
        }
        return Optional.empty();
    }

    private static Optional<About> about(Name table, String column, boolean comes) {
        return Optional.of(new About(table, column, comes));
    }
}
