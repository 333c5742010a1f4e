package org.robotoverlord.changelog.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Calls;
import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Procedure;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.RoutineBody;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Signature;

/** What the changes of functions and procedures have in common. */
public final class RoutineChanges {
    private RoutineChanges() {}

    /** The change that makes a routine. */
    public static Change creating(Routine<?> routine) {
        return routine.body() instanceof Function function
                ? new CreateFunction(routine.signature(), function)
                : new CreateProcedure(routine.signature(), (Procedure) routine.body());
    }

    /** The change that puts a routine in the place of the one of its signature. */
    public static Change replacing(Routine<?> routine) {
        return routine.body() instanceof Function function
                ? new ReplaceFunction(routine.signature(), function)
                : new ReplaceProcedure(routine.signature(), (Procedure) routine.body());
    }

    /** The change that drops a routine. */
    public static Change dropping(Routine<?> routine) {
        return routine.body() instanceof Function
                ? new DropFunction(routine.signature())
                : new DropProcedure(routine.signature());
    }

    /** @throws Problem if there is none of that kind, with the nearest signature */
    static <T extends RoutineBody> Routine<T> of(
            Schema before, Kind<Routine<T>> kind, Signature signature, String key) {
        return Routines.find(before, kind, signature).orElseThrow(() -> {
            Set<String> known = before.all(kind).values().stream()
                    .map(routine -> routine.signature().toString())
                    .collect(Collectors.toSet());
            return new Problem(
                            "there is no " + kind + " '" + signature + "'" + Suggestion.of(signature.toString(), known))
                    .about(key);
        });
    }

    static <T extends RoutineBody> Schema create(Schema before, Kind<Routine<T>> kind, Signature signature, T body) {
        requireNew(before, signature, "name");
        Schema after = Routines.with(before, kind, signature, body);
        List<Problem> problems = Routines.problems(after, of(after, kind, signature, "name"));
        problems.forEach(problem -> problem.about(problem.path().isEmpty() ? List.of("name") : List.of()));
        Problems.throwIfAny(problems);
        return after;
    }

    /** @throws Problem if there is a function or a procedure of that signature */
    private static void requireNew(Schema before, Signature signature, String key) {
        Name name = Routines.key(before, signature);
        for (Kind<?> kind : List.of(Kind.FUNCTION, Kind.PROCEDURE)) {
            if (before.find(kind, name).isPresent()) {
                throw new Problem("there is a " + kind + " '" + signature
                                + "' already; take another name, or replace that one")
                        .about(key);
            }
        }
    }

    static <T extends RoutineBody> Schema replace(Schema before, Kind<Routine<T>> kind, Signature signature, T body) {
        Routine<T> was = of(before, kind, signature, "name");
        Schema after = Routines.with(before, kind, signature, body);
        Routine<T> is = of(after, kind, signature, "name");
        if (!was.signature().equals(is.signature())) {
            throw new Problem(kind + " '" + was.signature() + "' can't become '" + signature
                            + "' in place: names and defaults of parameters stay; drop it and create it anew")
                    .about("name");
        }
        if (!was.isReplaceableBy(is)) {
            throw new Problem(kind + " '" + was.signature()
                            + "' can't give something else in place; drop it and create it anew")
                    .about("returns");
        }
        return after;
    }

    static <T extends RoutineBody> Schema drop(Schema before, Kind<Routine<T>> kind, Signature signature) {
        Routine<T> routine = of(before, kind, signature, "name");
        Schema after = before.without(kind, routine.signature().key());
        if (routine.body() instanceof Function) {
            requireUncalled(after, routine.signature());
        }
        return after;
    }

    /** @throws Problem if an expression calls a function that isn't there any more, nor another of its name */
    private static void requireUncalled(Schema after, Signature gone) {
        caller(after, gone).ifPresent(calling -> {
            throw new Problem("function '" + gone + "' can't be dropped: " + calling
                            + " calls it; change or drop that first")
                    .about("name");
        });
    }

    /** The first that calls a function which isn't there, nor another of its name. */
    private static Optional<String> caller(Schema without, Signature gone) {
        Stream<String> expressions =
                isOverloaded(without, gone.name()) ? Stream.empty() : Calls.of(without, gone.name()).stream();
        return Stream.concat(Calls.ofTriggers(without, gone).stream(), expressions)
                .findFirst();
    }

    /** @throws Irreversible if something called a function before it was made, so that it can't be dropped as it was made */
    static void requireWayBack(Schema before, CreateFunction change) {
        Signature made =
                of(change.apply(before), Kind.FUNCTION, change.name(), "name").signature();
        caller(before, made).ifPresent(calling -> {
            throw new Irreversible("function '" + made + "' has no way back: " + calling
                    + " called it before it was made; make it before that, or take that back first");
        });
    }

    private static boolean isOverloaded(Schema schema, Name name) {
        return schema.all(Kind.FUNCTION).values().stream()
                .anyMatch(routine -> routine.signature().name().equals(name));
    }

    static <T extends RoutineBody> Schema rename(Schema before, Kind<Routine<T>> kind, Signature from, Signature to) {
        Routine<T> routine = of(before, kind, from, "from");
        Name wanted = routine.signature().named(before.local(to.name())).key();
        if (!wanted.equals(Routines.key(before, to))) {
            throw new Problem("'" + from + "' can't become '" + to
                            + "': a rename changes no parameter; drop it and create it anew")
                    .about("to");
        }
        requireNew(before, to, "to");
        Schema after = Routines.rename(before, routine, to.name());
        Problems.throwIfAny(Routines.problems(after, of(after, kind, to, "to")).stream()
                .map(problem -> problem.relocate(path -> List.of("to")))
                .toList());
        requireUnambiguous(before.without(kind, routine.signature().key()), routine, to);
        return after;
    }

    /** @throws Problem if an expression calls a function of the one name or the other, and there are more of it */
    private static void requireUnambiguous(Schema others, Routine<?> routine, Signature to) {
        Name old = routine.signature().name();
        Name renamed = others.local(to.name());
        boolean overloaded = isOverloaded(others, old) || isOverloaded(others, renamed);
        boolean called =
                !Calls.of(others, old).isEmpty() || !Calls.of(others, renamed).isEmpty();
        if (routine.body() instanceof Function && overloaded && called) {
            throw new Problem("function '" + routine.signature() + "' can't become '" + to
                            + "': there is another of such a name, and an expression calls one of them;"
                            + " create it anew, and drop this one")
                    .about("from");
        }
    }

    /** @throws Problem if a function or procedure takes or gives a type */
    static void requireUnnamed(Schema before, String kind, Name type) {
        Routines.naming(before, type).stream().findFirst().ifPresent(routine -> {
            throw new Problem(kind + " '" + type + "' can't be dropped: " + Routines.kind(routine) + " '"
                            + routine.signature() + "' names it; drop that first")
                    .about("name");
        });
    }
}
