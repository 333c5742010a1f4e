package org.robotoverlord.changelog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.diff.Differ;
import org.robotoverlord.changelog.diff.Difference;
import org.robotoverlord.changelog.diff.Past;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.plan.Standing;
import org.robotoverlord.changelog.plan.State;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Contents;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/** Looks at a live database: what models would say of it, and how it differs from what was applied to it. */
final class Looking {
    private final Database database;
    private final Setting setting;
    private final Predicate<Name> managed;

    /** @param managed which tables are the app's own */
    Looking(Database database, Setting setting, Predicate<Name> managed) {
        this.database = database;
        this.setting = setting;
        this.managed = managed;
    }

    /**
     * @param wanted the tables that are looked at; empty for all
     * @throws Problem if one isn't there
     */
    Inspection inspect(List<String> wanted) {
        Set<String> schemas = new LinkedHashSet<>(database.schemas());
        schemas.remove(setting.home());
        Schema around = Schema.empty(setting);
        Set<Name> chosen = wanted.stream()
                .map(name -> around.local(Name.parse(name)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Predicate<Name> include = chosen.isEmpty() ? managed : chosen::contains;
        Schema like = around;
        for (String schema : schemas) {
            like = like.withSchema(schema);
        }
        Schema live = database.live(like, include);
        for (Name name : chosen) {
            if (live.findTable(name).isEmpty()) {
                throw new Problem("the database has no table '" + name + "'"
                        + Suggestion.of(
                                name.toString(),
                                database.live(like, managed).tables().keySet().stream()
                                        .map(Name::toString)
                                        .collect(Collectors.toSet())));
            }
        }
        Schema kept = chosen.isEmpty() ? withoutEmptySchemas(live) : needed(live);
        return new Inspection(withoutUsualVersions(kept), database.leftOut(like, include));
    }

    /** A version that the server would take anyway is nobody's wish, and other servers may not have it. */
    private Schema withoutUsualVersions(Schema live) {
        Schema kept = live;
        for (String name : live.extensions().isEmpty() ? Set.<String>of() : database.usualExtensions()) {
            Extension extension = live.extensions().get(name);
            kept = extension == null
                    ? kept
                    : kept.withExtension(name, new Extension(extension.schema(), Optional.empty()));
        }
        return kept;
    }

    private static Schema withoutEmptySchemas(Schema live) {
        Schema kept = live;
        for (String schema : List.copyOf(live.schemas())) {
            kept = Contents.of(live, schema).isEmpty() ? kept.withoutSchema(schema) : kept;
        }
        return kept;
    }

    /** The tables with the enums and domains they use, and no more. */
    private static Schema needed(Schema live) {
        Set<Name> used = live.tables().values().stream()
                .flatMap(table -> table.columns().values().stream())
                .map(column -> column.type())
                .map(ColumnType::userType)
                .flatMap(Optional::stream)
                .map(live::local)
                .collect(Collectors.toSet());
        Schema kept = live;
        for (Name domain : Domains.inOrder(live)) {
            boolean below =
                    used.contains(domain) || Domains.over(live, domain).stream().anyMatch(used::contains);
            kept = below ? kept : kept.without(Kind.DOMAIN, domain);
        }
        for (Name type : List.copyOf(live.enums().keySet())) {
            boolean below = used.contains(type) || !Domains.over(kept, type).isEmpty();
            kept = below ? kept : kept.without(Kind.ENUM, type);
        }
        for (String extension : List.copyOf(live.extensions().keySet())) {
            kept = kept.withoutExtension(extension);
        }
        return withoutEmptySchemas(kept);
    }

    /** What no drift tells of, for models have no words for it, object by object. */
    List<String> uncompared(Standing standing) {
        return database.leftOut(wished(standing), managed);
    }

    /** How the database differs from what its applied changelogs make of nothing: the changes that happened to it since. */
    Difference drift(Standing standing) {
        return drift(wished(standing));
    }

    /**
     * How it differs from what the files of the applied changelogs make of nothing as they are now.
     *
     * @throws Problem where one isn't here, or was applied in part
     */
    Difference driftFromFiles(Standing standing) {
        requireNone(standing, State.UNKNOWN, State.INTERRUPTED);
        return drift(made(
                standing,
                Stream.of(State.APPLIED, State.CHANGED)
                        .flatMap(state -> standing.in(state).stream())
                        .toList()));
    }

    private Difference drift(Schema wished) {
        Schema printed = database.asPrinted(wished);
        Schema live = Adoption.withoutForeign(database.live(wished, managed), wished);
        return new Differ(Adoption.NO_DECISIONS, Past.NONE).diff(printed, live, List.of());
    }

    /** What was applied has to be known: nothing can be said of a database whose changelogs aren't here as they were. */
    private Schema wished(Standing standing) {
        requireNone(standing, State.CHANGED, State.UNKNOWN, State.INTERRUPTED);
        return made(standing, standing.in(State.APPLIED));
    }

    private Schema made(Standing standing, List<Standing.Entry> applied) {
        Schema wished = SchemaAt.after(standing.line(applied, setting), Schema.empty(setting));
        for (Name table : List.copyOf(wished.tables().keySet())) {
            wished = managed.test(table) ? wished : wished.withoutTable(table);
        }
        return wished;
    }

    private static void requireNone(Standing standing, State... states) {
        standing.requireFinished();
        List<String> unclear = new ArrayList<>();
        for (State state : states) {
            standing.in(state).forEach(entry -> unclear.add("'" + entry.id() + "' is " + state.text()));
        }
        if (!unclear.isEmpty()) {
            throw new Problem("what the database should be can't be told: changelog " + String.join(", ", unclear)
                    + ". Look at robot:history, and mend that first; see robot:repair."
                    + standing.rewritten().stream()
                            .map(anew -> "\n" + anew.told())
                            .collect(Collectors.joining()));
        }
    }
}
