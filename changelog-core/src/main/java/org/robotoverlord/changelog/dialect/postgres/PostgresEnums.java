package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.AddEnumValue;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeEnum;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.change.CreateEnum;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.schema.Calls;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/** Makes enums, and changes those that are in use. */
final class PostgresEnums {
    private final Moment moment;
    private final Phrases write;
    private final TableSql tables;

    PostgresEnums(Moment moment, Phrases write, TableSql tables) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
    }

    List<Statement> create(CreateEnum change) {
        return made(change.name(), change.type());
    }

    private List<Statement> made(Name name, EnumType type) {
        List<Statement> statements = new ArrayList<>();
        statements.add(moment.statement("create type " + write.name(name) + " as enum " + list(type.values())));
        type.comment().ifPresent(text -> statements.add(tables.comment("type " + write.name(name), Optional.of(text))));
        return statements;
    }

    private String list(Collection<String> values) {
        return values.stream().map(write::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * A new value can't be used before the transaction that added it is committed. Where something after it may use it, it is
     * therefore committed by itself, so that it can be done again if the run dies there.
     */
    List<Statement> addValue(AddEnumValue change) {
        boolean usedLater = moment.later().stream().anyMatch(later -> mayUse(later, change));
        String place = change.before()
                .map(value -> " before " + write.literal(value))
                .or(() -> change.after().map(value -> " after " + write.literal(value)))
                .orElse("");
        String sql = "alter type " + write.name(change.enumType()) + " add value " + (usedLater ? "if not exists " : "")
                + write.literal(change.value()) + place;
        return List.of(usedLater ? moment.outside(sql) : moment.statement(sql));
    }

    /** A value that is used is spelled, or a text of some column is cast to the enum; SQL of the user's may do anything. */
    private static boolean mayUse(Change later, AddEnumValue added) {
        String enumName = added.enumType().local();
        String text = later.toString();
        return later.writesAnything()
                || text.contains(added.value())
                || text.contains("::" + enumName)
                || text.toLowerCase(Locale.ROOT).contains("as " + enumName.toLowerCase(Locale.ROOT))
                || later instanceof ChangeType retype
                        && retype.to().name().equals(added.enumType().toString());
    }

    /** The enum made anew, with the columns that are of it: the server takes no value out of one. */
    List<Statement> change(ChangeEnum change) {
        Name name = moment.before().local(change.enumType());
        Name old = name.sibling(DerivedName.shortened(name.local() + "__old"));
        PostgresRebuild rebuild = new PostgresRebuild(moment, write, tables);
        rebuild.dependents().addPolicies((table, policy) -> policy.says(sql -> spells(sql, name.local())));
        moment.before().all(Kind.VIEW).forEach((view, is) -> {
            if (is.casts(name.local()) || calls(is.query(), name)) {
                rebuild.dependents().addView(view);
            }
        });
        List<Statement> made = new ArrayList<>();
        made.add(moment.statement("alter type " + write.name(name) + " rename to " + write.name(old.local())));
        made.addAll(made(name, moment.after().enumType(name)));
        Map<Name, List<String>> columns = moment.before().columnsOf(name);
        moment.before().tables().forEach((table, is) -> {
            List<String> own = columns.getOrDefault(table, List.of());
            addDependents(rebuild.dependents(), table, own, name);
            own.stream()
                    .filter(column -> is.column(column).generated().isEmpty())
                    .forEach(column -> made.addAll(retyped(table, column, change.map())));
            made.addAll(defaultsThatSpell(table, own, name.local()));
        });
        made.add(moment.statement("drop type " + write.name(old)));
        return rebuild.around(withRoutinesAnew(name, made));
    }

    /** The statements, with what takes or gives the enum dropped before and made anew after. */
    private List<Statement> withRoutinesAnew(Name name, List<Statement> statements) {
        PostgresRoutines routines = new PostgresRoutines(moment, write);
        List<Routine<?>> ofEnum = Routines.inOrder(moment.before(), Routines.naming(moment.before(), name));
        List<Statement> all = new ArrayList<>();
        for (int i = ofEnum.size() - 1; i >= 0; i--) {
            Routine<?> routine = ofEnum.get(i);
            all.addAll(routines.drop(Routines.kind(routine).toString(), routine.signature()));
        }
        all.addAll(statements);
        ofEnum.forEach(routine -> all.addAll(routines.create("create", routine)));
        return all;
    }

    /** Whether an expression calls a function that takes or gives the enum. */
    private boolean calls(Expression sql, Name enumType) {
        return Routines.naming(moment.before(), enumType).stream()
                .anyMatch(routine -> Calls.in(sql, routine.signature().name(), moment.before()));
    }

    private void addDependents(PostgresDependents dependents, Name table, List<String> own, Name enumType) {
        Predicate<Expression> touched = sql -> spells(sql, enumType.local())
                || calls(sql, enumType)
                || own.stream().anyMatch(sql::mentions);
        Table is = moment.before().table(table);
        own.stream()
                .filter(column -> is.column(column).generated().isPresent())
                .forEach(column -> dependents.addGenerated(table, column));
        dependents.addGenerated(table, touched);
        dependents.addSpelled(table, touched);
        dependents.addTriggers(
                table,
                trigger -> own.stream().anyMatch(trigger::mentions)
                        || trigger.condition().filter(touched).isPresent());
        own.forEach(column -> dependents.addPolicies(table, column));
        own.forEach(column -> dependents.addViews(table, column));
        // A foreign key leads from a column of the enum to one of the enum; in between they would be of two types.
        dependents.addForeignKeys(table, key -> key.columns().stream().anyMatch(own::contains), key -> false);
    }

    private static boolean spells(Expression sql, String enumName) {
        return sql.sql().toLowerCase(Locale.ROOT).contains(enumName.toLowerCase(Locale.ROOT));
    }

    private List<Statement> retyped(Name table, String name, Map<String, String> map) {
        Column was = moment.before().table(table).column(name);
        Column is = moment.after().table(table).column(name);
        List<Statement> statements = new ArrayList<>();
        was.defaultValue().ifPresent(value -> statements.add(tables.dropDefault(table, name)));
        statements.add(tables.retype(table, name, is, Optional.of(using(name, is.type(), map))));
        is.defaultValue().ifPresent(value -> statements.add(tables.setDefault(table, name, is)));
        return statements;
    }

    private String using(String column, ColumnType type, Map<String, String> map) {
        String old = write.name(column) + "::text" + (type.array() ? "[]" : "");
        String mapped = map.isEmpty() ? old : type.array() ? replaced(old, map) : cases(old, map);
        return mapped + "::" + write.type(type);
    }

    private String cases(String old, Map<String, String> map) {
        return map.entrySet().stream()
                .map(entry -> " when " + write.literal(entry.getKey()) + " then " + write.literal(entry.getValue()))
                .collect(Collectors.joining("", "(case " + old, " else " + old + " end)"));
    }

    private String replaced(String old, Map<String, String> map) {
        String text = old;
        for (Map.Entry<String, String> entry : map.entrySet()) {
            text = "array_replace(" + text + ", " + write.literal(entry.getKey()) + ", "
                    + write.literal(entry.getValue()) + ")";
        }
        return text;
    }

    /** Defaults of other columns that cast to the enum, said again so that they mean the new one. */
    private List<Statement> defaultsThatSpell(Name table, List<String> own, String enumName) {
        List<Statement> statements = new ArrayList<>();
        moment.after().table(table).columns().forEach((name, column) -> {
            boolean spelled = column.defaultValue().orElse(Value.NULL) instanceof Value.Sql value
                    && spells(value.sql(), enumName);
            if (spelled && !own.contains(name)) {
                statements.add(tables.setDefault(table, name, column));
            }
        });
        return statements;
    }
}
