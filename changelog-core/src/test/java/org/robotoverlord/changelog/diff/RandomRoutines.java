package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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

    private final Random random;

    RandomRoutines(Random random) {
        this.random = random;
    }

    /** A schema with some of them. */
    Schema some(Schema schema) {
        Schema with = schema;
        for (int i = random.nextInt(6); i > 0; i--) {
            with = one(with);
        }
        if (random.nextInt(100) < 30) {
            with = called(with);
        }
        return triggered(with);
    }

    /** A schema with one more, or one less, or one that is another. */
    Schema step(Schema schema) {
        if (random.nextInt(3) == 0) {
            return triggered(schema);
        }
        List<Routine<?>> all = Routines.all(schema);
        if (all.isEmpty() || random.nextInt(3) == 0) {
            return one(schema);
        }
        Routine<?> routine = pick(all);
        boolean called = !Calls.of(schema, routine.signature().name()).isEmpty()
                || !Calls.ofTriggers(schema, routine.signature()).isEmpty();
        return called
                ? schema
                : schema.without(Routines.kind(routine), routine.signature().key());
    }

    private Schema one(Schema schema) {
        Signature signature = new Signature(name(schema), parameters(schema));
        Security security = pick(List.of(Security.values()));
        boolean procedure = random.nextInt(4) == 0;
        Kind<?> other = procedure ? Kind.FUNCTION : Kind.PROCEDURE;
        if (schema.find(other, Routines.key(schema, signature)).isPresent()) {
            return schema;
        }
        if (procedure) {
            return Routines.with(schema, Kind.PROCEDURE, signature, new Procedure("sql", security, pick(BODIES)));
        }
        ReturnType returns = returns(schema);
        // No function in SQL can return trigger.
        String language = returns.equals(TRIGGER) ? "plpgsql" : pick(List.of("sql", "plpgsql"));
        return Routines.with(
                schema,
                Kind.FUNCTION,
                signature,
                new Function(returns, language, pick(List.of(Volatility.values())), security, pick(BODIES)));
    }

    private Name name(Schema schema) {
        List<String> schemas = List.copyOf(schema.schemas());
        String local = pick(NAMES);
        return schemas.isEmpty() || random.nextInt(100) < 80 ? Name.of(local) : Name.of(pick(schemas), local);
    }

    private List<Parameter> parameters(Schema schema) {
        List<Parameter> parameters = new ArrayList<>();
        boolean named = random.nextBoolean();
        for (int i = random.nextInt(3); i > 0; i--) {
            ColumnType type = type(schema);
            Optional<Expression> byDefault = i == 1 && type.equals(ColumnType.of("integer")) && random.nextBoolean()
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
        return pick(types);
    }

    private ReturnType returns(Schema schema) {
        return switch (random.nextInt(4)) {
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
        String returns = pick(List.of("integer", "integer", "smallint"));
        Schema with = Routines.with(
                schema,
                Kind.FUNCTION,
                Signature.parse("called(integer)"),
                new Function(ReturnType.parse(returns), "sql", Volatility.IMMUTABLE, Security.INVOKER, "select 1"));
        Name name = pick(List.copyOf(schema.tables().keySet()));
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
            if (random.nextInt(100) < 30) {
                Name function = pick(functions);
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
                with = with.with(name, table.with(pick(List.of("first", "Second")), trigger(table, function)));
            }
        }
        return with;
    }

    private Trigger trigger(Table table, Name function) {
        List<String> columns = table.columns().entrySet().stream()
                .filter(column -> column.getValue().generated().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        String column = pick(columns);
        TriggerEvent update = random.nextBoolean()
                ? new TriggerEvent.UpdateOf(List.of(column, pick(columns)))
                : new TriggerEvent.Any(TriggerEvent.Kind.UPDATE);
        boolean rows = random.nextBoolean();
        Optional<Expression> condition = rows && random.nextBoolean()
                ? Optional.of(Expression.of("new.\"" + column.replace("\"", "\"\"") + "\" is not null"))
                : Optional.empty();
        List<TriggerEvent> on = condition.isPresent() || random.nextBoolean()
                ? List.of(update)
                : List.of(new TriggerEvent.Any(TriggerEvent.Kind.DELETE), update);
        return new Trigger(
                pick(List.of(Trigger.When.values())),
                on,
                rows ? Trigger.Each.ROW : Trigger.Each.STATEMENT,
                condition,
                new TriggerCall(function, random.nextBoolean() ? List.of() : List.of("it's", "2")));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
