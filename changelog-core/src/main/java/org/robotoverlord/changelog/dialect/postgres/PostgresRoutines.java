package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreateFunction;
import org.robotoverlord.changelog.change.CreateProcedure;
import org.robotoverlord.changelog.change.ReplaceFunction;
import org.robotoverlord.changelog.change.ReplaceProcedure;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Parameter;
import org.robotoverlord.changelog.schema.ReturnType;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.RoutineBody;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Security;
import org.robotoverlord.changelog.schema.Signature;
import org.robotoverlord.changelog.schema.Volatility;

/** Makes functions and procedures. Their bodies are left unread until they run, so that what they name may come later. */
final class PostgresRoutines {
    private final Moment moment;
    private final Phrases write;

    PostgresRoutines(Moment moment, Phrases write) {
        this.moment = moment;
        this.write = write;
    }

    /** The routine that a signature means, made or put in another's place. */
    <B extends RoutineBody> List<Statement> create(String verb, Kind<Routine<B>> kind, Signature signature) {
        return create(verb, Routines.find(moment.after(), kind, signature).orElseThrow());
    }

    /** A routine made, or put in another's place. */
    List<Statement> create(String verb, Routine<?> routine) {
        List<Statement> statements = new ArrayList<>();
        statements.add(moment.statement("set local check_function_bodies = off"));
        statements.add(moment.statement(verb + " " + text(routine)));
        boolean more = !moment.later().isEmpty() && makesRoutine(moment.later().get(0));
        if (!more) {
            statements.add(moment.statement("reset check_function_bodies"));
        }
        return statements;
    }

    private static boolean makesRoutine(Change change) {
        return change instanceof CreateFunction
                || change instanceof ReplaceFunction
                || change instanceof CreateProcedure
                || change instanceof ReplaceProcedure;
    }

    private String text(Routine<?> routine) {
        RoutineBody body = routine.body();
        String parameters = routine.signature().parameters().stream()
                .map(this::parameter)
                .collect(Collectors.joining(", ", "(", ")"));
        String returns = body instanceof Function function ? "\n  returns " + returns(function.returns()) : "";
        String volatility = body instanceof Function function && function.volatility() != Volatility.VOLATILE
                ? "\n  " + function.volatility().name().toLowerCase(Locale.ROOT)
                : "";
        String security = body.security() == Security.DEFINER ? "\n  security definer" : "";
        return Routines.kind(routine) + " " + write.name(routine.signature().name()) + parameters + returns
                + "\n  language " + write.word(body.language()) + volatility + security + "\n  as "
                + dollarQuoted("\n" + body.body() + "\n");
    }

    private String parameter(Parameter parameter) {
        return (parameter.variadic() ? "variadic " : "")
                + parameter.name().map(name -> write.name(name) + " ").orElse("")
                + type(parameter.type())
                + parameter
                        .defaultValue()
                        .map(sql -> " default " + write.enclosed(sql))
                        .orElse("");
    }

    private String returns(ReturnType returns) {
        return returns.columns().isEmpty()
                ? (returns.set() ? "setof " : "") + type(returns.type())
                : returns.columns().stream().map(this::parameter).collect(Collectors.joining(", ", "table (", ")"));
    }

    /** A type; beside those of columns, a table's rows. */
    private String type(ColumnType type) {
        Optional<Name> table = type.userType().filter(name -> schemaOf(name).isPresent());
        return table.map(name -> write.name(name) + (type.array() ? "[]" : "")).orElseGet(() -> write.type(type));
    }

    private Optional<Schema> schemaOf(Name table) {
        return List.of(moment.after(), moment.before()).stream()
                .filter(schema -> schema.findTable(table).isPresent())
                .findFirst();
    }

    private String dollarQuoted(String text) {
        write.literal(text);
        return DollarQuotes.around(text);
    }

    /** How a routine is named where one is meant. */
    String named(Signature signature) {
        return named(signature.name(), signature);
    }

    private String named(Name name, Signature signature) {
        return write.name(name)
                + signature.parameters().stream()
                        .map(parameter -> type(parameter.type()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    List<Statement> drop(String kind, Signature signature) {
        return List.of(moment.statement("drop " + kind + " " + named(Routines.local(moment.before(), signature))));
    }

    /** What gives a routine another name, another schema, or both: in an order in which it never meets another. */
    List<Statement> rename(String kind, Signature from, Signature to) {
        Signature source = Routines.local(moment.before(), from);
        Name target = moment.before().local(to.name());
        Name renamed = source.name().sibling(target.local());
        Name moved = target.sibling(source.name().local());
        if (renamed.equals(source.name())) {
            return List.of(inSchema(kind, source, source.name(), target));
        }
        if (renamed.equals(target)) {
            return List.of(underName(kind, source, source.name(), target));
        }
        if (!isTaken(source.named(renamed))) {
            return List.of(underName(kind, source, source.name(), target), inSchema(kind, source, renamed, target));
        }
        if (!isTaken(source.named(moved))) {
            return List.of(inSchema(kind, source, source.name(), target), underName(kind, source, moved, target));
        }
        throw new Unsupported("'" + from + "' can't become '" + to + "' at once: there is a '" + renamed + "' and a '"
                + moved + "'; rename it to a name that is free in both schemas first");
    }

    private boolean isTaken(Signature signature) {
        return List.of(Kind.FUNCTION, Kind.PROCEDURE).stream()
                .anyMatch(kind -> moment.before().find(kind, signature.key()).isPresent());
    }

    private Statement underName(String kind, Signature signature, Name now, Name target) {
        return moment.statement(
                "alter " + kind + " " + named(now, signature) + " rename to " + write.name(target.local()));
    }

    private Statement inSchema(String kind, Signature signature, Name now, Name target) {
        String schema = target.schema().orElse(moment.before().setting().home());
        return moment.statement("alter " + kind + " " + named(now, signature) + " set schema " + write.name(schema));
    }
}
