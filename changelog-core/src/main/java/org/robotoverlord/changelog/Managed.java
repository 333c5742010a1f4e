package org.robotoverlord.changelog;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** Which tables an app manages: globs over {@code table} or {@code schema.table}, to take in and to leave out. */
final class Managed implements Predicate<Name> {
    private final List<PathMatcher> include;
    private final List<PathMatcher> exclude;

    /** @throws Problem for what is no glob */
    Managed(List<String> include, List<String> exclude) {
        this.include = include.stream().map(Managed::glob).toList();
        this.exclude = exclude.stream().map(Managed::glob).toList();
    }

    private static PathMatcher glob(String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException none) {
            throw new Problem("'" + glob + "' in <include> or <exclude> is no glob (" + none.getDescription()
                    + "); write one such as tmp_* or audit.{log,entry}");
        }
    }

    @Override
    public boolean test(Name table) {
        return (include.isEmpty() || matches(include, table)) && !matches(exclude, table);
    }

    private static boolean matches(List<PathMatcher> globs, Name table) {
        Path local = Path.of(table.local().replace('/', '_').replace('\0', '_'));
        Path full = Path.of(table.toString().replace('/', '_').replace('\0', '_'));
        return globs.stream().anyMatch(glob -> glob.matches(local) || glob.matches(full));
    }

    /** The schema without the tables and views that aren't managed. */
    Schema of(Schema schema) {
        if (include.isEmpty() && exclude.isEmpty()) {
            return schema;
        }
        Schema managed = schema;
        for (Name table : List.copyOf(schema.tables().keySet())) {
            managed = test(table) ? managed : managed.withoutTable(table);
        }
        for (Name view : schema.all(Kind.VIEW).keySet()) {
            managed = test(view) ? managed : managed.without(Kind.VIEW, view);
        }
        return managed;
    }
}
