package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.AlterDomain;
import org.robotoverlord.changelog.change.CreateDomain;
import org.robotoverlord.changelog.change.DropDomain;
import org.robotoverlord.changelog.change.SetComment;
import org.robotoverlord.changelog.change.SetDefault;
import org.robotoverlord.changelog.schema.Calls;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Value;

/**
 * What happens to domains: they get their names with the enums, come before the columns and functions that are of them, change once
 * those that won't be of them aren't any more, and go when nothing is.
 */
final class DomainDiff {
    private final Draft draft;

    DomainDiff(Draft draft) {
        this.draft = draft;
    }

    private Map<Name, Domain> now() {
        return draft.now().all(Kind.DOMAIN);
    }

    private Map<Name, Domain> after() {
        return draft.after().all(Kind.DOMAIN);
    }

    /** Says which get another name. */
    void rename(Moves moves, RenameDecisions decisions) {
        Map<Name, Domain> before = now();
        new RenameFinder(Hint.Kind.DOMAIN, Name.of("any"), before.keySet(), after().keySet(), Map.of(), decisions)
                .pairEqual((from, to) -> before.get(from).equals(after().get(to)))
                .ask(
                        (from, to) -> Likeness.ofNames(from.local(), to.local())
                                && before.get(from)
                                        .type()
                                        .equals(after().get(to).type()),
                        (from, to) ->
                                before.get(from).checks().equals(after().get(to).checks()) ? 0 : 1)
                .renames()
                .forEach((from, to) -> moves.add(Labelled.domain(from), to));
    }

    /** Gives another name to types that will go and have one that a type of the other kind gets before. */
    void stepAside() {
        for (Name name : List.copyOf(now().keySet())) {
            if (draft.after().findEnum(name).isPresent()) {
                aside(Labelled.domain(name));
            }
        }
        for (Name name : List.copyOf(draft.now().enums().keySet())) {
            if (after().containsKey(name)) {
                aside(Labelled.enumType(name));
            }
        }
    }

    private void aside(Labelled type) {
        Name aside = type.name();
        do {
            aside = aside.sibling(DerivedName.temporary(aside.local()));
        } while (type.obstacle(draft.now(), aside).isPresent());
        draft.add(type.renamedTo(aside));
    }

    /** Creates what should be there and isn't, as far as the functions are that it calls; a default that an enum has yet to get comes later. */
    void create() {
        for (Name name : Domains.inOrder(draft.after())) {
            Domain domain = after().get(name);
            boolean ready = domain.type()
                    .userType()
                    .filter(below -> after().containsKey(below) && !now().containsKey(below))
                    .isEmpty();
            if (!now().containsKey(name) && ready && !callsWhatIsMissing(domain)) {
                boolean early = Domains.misfit(draft.now(), domain.type(), domain.defaultValue())
                        .isEmpty();
                draft.add(new CreateDomain(name, early ? domain : domain.withDefault(Optional.empty())));
            }
        }
    }

    private boolean callsWhatIsMissing(Domain domain) {
        return draft.after().all(Kind.FUNCTION).entrySet().stream()
                .anyMatch(function -> !draft.now().all(Kind.FUNCTION).containsKey(function.getKey())
                        && Calls.in(domain, function.getValue().signature().name(), draft.after()));
    }

    /** The domains whose columns are cast: they are made of something else, or of a type that is, or of one of the types given. */
    Set<Name> changed(Set<Name> types) {
        Set<Name> changed = new LinkedHashSet<>();
        types.forEach(type -> changed.addAll(Domains.over(draft.now(), type)));
        now().forEach((name, domain) -> {
            Domain after = after().get(name);
            if (after != null && !after.type().equals(domain.type())) {
                changed.add(name);
                changed.addAll(Domains.over(draft.now(), name));
            }
        });
        return changed;
    }

    /** The domains that take less than before. */
    Set<Name> tightened() {
        Set<Name> tightened = new LinkedHashSet<>();
        now().forEach((name, domain) -> {
            Domain after = after().get(name);
            boolean tighter = after != null
                    && (domain.nullable() && !after.nullable()
                            || !domain.checks()
                                    .values()
                                    .containsAll(after.checks().values()));
            if (tighter) {
                tightened.add(name);
            }
        });
        return tightened;
    }

    /** Takes defaults away, of domains and of columns, that are no values of what a type will be. */
    void leave(Name type) {
        for (Name name : Domains.over(draft.now(), type)) {
            Domain domain = now().get(name);
            if (isMisfit(domain.type(), domain.defaultValue())) {
                draft.add(new AlterDomain(name, domain.withDefault(Optional.empty())));
            }
        }
        if (now().containsKey(type)) {
            Domains.columnsUnder(draft.now(), type)
                    .forEach((table, columns) -> columns.forEach(name -> {
                        Column column = draft.table(table).column(name);
                        if (isMisfit(column.type(), column.defaultValue())) {
                            draft.add(new SetDefault(table, name, Optional.empty()));
                        }
                    }));
        }
    }

    /** A domain between that goes tells nothing of what its base will be. */
    private boolean isMisfit(ColumnType type, Optional<Value> value) {
        ColumnType base = Domains.base(draft.now(), type);
        return Stream.of(type, base)
                .anyMatch(each -> Domains.misfit(draft.after(), each, value).isPresent());
    }

    /** Makes each what it should be. */
    void alter() {
        for (Name name : Domains.inOrder(draft.after())) {
            Domain now = now().get(name);
            Domain after = after().get(name);
            if (now == null || now.equals(after)) {
                continue;
            }
            draft.add(
                    now.withComment(after.comment()).equals(after)
                            ? SetComment.ofDomain(name, after.comment())
                            : new AlterDomain(name, after));
        }
    }

    /** Drops what is there and shouldn't be. */
    void drop() {
        List<Name> order = new ArrayList<>(Domains.inOrder(draft.now()));
        Collections.reverse(order);
        for (Name name : order) {
            if (!after().containsKey(name)) {
                draft.add(new DropDomain(name));
            }
        }
    }
}
