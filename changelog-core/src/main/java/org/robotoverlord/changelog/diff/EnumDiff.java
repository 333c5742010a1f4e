package org.robotoverlord.changelog.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.AddEnumValue;
import org.robotoverlord.changelog.change.AlterDomain;
import org.robotoverlord.changelog.change.ChangeEnum;
import org.robotoverlord.changelog.change.CreateEnum;
import org.robotoverlord.changelog.change.DropEnum;
import org.robotoverlord.changelog.change.DropTrigger;
import org.robotoverlord.changelog.change.SetComment;
import org.robotoverlord.changelog.change.SetDefault;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.EnumLiterals;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Value;

/** What happens to enums but for their own names: values renamed, added, and at last removed or reordered. */
final class EnumDiff {
    private final Draft draft;
    private final Clearing clearing;
    private final Hints hints;
    private final Map<Name, Name> namesBefore;
    private final Decisions decisions;
    private final Set<Name> renamed = new LinkedHashSet<>();
    private final Map<Name, Map<String, String>> merged = new HashMap<>();

    /** @param namesBefore what each enum that was renamed was called */
    EnumDiff(Draft draft, Clearing clearing, Hints hints, Map<Name, Name> namesBefore, Decisions decisions) {
        this.draft = draft;
        this.clearing = clearing;
        this.hints = hints;
        this.namesBefore = namesBefore;
        this.decisions = decisions;
    }

    /** Renames and adds the values of enums that aren't themselves about to be renamed. */
    void grow(Moves moves) {
        for (Name name : draft.after().enums().keySet()) {
            if (draft.now().findEnum(name).isPresent() && !moves.concerns(Labelled.enumType(name))) {
                grow(name);
            }
        }
    }

    private void grow(Name name) {
        EnumType after = draft.after().enumType(name);
        if (renamed.add(name) && !after.values().equals(values(name))) {
            renameValues(name, after);
        }
        if (!isChanged(name)) {
            addValues(name, after.values());
        }
        if (!draft.now().enumType(name).comment().equals(after.comment())) {
            draft.add(SetComment.ofEnum(name, after.comment()));
        }
    }

    private List<String> values(Name name) {
        return draft.now().enumType(name).values();
    }

    private void renameValues(Name name, EnumType after) {
        Set<Name> before = names(values(name));
        Name ownerBefore = namesBefore.getOrDefault(name, name);
        Map<Name, Name> hinted = new LinkedHashMap<>(
                hints.renames(Hint.Kind.ENUM_VALUE, name, ownerBefore, before, names(after.values())));
        // A value that says it was another, though it was there beside it, takes that one's rows over.
        hinted.entrySet().removeIf(pair -> {
            boolean merges = before.contains(pair.getValue()) && !hinted.containsKey(pair.getValue());
            if (merges) {
                merged.computeIfAbsent(name, none -> new HashMap<>())
                        .put(pair.getKey().local(), pair.getValue().local());
            }
            return merges;
        });
        Moves moves = new Moves(draft);
        Map<Name, Name> renames = new RenameFinder(
                        Hint.Kind.ENUM_VALUE, name, before, names(after.values()), hinted, decisions)
                .renames();
        renames.keySet().forEach(from -> new Unfollowed(draft, clearing, name, from.local()).clear());
        renames.forEach((from, to) -> moves.add(new Labelled(Hint.Kind.ENUM_VALUE, name, from), to));
        moves.finish();
    }

    private static Set<Name> names(List<String> values) {
        return values.stream().map(Name::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The enums of which values are removed or reordered. */
    Set<Name> changed() {
        return draft.after().enums().keySet().stream()
                .filter(name -> draft.now().findEnum(name).isPresent())
                .filter(this::isChanged)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isChanged(Name name) {
        List<String> now = values(name);
        return !draft.after().enumType(name).values().stream()
                .filter(now::contains)
                .toList()
                .equals(now);
    }

    private void addValues(Name name, List<String> after) {
        Set<String> now = new HashSet<>(values(name));
        int end = after.size();
        while (end > 0 && !now.contains(after.get(end - 1))) {
            end--;
        }
        for (int i = 0; i < after.size(); i++) {
            if (now.add(after.get(i))) {
                boolean between = i < end;
                Optional<String> first =
                        between && i == 0 ? Optional.of(values(name).get(0)) : Optional.empty();
                Optional<String> previous = between && i > 0 ? Optional.of(after.get(i - 1)) : Optional.empty();
                draft.add(new AddEnumValue(name, after.get(i), first, previous));
            }
        }
    }

    /** Creates what should be there and isn't. */
    void create() {
        draft.after().enums().forEach((name, type) -> {
            if (draft.now().findEnum(name).isEmpty()) {
                draft.add(new CreateEnum(name, type));
            }
        });
    }

    /** Drops what is there and shouldn't be. */
    void drop() {
        for (Name name : List.copyOf(draft.now().enums().keySet())) {
            if (draft.after().findEnum(name).isEmpty()) {
                draft.add(new DropEnum(name));
            }
        }
    }

    /** Removes and reorders values, once no default names a removed one. */
    void change(Name name) {
        List<String> after = draft.after().enumType(name).values();
        Map<Name, List<String>> columns = Domains.columnsUnder(draft.now(), name);
        columns.forEach((table, names) -> names.forEach(column -> changeDefault(name, table, column, after)));
        Map<String, String> map = new HashMap<>(merged.getOrDefault(name, Map.of()));
        for (String gone : values(name)) {
            if (!after.contains(gone) && !map.containsKey(gone) && !columns.isEmpty()) {
                decisions
                        .instead(name, gone, after)
                        .ifPresent(instead -> map.put(gone, requireValue(name, after, instead)));
            }
        }
        values(name).stream()
                .filter(gone -> !after.contains(gone))
                .forEach(gone -> clear(name, gone, columns.keySet()));
        draft.add(new ChangeEnum(name, after, map));
    }

    /** Takes away what spells a value, and won't: it can't stand beside an enum that hasn't got it. What should be instead comes later. */
    private void clear(Name enumType, String gone, Set<Name> tables) {
        EnumLiterals literals = new EnumLiterals(draft.now(), enumType, gone);
        for (Name name : Domains.over(draft.now(), enumType)) {
            Domain domain = draft.now().get(Kind.DOMAIN, name);
            Domain left = domain.onlyChecks(check -> !literals.isIn(check.check()));
            if (!left.equals(domain)) {
                draft.add(new AlterDomain(name, left));
            }
        }
        for (Name table : tables) {
            draft.table(table).triggers().forEach((name, trigger) -> {
                boolean stays = trigger.equals(draft.wanted(table).triggers().get(name));
                if (!stays && trigger.condition().filter(literals::isIn).isPresent()) {
                    draft.add(new DropTrigger(table, name));
                }
            });
        }
    }

    private void changeDefault(Name enumType, Name table, String column, List<String> after) {
        Column now = draft.table(table).column(column);
        Optional<Value> wanted = draft.wanted(table, column)
                .filter(other -> other.type().equals(now.type()))
                .flatMap(Column::defaultValue);
        boolean stays = now.defaultValue().equals(wanted) || now.defaultValue().isEmpty();
        if (!stays || !names(now, now.defaultValue(), after)) {
            List<String> before = values(enumType);
            boolean early = names(now, wanted, after) && names(now, wanted, before);
            draft.add(new SetDefault(table, column, early ? wanted : Optional.empty()));
        }
    }

    /** Whether a default can stand beside an enum's values: it is none, or SQL, or one of them. */
    private boolean names(Column column, Optional<Value> value, List<String> values) {
        return Domains.base(draft.now(), column.type()).array()
                || !(value.orElse(Value.NULL) instanceof Value.Literal literal)
                || values.contains(literal.text());
    }

    private static String requireValue(Name name, List<String> after, String instead) {
        if (!after.contains(instead)) {
            throw new Problem("enum '" + name + "' will have no value '" + instead + "'" + Suggestion.of(instead, after)
                    + "; take one of " + after);
        }
        return instead;
    }
}
