package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.RoutineBody;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;
import org.robotoverlord.changelog.schema.View;

/**
 * Which scratch schema stands for which real one, and a schema's way there and back. A qualified name within an expression goes
 * along only if the scratch schema will hold what it names; {@code audit.f(x)}, a function that no model declares, stays the real
 * one.
 */
final class ScratchNames {
    private final Setting real;
    private final Setting scratch;
    private final Map<String, String> there = new LinkedHashMap<>();
    private final Map<String, String> back = new HashMap<>();

    /**
     * @param wished the schema whose names need a stand-in
     * @param home what stands for its home
     * @param prefix what no schema's name begins with
     */
    ScratchNames(Schema wished, String home, String prefix) {
        real = wished.setting();
        add(real.home(), home);
        for (String schema : wished.schemas()) {
            add(schema, prefix + there.size());
        }
        scratch = new Setting(home(), real.builtInTypes(), real.dialects());
    }

    private void add(String schema, String standIn) {
        if (there.putIfAbsent(schema, standIn) == null) {
            back.put(standIn, schema);
        }
    }

    /** What stands for the home schema. */
    String home() {
        return there.get(real.home());
    }

    /** What stands for a schema; itself where nothing does. */
    String standIn(String schema) {
        return there.getOrDefault(schema, schema);
    }

    /** A text of the server's, or for it, with the real names in it. */
    String legible(String text) {
        String real = text;
        // Backwards, as the name of the first begins that of the eleventh.
        List<String> standIns = new ArrayList<>(there.values());
        for (int i = standIns.size() - 1; i >= 0; i--) {
            real = real.replace(standIns.get(i), back.get(standIns.get(i)));
        }
        return real;
    }

    /** The schema as it is made in the scratch schemas. */
    Schema there(Schema wished) {
        Set<Name> made = new HashSet<>();
        wished.enums().keySet().forEach(name -> made.add(full(name)));
        wished.all(Kind.DOMAIN).keySet().forEach(name -> made.add(full(name)));
        wished.all(Kind.SEQUENCE).keySet().forEach(name -> made.add(full(name)));
        wished.all(Kind.VIEW).keySet().forEach(name -> made.add(full(name)));
        wished.tables().keySet().forEach(name -> made.add(full(name)));
        Routines.all(wished)
                .forEach(routine -> made.add(full(routine.signature().name())));
        Set<String> ofExtensions = new HashSet<>();
        wished.extensions()
                .values()
                .forEach(extension -> ofExtensions.add(extension.schema().orElse(real.home())));
        return moved(
                wished,
                scratch,
                there,
                name -> made.contains(name)
                                || ofExtensions.contains(name.schema().orElseThrow())
                        ? standIn(there, name)
                        : name);
    }

    private Name full(Name name) {
        return name.schema().isPresent() ? name : Name.of(real.home(), name.local());
    }

    /** The schema as it would be in the real ones. */
    Schema back(Schema made) {
        return moved(made, real, back, name -> standIn(back, name));
    }

    private static Name standIn(Map<String, String> schemas, Name name) {
        return name.schema()
                .map(schemas::get)
                .map(schema -> Name.of(schema, name.local()))
                .orElse(name);
    }

    private static Schema moved(
            Schema from, Setting setting, Map<String, String> schemas, UnaryOperator<Name> withinSql) {
        Schema to = Schema.empty(setting);
        for (String schema : from.schemas()) {
            to = to.withSchema(schemas.getOrDefault(schema, schema));
        }
        for (Map.Entry<String, Extension> extension : from.extensions().entrySet()) {
            to = to.withExtension(extension.getKey(), moved(extension.getValue(), setting, schemas));
        }
        for (Map.Entry<Name, EnumType> type : from.enums().entrySet()) {
            to = to.with(Kind.ENUM, standIn(schemas, type.getKey()), type.getValue());
        }
        for (Map.Entry<Name, Sequence> sequence : from.all(Kind.SEQUENCE).entrySet()) {
            to = to.with(Kind.SEQUENCE, standIn(schemas, sequence.getKey()), sequence.getValue());
        }
        UnaryOperator<Expression> sql = expression -> expression.requalify(withinSql);
        for (Map.Entry<Name, Domain> domain : from.all(Kind.DOMAIN).entrySet()) {
            Domain moved = domain.getValue().mapSql(sql);
            to = to.with(
                    Kind.DOMAIN, standIn(schemas, domain.getKey()), moved.withType(moved(moved.type(), schemas, sql)));
        }
        for (Map.Entry<Name, Table> table : from.tables().entrySet()) {
            Table moved = table.getValue().mapSql(sql).mapTriggers(trigger -> {
                Name function = trigger.call().function();
                return function.schema().isPresent() ? trigger.calling(withinSql.apply(function)) : trigger;
            });
            for (Map.Entry<String, Column> column : moved.columns().entrySet()) {
                moved = moved.with(column.getKey(), moved(column.getValue(), schemas, sql));
            }
            to = to.with(standIn(schemas, table.getKey()), moved);
        }
        for (Map.Entry<Name, View> view : from.all(Kind.VIEW).entrySet()) {
            to = to.with(
                    Kind.VIEW, standIn(schemas, view.getKey()), view.getValue().mapSql(sql));
        }
        for (Routine<?> routine : Routines.all(from)) {
            to = with(to, routine, schemas, sql);
        }
        return to;
    }

    private static <T extends RoutineBody> Schema with(
            Schema to, Routine<T> routine, Map<String, String> schemas, UnaryOperator<Expression> sql) {
        Routine<T> moved = routine.mapTypes(type -> moved(type, schemas, sql))
                .mapSql(sql)
                .named(standIn(schemas, routine.signature().name()));
        return Routines.with(to, Routines.kind(moved), moved.signature(), moved.body());
    }

    private static Extension moved(Extension extension, Setting to, Map<String, String> schemas) {
        Optional<String> schema = extension
                .schema()
                .map(name -> schemas.getOrDefault(name, name))
                .filter(name -> !name.equals(to.home()));
        return new Extension(schema, extension.version());
    }

    private static ColumnType moved(ColumnType type, Map<String, String> schemas, UnaryOperator<Expression> sql) {
        return type.isNative()
                ? new ColumnType(sql.apply(Expression.of(type.name())).sql(), type.arguments(), type.array(), true)
                : type.userType()
                        .filter(name -> name.schema().isPresent())
                        .map(name -> type.named(standIn(schemas, name)))
                        .orElse(type);
    }

    private static Column moved(Column column, Map<String, String> schemas, UnaryOperator<Expression> sql) {
        return column.withType(moved(column.type(), schemas, sql))
                .withDefault(column.defaultValue()
                        .map(value ->
                                value instanceof Value.Sql given ? new Value.Sql(sql.apply(given.sql())) : value));
    }
}
