package org.robotoverlord.changelog.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Parameter;
import org.robotoverlord.changelog.schema.Procedure;
import org.robotoverlord.changelog.schema.ReturnType;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.RoutineBody;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Security;
import org.robotoverlord.changelog.schema.Volatility;

/**
 * Makes functions and procedures, whose bodies are in the server's own words. A function that triggers call is no thing of its own here:
 * see {@link MysqlTriggers}.
 */
final class MysqlRoutines {
    /** What stands before a body's first word, which the server doesn't keep. */
    private static final Pattern LEADING =
            Pattern.compile("\\A(?:\\s+|--[^\n]*|#[^\n]*|/\\*(?!!).*?\\*/)+", Pattern.DOTALL);

    private static final Pattern QUERY =
            Pattern.compile("\\A[(\\s]*(?:select|with|values)\\b", Pattern.CASE_INSENSITIVE);

    private final Moment moment;
    private final MysqlPhrases write;

    MysqlRoutines(Moment moment, MysqlPhrases write) {
        this.moment = moment;
        this.write = write;
    }

    static boolean isForTriggers(RoutineBody body) {
        return body instanceof Function function && function.returns().equals(ReturnType.TRIGGER);
    }

    List<Statement> create(Routine<?> routine) {
        requireLanguage(routine);
        if (isForTriggers(routine.body())) {
            return List.of();
        }
        requireAlone(routine);
        return List.of(outside("create " + words(routine), MysqlEvidence.routine(kind(routine), name(routine), true)));
    }

    List<Statement> drop(Routine<?> routine) {
        return isForTriggers(routine.body())
                ? List.of()
                : List.of(outside(
                        "drop " + kind(routine) + " " + write.name(name(routine)),
                        MysqlEvidence.routine(kind(routine), name(routine), false)));
    }

    /** In its own place on MariaDB; MySQL takes it away first. */
    List<Statement> replace(Routine<?> was, Routine<?> is) {
        boolean both = !isForTriggers(was.body()) && !isForTriggers(is.body());
        if (both && write.isMariadb()) {
            requireLanguage(is);
            return List.of(Statement.outside("create or replace " + words(is), moment.change()));
        }
        List<Statement> statements = new ArrayList<>(drop(was));
        statements.addAll(create(is));
        return statements;
    }

    /** There is no statement that does it. */
    List<Statement> rename(Routine<?> was, Routine<?> is) {
        List<Statement> statements = new ArrayList<>(create(is));
        statements.addAll(drop(was));
        return statements;
    }

    /** What makes those of a database in the one that it becomes. */
    List<Statement> move(String from, String to) {
        List<Statement> statements = new ArrayList<>();
        Routines.all(moment.after()).stream()
                .filter(routine -> isIn(routine, to))
                .forEach(routine -> statements.addAll(create(routine)));
        Routines.all(moment.before()).stream()
                .filter(routine -> isIn(routine, from))
                .forEach(routine -> statements.addAll(drop(routine)));
        return statements;
    }

    private boolean isIn(Routine<?> routine, String schema) {
        return name(routine).schema().filter(schema::equals).isPresent();
    }

    private Statement outside(String sql, String done) {
        return Statement.outside(sql, List.of(moment.change()), Optional.of(done));
    }

    private Name name(Routine<?> routine) {
        return moment.before().local(routine.signature().name());
    }

    private static String kind(Routine<?> routine) {
        return routine.body() instanceof Procedure ? "procedure" : "function";
    }

    private static void requireLanguage(Routine<?> routine) {
        if (!routine.body().language().equals("sql")) {
            throw new Unsupported("MySQL's routines are written in its own words, and " + kind(routine) + " '"
                    + routine.signature().brief() + "' is in " + routine.body().language()
                    + "; write language: sql and such a body, or make it with sql");
        }
    }

    private void requireAlone(Routine<?> routine) {
        boolean taken = Routines.all(moment.after()).stream()
                .anyMatch(other -> kind(other).equals(kind(routine))
                        && !isForTriggers(other.body())
                        && !other.signature().key().equals(routine.signature().key())
                        && name(other).equals(name(routine)));
        if (taken) {
            throw new Unsupported(
                    "MySQL tells no " + kind(routine) + "s apart by what they take, and there is another '"
                            + name(routine) + "'; give one of them another name");
        }
    }

    private String words(Routine<?> routine) {
        StringBuilder text = new StringBuilder(kind(routine))
                .append(' ')
                .append(write.name(name(routine)))
                .append(routine.signature().parameters().stream()
                        .map(this::parameter)
                        .collect(Collectors.joining(", ", "(", ")")));
        if (routine.body() instanceof Function function) {
            requireReturn(routine);
            if (function.returns().set()) {
                throw new Unsupported("MySQL's functions give one value, and '"
                        + routine.signature().brief() + "' gives rows; write a view, or a procedure that selects");
            }
            text.append(" returns ").append(type(function.returns().type()));
            text.append(volatility(function.volatility()));
        }
        text.append(routine.body().security() == Security.INVOKER ? " sql security invoker" : "");
        return text.append('\n').append(sent(routine.body().body())).toString();
    }

    /** A query in a function's body gives its caller nothing here. */
    private static void requireReturn(Routine<?> routine) {
        if (QUERY.matcher(sent(routine.body().body())).find()) {
            throw new Unsupported("MySQL's functions say what they give back, and the body of '"
                    + routine.signature().brief() + "' is a query; write return before it, in parentheses");
        }
    }

    private static String volatility(Volatility volatility) {
        return switch (volatility) {
            case IMMUTABLE -> " deterministic";
            case STABLE -> " reads sql data";
            case VOLATILE -> "";
        };
    }

    private String parameter(Parameter parameter) {
        if (parameter.name().isEmpty()) {
            throw new Unsupported("MySQL's parameters have names, and one that is " + parameter
                    + " has none; write it before the type, as in days " + parameter);
        }
        if (parameter.variadic() || parameter.defaultValue().isPresent()) {
            throw new Unsupported("MySQL's parameters are all given, one by one; leave 'variadic' and the default of '"
                    + parameter.name().get() + "' out");
        }
        return write.name(parameter.name().get()) + " " + type(parameter.type());
    }

    private String type(ColumnType type) {
        boolean known = type.isNative() || type.portable().isPresent() || MysqlTypes.BUILT_IN.contains(type.name());
        if (!known) {
            throw new Unsupported("MySQL's routines take and give values of the types of columns, and " + type
                    + " is none; write text, or native(…)");
        }
        return write.type(type);
    }

    /** A body without what the server doesn't keep of it, and without the semicolon at its end. */
    static String sent(String body) {
        String text = LEADING.matcher(body).replaceFirst("").stripTrailing();
        while (text.endsWith(";")) {
            text = text.substring(0, text.length() - 1).stripTrailing();
        }
        return text.isEmpty() ? body : text;
    }

    /** How a wished one would come back. */
    static Routine<?> asKept(Routine<?> routine, MysqlPhrases write) {
        Routine<?> typed = routine.mapTypes(type -> MysqlTypes.ofRoutine(write.type(type), write.isMariadb()));
        String body = sent(routine.body().body());
        if (typed.body() instanceof Function is) {
            return new Routine<>(
                    typed.signature(), new Function(is.returns(), "sql", is.volatility(), is.security(), body));
        }
        return new Routine<>(
                typed.signature(), new Procedure("sql", typed.body().security(), body));
    }
}
