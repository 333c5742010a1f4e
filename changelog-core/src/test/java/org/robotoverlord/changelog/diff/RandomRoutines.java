package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.schema.Calls;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Parameter;
import org.robotoverlord.changelog.schema.Procedure;
import org.robotoverlord.changelog.schema.ReturnType;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Security;
import org.robotoverlord.changelog.schema.Signature;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Trigger;
import org.robotoverlord.changelog.schema.TriggerCall;
import org.robotoverlord.changelog.schema.TriggerEvent;
import org.robotoverlord.changelog.schema.Value;
import org.robotoverlord.changelog.schema.Volatility;

/** Functions and procedures for {@link RandomSchemas}: of enums and rows, with defaults, and called from tables. */
final class RandomRoutines {
    private static final List<String> NAMES = List.of("touch", "Tidy", "we ird", "f");
    private static final List<String> BODIES = List.of("select 1", "select $$it's$$;\n  select 2", "select '$body$'");

    private static final ReturnType TRIGGER = ReturnType.parse("trigger");

    private final Dice dice;

    RandomRoutines(Dice dice) {
        this.dice = dice;
    }

    /** A schema with some of them. */
    Schema some(Schema schema) {
        Schema with = schema;
        for (int i = dice.below(6); i > 0; i--) {
            with = one(with);
        }
        if (dice.chance(30)) {
            with = called(with);
        }
        return triggered(with);
    }

    /** A schema with one more, or one less, or one that is another. */
    Schema step(Schema schema) {
        if (dice.below(3) == 0) {
            return triggered(schema);
        }
        List<Routine<?>> all = Routines.all(schema);
        if (all.isEmpty() || dice.below(3) == 0) {
            return one(schema);
        }
        Routine<?> routine = dice.pick(all);
        boolean called = !Calls.of(schema, routine.signature().name()).isEmpty()
                || !Calls.ofTriggers(schema, routine.signature()).isEmpty();
        return called
                ? schema
                : schema.without(Routines.kind(routine), routine.signature().key());
    }

    private Schema one(Schema schema) {
        Signature signature = new Signature(name(schema), parameters(schema));
        Security security = dice.pick(List.of(Security.values()));
        boolean procedure = dice.below(4) == 0;
        Kind<?> other = procedure ? Kind.FUNCTION : Kind.PROCEDURE;
        if (schema.find(other, Routines.key(schema, signature)).isPresent()) {
            return schema;
        }
        if (procedure) {
            return Routines.with(schema, Kind.PROCEDURE, signature, new Procedure("sql", security, dice.pick(BODIES)));
        }
        ReturnType returns = returns(schema);
        // No function in SQL can return trigger.
        String language = returns.equals(TRIGGER) ? "plpgsql" : dice.pick(List.of("sql", "plpgsql"));
        return Routines.with(
                schema,
                Kind.FUNCTION,
                signature,
                new Function(returns, language, dice.pick(List.of(Volatility.values())), security, dice.pick(BODIES)));
    }

    private Name name(Schema schema) {
        List<String> schemas = List.copyOf(schema.schemas());
        String local = dice.pick(NAMES);
        return schemas.isEmpty() || dice.chance(80) ? Name.of(local) : Name.of(dice.pick(schemas), local);
    }

    private List<Parameter> parameters(Schema schema) {
        List<Parameter> parameters = new ArrayList<>();
        boolean named = dice.either();
        for (int i = dice.below(3); i > 0; i--) {
            ColumnType type = type(schema);
            Optional<Expression> byDefault = i == 1 && type.equals(ColumnType.of("integer")) && dice.either()
                    ? Optional.of(Expression.of("1 + 1"))
                    : Optional.empty();
            parameters.add(new Parameter(named ? Optional.of("p" + i) : Optional.empty(), type, false, byDefault));
        }
        return parameters;
    }

    private ColumnType type(Schema schema) {
        List<ColumnType> types =
                new ArrayList<>(List.of(ColumnType.of("integer"), ColumnType.parse("text[]"), ColumnType.of("inet")));
        schema.enums().keySet().forEach(name -> types.add(ColumnType.of("text").named(name)));
        schema.all(Kind.DOMAIN)
                .keySet()
                .forEach(name -> types.add(ColumnType.of("text").named(name)));
        schema.tables().keySet().stream()
                .filter(name -> ColumnType.of("text").named(name).portable().isEmpty())
                .limit(1)
                .forEach(name -> types.add(ColumnType.of("text").named(name)));
        return dice.pick(types);
    }

    private ReturnType returns(Schema schema) {
        return switch (dice.below(4)) {
            case 0 -> TRIGGER;
            case 1 -> ReturnType.parse("table(id bigint, \"No\" double precision)");
            case 2 -> new ReturnType(true, type(schema), List.of());
            default -> new ReturnType(false, type(schema), List.of());
        };
    }

    /** With a function that a check and a default of some table call. */
    private Schema called(Schema schema) {
        if (schema.tables().isEmpty()) {
            return schema;
        }
        String returns = dice.pick(List.of("integer", "integer", "smallint"));
        Schema with = Routines.with(
                schema,
                Kind.FUNCTION,
                Signature.parse("called(integer)"),
                new Function(ReturnType.parse(returns), "sql", Volatility.IMMUTABLE, Security.INVOKER, "select 1"));
        Name name = dice.pick(List.copyOf(schema.tables().keySet()));
        Table table = with.table(name);
        Map<String, Check> checks = new java.util.LinkedHashMap<>(table.checks());
        checks.put("calls", new Check(Expression.of("called(1) > 0")));
        return with.with(
                name,
                table.withChecks(checks)
                        .with(
                                "calling",
                                Column.of(ColumnType.of("bigint")).withDefault(Optional.of(Value.sql("called(2)")))));
    }

    /** With triggers on some tables. They do nothing, so that rows stay what they are. */
    private Schema triggered(Schema schema) {
        Schema with = schema;
        List<Name> functions = List.of(Name.of("Do nothing"), Name.of("pass"));
        for (Name name : List.copyOf(schema.tables().keySet())) {
            if (dice.chance(30)) {
                Name function = dice.pick(functions);
                with = Routines.with(
                        with,
                        Kind.FUNCTION,
                        new Signature(function, List.of()),
                        new Function(
                                TRIGGER,
                                "plpgsql",
                                Volatility.VOLATILE,
                                Security.INVOKER,
                                "begin if tg_op = 'DELETE' then return old; end if; return new; end"));
                Table table = with.table(name);
                with = with.with(name, table.with(dice.pick(List.of("first", "Second")), trigger(table, function)));
            }
        }
        return with;
    }

    private Trigger trigger(Table table, Name function) {
        List<String> columns = table.columns().entrySet().stream()
                .filter(column -> column.getValue().generated().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        String column = dice.pick(columns);
        TriggerEvent update = dice.either()
                ? new TriggerEvent.UpdateOf(List.of(column, dice.pick(columns)))
                : new TriggerEvent.Any(TriggerEvent.Kind.UPDATE);
        boolean rows = dice.either();
        Optional<Expression> condition = rows && dice.either()
                ? Optional.of(Expression.of("new.\"" + column.replace("\"", "\"\"") + "\" is not null"))
                : Optional.empty();
        List<TriggerEvent> on = condition.isPresent() || dice.either()
                ? List.of(update)
                : List.of(new TriggerEvent.Any(TriggerEvent.Kind.DELETE), update);
        return new Trigger(
                dice.pick(List.of(Trigger.When.values())),
                on,
                rows ? Trigger.Each.ROW : Trigger.Each.STATEMENT,
                condition,
                new TriggerCall(function, dice.either() ? List.of() : List.of("it's", "2")));
    }
}
