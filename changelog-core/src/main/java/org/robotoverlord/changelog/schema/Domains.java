package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/** What leads from domains to what they are made of, and to what is made of them. */
public final class Domains {
    private Domains() {}

    /**
     * The type that a column's values are of once all domains are taken off; itself where it is of none. Where domains are made of each
     * other, which is told of them, it is one of those.
     */
    public static ColumnType base(Schema schema, ColumnType type) {
        Set<Domain> seen = new HashSet<>();
        ColumnType at = type;
        while (true) {
            Optional<Domain> domain = find(schema, at);
            if (domain.isEmpty() || at.array() && domain.get().type().array() || !seen.add(domain.get())) {
                return at;
            }
            ColumnType below = domain.get().type();
            at = at.array() ? new ColumnType(below.name(), below.arguments(), true, below.isNative()) : below;
        }
    }

    /** The domain that a type, or the elements of an array, are of. */
    public static Optional<Domain> find(Schema schema, ColumnType type) {
        return schema.all(Kind.DOMAIN).isEmpty()
                ? Optional.empty()
                : type.userType().flatMap(name -> schema.find(Kind.DOMAIN, name));
    }

    /** The values that a column of the type may have, where that is an enum or a domain over one; empty for an array. */
    public static Optional<List<String>> values(Schema schema, ColumnType type) {
        ColumnType base = base(schema, type);
        return base.array()
                ? Optional.empty()
                : base.userType().flatMap(schema::findEnum).map(EnumType::values);
    }

    /** The domains that a value of the type has to do with, the outermost first; none for an array. */
    public static List<Domain> layers(Schema schema, ColumnType type) {
        List<Domain> layers = new ArrayList<>();
        ColumnType at = type;
        for (Optional<Domain> domain = find(schema, at);
                domain.isPresent() && !at.array() && !layers.contains(domain.get());
                domain = find(schema, at)) {
            layers.add(domain.get());
            at = domain.get().type();
        }
        return layers;
    }

    /** Whether a column of the type takes no NULL, though it doesn't say so itself. */
    public static boolean isRequired(Schema schema, ColumnType type) {
        return layers(schema, type).stream().anyMatch(domain -> !domain.nullable());
    }

    /** Whether a column of the type gets a value where it has no default itself. */
    public static boolean fillsItself(Schema schema, ColumnType type) {
        return layers(schema, type).stream()
                .limit(1)
                .anyMatch(domain -> domain.defaultValue().isPresent());
    }

    /** The domains over an enum or domain, and over those; what is below comes before what is above. */
    public static List<Name> over(Schema schema, Name type) {
        List<Name> over = new ArrayList<>();
        addOver(schema, schema.local(type), over);
        return over;
    }

    private static void addOver(Schema schema, Name type, List<Name> over) {
        schema.all(Kind.DOMAIN).forEach((name, domain) -> {
            if (isOver(domain, type)) {
                over.remove(name);
                over.add(name);
                addOver(schema, name, over);
            }
        });
    }

    private static boolean isOver(Domain domain, Name type) {
        return domain.type().userType().filter(type::equals).isPresent();
    }

    /** All of them, what is below before what is above. */
    public static List<Name> inOrder(Schema schema) {
        List<Name> ordered = new ArrayList<>();
        schema.all(Kind.DOMAIN).keySet().forEach(name -> addBelow(schema, name, ordered));
        return ordered;
    }

    private static void addBelow(Schema schema, Name name, List<Name> ordered) {
        if (!ordered.contains(name)) {
            schema.get(Kind.DOMAIN, name)
                    .type()
                    .userType()
                    .filter(below -> schema.find(Kind.DOMAIN, below).isPresent())
                    .ifPresent(below -> addBelow(schema, below, ordered));
            ordered.add(name);
        }
    }

    /** The functions that domains call, which must be there before them. */
    public static List<Routine<?>> callees(Schema schema) {
        return schema.all(Kind.DOMAIN).isEmpty()
                ? List.of()
                : schema.all(Kind.FUNCTION).values().stream()
                        .filter(routine -> schema.all(Kind.DOMAIN).values().stream()
                                .anyMatch(domain ->
                                        Calls.in(domain, routine.signature().name(), schema)))
                        .<Routine<?>>map(routine -> routine)
                        .toList();
    }

    /** The columns of a type or of a domain over it, arrays included, as table → names. */
    public static Map<Name, List<String>> columnsUnder(Schema schema, Name type) {
        Map<Name, List<String>> columns = new LinkedHashMap<>(schema.columnsOf(type));
        for (Name domain : over(schema, type)) {
            schema.columnsOf(domain).forEach((table, names) -> columns.merge(table, names, Domains::joined));
        }
        return columns;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** The schema with a type under another name, in all domains over it. */
    static Schema renameType(Schema schema, Name from, Name to) {
        Schema after = schema;
        for (Map.Entry<Name, Domain> domain : schema.all(Kind.DOMAIN).entrySet()) {
            Domain renamed = domain.getValue().mapNames(name -> name.equals(from) ? to : name);
            after = after.with(Kind.DOMAIN, domain.getKey(), renamed);
        }
        return after;
    }

    /** What about a domain doesn't hold together: names that no database takes, a type that isn't there, a default that is no value. */
    public static List<Problem> problems(Schema schema, Name name) {
        List<Problem> found = new ArrayList<>();
        Domain domain = schema.get(Kind.DOMAIN, name);
        Naming.ofType(Kind.DOMAIN, name).ifPresent(found::add);
        schema.undeclared("domain '" + name + "'", name.schema()).ifPresent(found::add);
        if (schema.findEnum(name).isPresent()) {
            found.add(new Problem(
                    "'" + name + "' is the name of a domain and of an enum; give one of them another name"));
        }
        domain.checks()
                .keySet()
                .forEach(check ->
                        Naming.problem("check", check).ifPresent(problem -> found.add(problem.about("checks", check))));
        if (!isKnown(schema, domain.type())) {
            found.add(new Problem("no type '" + domain.type().element() + "'"
                            + Suggestion.of(domain.type().name(), typeNames(schema))
                            + "; a type that only the database knows is written native("
                            + domain.type().element() + ")")
                    .about("type"));
        } else if (isOverItself(schema, schema.local(name))) {
            found.add(new Problem("domain '" + name + "' is made of itself; give it another type").about("type"));
        } else {
            misfit(schema, domain.type(), domain.defaultValue())
                    .ifPresent(problem -> found.add(problem.about("default")));
        }
        return found;
    }

    private static boolean isKnown(Schema schema, ColumnType type) {
        return type.isNative()
                || type.portable().isPresent()
                || schema.setting().builtInTypes().contains(ColumnType.lower(type.name()))
                || type.userType()
                        .filter(name -> schema.findEnum(name).isPresent()
                                || schema.find(Kind.DOMAIN, name).isPresent())
                        .isPresent();
    }

    private static Set<String> typeNames(Schema schema) {
        return Stream.of(
                        PortableType.names().stream(),
                        schema.setting().builtInTypes().stream(),
                        schema.enums().keySet().stream().map(Name::toString),
                        schema.all(Kind.DOMAIN).keySet().stream().map(Name::toString))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    /** Whether a domain is made of itself, which none can be. */
    public static boolean isOverItself(Schema schema, Name name) {
        List<Name> seen = new ArrayList<>();
        Optional<Name> at = Optional.of(name);
        while (at.isPresent()) {
            if (seen.contains(at.get())) {
                return true;
            }
            seen.add(at.get());
            at = schema.find(Kind.DOMAIN, at.get())
                    .flatMap(domain -> domain.type().userType());
        }
        return false;
    }

    /** What is wrong with a default of a type, once all domains are taken off: that it is no value of it. */
    public static Optional<Problem> misfit(Schema schema, ColumnType type, Optional<Value> value) {
        if (!(value.orElse(Value.NULL) instanceof Value.Literal literal)) {
            return Optional.empty();
        }
        Optional<List<String>> values = values(schema, type);
        if (values.isPresent()) {
            return values.get().contains(literal.text())
                    ? Optional.empty()
                    : Optional.of(new Problem("default '" + literal.text() + "' is no value of '" + type + "'"
                            + Suggestion.of(literal.text(), values.get()) + "; it has " + values.get()));
        }
        try {
            Column.of(base(schema, type)).withDefault(value);
            return Optional.empty();
        } catch (Problem misfit) {
            return Optional.of(new Problem(misfit.text()));
        }
    }
}
