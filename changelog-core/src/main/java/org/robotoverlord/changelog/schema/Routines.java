package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/** The functions and procedures of a {@link Schema}: found by signature, kept in step with the types and functions they name. */
public final class Routines {
    /** What a function's declaration may name beside the types of columns. */
    private static final Set<String> OF_FUNCTIONS = Set.of(
            ("trigger event_trigger void record any anyelement anyarray anynonarray anyenum anyrange anymultirange "
                            + "anycompatible anycompatiblearray anycompatiblenonarray anycompatiblerange "
                            + "anycompatiblemultirange cstring internal language_handler refcursor")
                    .split(" "));

    private Routines() {}

    /** All of them, functions first. */
    public static List<Routine<?>> all(Schema schema) {
        List<Routine<?>> all = new ArrayList<>(schema.all(Kind.FUNCTION).values());
        all.addAll(schema.all(Kind.PROCEDURE).values());
        return all;
    }

    /** A signature with its names as the schema keeps them: without the app's own schema. */
    public static Signature local(Schema schema, Signature signature) {
        return signature.named(schema.local(signature.name())).mapTypes(schema::local);
    }

    /** A type as the schema keeps it. */
    public static ColumnType local(Schema schema, ColumnType type) {
        return schema.local(type);
    }

    /** What a signature's routine is kept under. */
    public static Name key(Schema schema, Signature signature) {
        return local(schema, signature).key();
    }

    /** The routine of a kind that a signature means. */
    public static <T extends RoutineBody> Optional<Routine<T>> find(
            Schema schema, Kind<Routine<T>> kind, Signature signature) {
        return schema.find(kind, key(schema, signature));
    }

    /** The schema with a routine added, or put in another's place. */
    public static <T extends RoutineBody> Schema with(
            Schema schema, Kind<Routine<T>> kind, Signature signature, T body) {
        Routine<T> local = new Routine<>(signature.named(schema.local(signature.name())), body).mapTypes(schema::local);
        return schema.with(kind, local.signature().key(), local);
    }

    /** The schema with a routine added, or put in another's place. */
    public static <T extends RoutineBody> Schema with(Schema schema, Routine<T> routine) {
        return with(schema, kind(routine), routine.signature(), routine.body());
    }

    /** The kind that a routine is of. What is kept under a kind is of its type, so the cast holds. */
    @SuppressWarnings("unchecked")
    public static <T extends RoutineBody> Kind<Routine<T>> kind(Routine<T> routine) {
        return (Kind<Routine<T>>) (Kind<?>) (routine.body() instanceof Function ? Kind.FUNCTION : Kind.PROCEDURE);
    }

    /** The routines whose declarations name an enum, or the rows of a table. */
    public static List<Routine<?>> naming(Schema schema, Name type) {
        Name wanted = schema.local(type);
        return all(schema).stream()
                .filter(routine -> routine.types().stream().anyMatch(each -> names(each, wanted)))
                .toList();
    }

    private static boolean names(ColumnType type, Name wanted) {
        return type.userType().filter(wanted::equals).isPresent();
    }

    /** The tables whose rows a routine's declaration names. */
    public static List<Name> tables(Schema schema, Routine<?> routine) {
        return routine.types().stream()
                .flatMap(type -> type.userType().stream())
                .filter(name -> schema.findTable(name).isPresent())
                .toList();
    }

    /** The schema with a type renamed in all declarations, as a database does it. */
    static Schema renameType(Schema schema, Name from, Name to) {
        Schema after = schema;
        for (Routine<?> routine : naming(schema, from)) {
            after = replace(
                    after,
                    routine,
                    routine.mapTypes(type -> names(type, from) ? type.named(to) : type)
                            .mapSql(sql ->
                                    sql.renameType(from, to, schema.setting().home())));
        }
        return after;
    }

    /** The schema with a function renamed, and in all expressions that call it. */
    public static <T extends RoutineBody> Schema rename(Schema schema, Routine<T> routine, Name to) {
        Schema after = replace(schema, routine, routine.named(schema.local(to)));
        if (!(routine.body() instanceof Function)) {
            return after;
        }
        Name from = routine.signature().name();
        Schema renamed = Calls.rename(after, from, schema.local(to));
        return routine.signature().parameters().isEmpty()
                ? Calls.renameInTriggers(renamed, from, schema.local(to))
                : renamed;
    }

    /** The schema with a routine in the place of another of its kind. */
    @SuppressWarnings("unchecked")
    static Schema replace(Schema schema, Routine<?> before, Routine<?> after) {
        Kind<Routine<RoutineBody>> kind = (Kind<Routine<RoutineBody>>) (Kind<?>) kind(before);
        return schema.without(kind, before.signature().key())
                .with(kind, after.signature().key(), (Routine<RoutineBody>) after);
    }

    /** The schema with every expression in the declarations of routines changed. */
    static Schema mapSql(Schema schema, UnaryOperator<Expression> change) {
        Schema after = schema;
        for (Routine<?> routine : all(schema)) {
            Routine<?> changed = routine.mapSql(change);
            after = changed.equals(routine) ? after : replace(after, routine, changed);
        }
        return after;
    }

    /** Routines in an order in which each finds the functions that its parameters' defaults call. */
    public static List<Routine<?>> inOrder(Schema schema, Collection<Routine<?>> routines) {
        List<Routine<?>> open = new ArrayList<>(routines);
        List<Routine<?>> ordered = new ArrayList<>();
        while (!open.isEmpty()) {
            List<Routine<?>> free = open.stream()
                    .filter(routine -> open.stream()
                            .noneMatch(other -> other != routine
                                    && Calls.in(routine, other.signature().name(), schema)))
                    .toList();
            List<Routine<?>> next = free.isEmpty() ? List.copyOf(open) : free;
            ordered.addAll(next);
            open.removeAll(next);
        }
        return ordered;
    }

    /** What about a routine doesn't hold together: names that are too long, types that aren't there. */
    public static List<Problem> problems(Schema schema, Routine<?> routine) {
        List<Problem> found = new ArrayList<>();
        Signature signature = routine.signature();
        schema.undeclared(
                        kind(routine) + " '" + signature + "'", signature.name().schema())
                .ifPresent(found::add);
        Naming.problem(kind(routine).toString(), signature.name().local()).ifPresent(found::add);
        Stream.concat(signature.parameters().stream(), columns(routine))
                .flatMap(parameter -> parameter.name().stream())
                .forEach(name -> Naming.problem("parameter", name).ifPresent(found::add));
        signature.parameters().forEach(parameter -> requireType(schema, parameter.type(), found));
        if (routine.body() instanceof Function function) {
            List<Problem> ofReturns = new ArrayList<>();
            function.returns().types().forEach(type -> requireType(schema, type, ofReturns));
            ofReturns.forEach(problem -> found.add(problem.about("returns")));
        }
        return found;
    }

    private static Stream<Parameter> columns(Routine<?> routine) {
        return routine.body() instanceof Function function ? function.returns().columns().stream() : Stream.empty();
    }

    private static void requireType(Schema schema, ColumnType type, List<Problem> found) {
        boolean rowsOfView = type.userType()
                .filter(name -> schema.find(Kind.VIEW, name).isPresent())
                .isPresent();
        if (rowsOfView) {
            found.add(new Problem(
                    "'" + type.element() + "' is a view, and those come after functions; say its columns, as in"
                            + " table(id bigint, name text), or make the function with sql after the view"));
        } else if (!isKnown(schema, type)) {
            found.add(new Problem("no type '" + type.element() + "'"
                    + Suggestion.of(type.name(), typeNames(schema))
                    + "; a type that only the database knows is written native(" + type.element() + ")"));
        }
    }

    /** Whether the schema knows a type that a declaration names. */
    public static boolean isKnown(Schema schema, ColumnType type) {
        String lower = ColumnType.lower(type.name());
        return type.isNative()
                || type.portable().isPresent()
                || OF_FUNCTIONS.contains(lower)
                || schema.setting().builtInTypes().contains(lower)
                || isDeclared(schema, type);
    }

    /** Whether a type is spelled in one way only, by us as by any server. */
    public static boolean isPlain(Schema schema, ColumnType type) {
        return type.portable().isPresent() || OF_FUNCTIONS.contains(type.name()) || isDeclared(schema, type);
    }

    private static boolean isDeclared(Schema schema, ColumnType type) {
        return type.userType()
                .filter(name -> schema.findEnum(name).isPresent()
                        || schema.find(Kind.DOMAIN, name).isPresent()
                        || schema.findTable(name).isPresent())
                .isPresent();
    }

    private static Set<String> typeNames(Schema schema) {
        return Stream.of(
                        PortableType.names().stream(),
                        schema.setting().builtInTypes().stream(),
                        OF_FUNCTIONS.stream(),
                        names(schema.enums()),
                        names(schema.all(Kind.DOMAIN)),
                        names(schema.tables()))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(Map<Name, ?> things) {
        return things.keySet().stream().map(Name::toString);
    }
}
