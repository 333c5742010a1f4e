package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.schema.Calls;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/**
 * Puts a type in the place of one that the server doesn't change: the old one steps aside, with the domains over it, the columns of all
 * of them become the new ones', and the old ones go.
 */
final class PostgresTypesAnew {
    private final Moment moment;
    private final Schema before;
    private final Phrases write;
    private final TableSql tables;

    PostgresTypesAnew(Moment moment, Phrases write, TableSql tables) {
        this.moment = moment;
        this.before = moment.before();
        this.write = write;
        this.tables = tables;
    }

    /**
     * @param name the type
     * @param created what makes it as it is after
     * @param using how the values of a column are made, by column and table; empty where the server's own way is it
     */
    List<Statement> made(Name name, List<Statement> created, BiFunction<String, Name, Optional<String>> using) {
        Set<Name> types = types(name);
        PostgresRebuild rebuild = new PostgresRebuild(moment, write, tables);
        rebuild.dependents().addPolicies((table, policy) -> policy.says(sql -> spells(sql, types)));
        before.all(Kind.VIEW).forEach((view, is) -> {
            boolean casts = types.stream().anyMatch(type -> is.casts(type.local()));
            if (casts || calls(is.query(), types)) {
                rebuild.dependents().addView(view);
            }
        });
        List<Statement> made = new ArrayList<>();
        PostgresDomains domains = new PostgresDomains(moment, write, tables);
        for (Name type : types) {
            made.add(moment.statement("alter " + kind(type) + " " + write.name(type) + " rename to "
                    + write.name(aside(type).local())));
        }
        for (Name type : types) {
            made.addAll(
                    type.equals(name)
                            ? created
                            : domains.create(type, moment.after().get(Kind.DOMAIN, type)));
        }
        Map<Name, List<String>> columns = columns(types);
        before.tables().forEach((table, is) -> {
            List<String> own = columns.getOrDefault(table, List.of());
            addDependents(rebuild.dependents(), table, own, types);
            own.stream()
                    .filter(column -> is.column(column).generated().isEmpty())
                    .forEach(column -> made.addAll(retyped(table, column, using.apply(column, table))));
            made.addAll(defaultsThatSpell(table, own, types));
        });
        List<Name> order = new ArrayList<>(types);
        for (int i = order.size() - 1; i >= 0; i--) {
            made.add(moment.statement("drop " + kind(order.get(i)) + " " + write.name(aside(order.get(i)))));
        }
        return rebuild.around(withRoutinesAnew(types, made));
    }

    /** The type, the domains over it, and those whose checks or defaults spell one of them. */
    private Set<Name> types(Name name) {
        Set<Name> types = new LinkedHashSet<>(List.of(name));
        types.addAll(Domains.over(before, name));
        before.all(Kind.DOMAIN).forEach((domain, is) -> {
            if (is.says(sql -> spells(sql, types)) && types.add(domain)) {
                types.addAll(Domains.over(before, domain));
            }
        });
        return types;
    }

    private Map<Name, List<String>> columns(Set<Name> types) {
        Map<Name, List<String>> columns = new java.util.LinkedHashMap<>();
        for (Name type : types) {
            before.columnsOf(type)
                    .forEach((table, names) -> columns.computeIfAbsent(table, none -> new ArrayList<>())
                            .addAll(names));
        }
        return columns;
    }

    private String kind(Name type) {
        return before.find(Kind.DOMAIN, type).isPresent() ? "domain" : "type";
    }

    private static Name aside(Name type) {
        return type.sibling(DerivedName.shortened(type.local() + "__old"));
    }

    /** The statements, with what takes or gives one of the types dropped before and made anew after. */
    private List<Statement> withRoutinesAnew(Set<Name> types, List<Statement> statements) {
        PostgresRoutines routines = new PostgresRoutines(moment, write);
        Set<Routine<?>> naming = new LinkedHashSet<>();
        types.forEach(type -> naming.addAll(Routines.naming(before, type)));
        List<Routine<?>> ofTypes = Routines.inOrder(before, naming);
        List<Statement> all = new ArrayList<>();
        for (int i = ofTypes.size() - 1; i >= 0; i--) {
            Routine<?> routine = ofTypes.get(i);
            all.addAll(routines.drop(Routines.kind(routine).toString(), routine.signature()));
        }
        all.addAll(statements);
        ofTypes.forEach(routine -> all.addAll(routines.create("create", routine)));
        return all;
    }

    /** Whether an expression calls a function that takes or gives one of the types. */
    private boolean calls(Expression sql, Set<Name> types) {
        return types.stream()
                .flatMap(type -> Routines.naming(before, type).stream())
                .anyMatch(routine -> Calls.in(sql, routine.signature().name(), before));
    }

    private void addDependents(PostgresDependents dependents, Name table, List<String> own, Set<Name> types) {
        Predicate<Expression> touched =
                sql -> spells(sql, types) || calls(sql, types) || own.stream().anyMatch(sql::mentions);
        Table is = before.table(table);
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
        // Between columns that change one after the other, a foreign key would lead to one of another type.
        dependents.addForeignKeys(
                table,
                key -> key.columns().stream().anyMatch(own::contains),
                key -> key.to().stream().anyMatch(own::contains));
    }

    private static boolean spells(Expression sql, Set<Name> types) {
        String text = sql.sql().toLowerCase(Locale.ROOT);
        return types.stream().anyMatch(type -> text.contains(type.local().toLowerCase(Locale.ROOT)));
    }

    private List<Statement> retyped(Name table, String name, Optional<String> using) {
        Column was = before.table(table).column(name);
        Column is = moment.after().table(table).column(name);
        List<Statement> statements = new ArrayList<>();
        was.defaultValue().ifPresent(value -> statements.add(tables.dropDefault(table, name)));
        statements.add(tables.retype(table, name, is, using));
        is.defaultValue().ifPresent(value -> statements.add(tables.setDefault(table, name, is)));
        return statements;
    }

    /** Defaults of other columns that cast to one of the types, said again so that they mean the new one. */
    private List<Statement> defaultsThatSpell(Name table, List<String> own, Set<Name> types) {
        List<Statement> statements = new ArrayList<>();
        moment.after().table(table).columns().forEach((name, column) -> {
            boolean spelled =
                    column.defaultValue().orElse(Value.NULL) instanceof Value.Sql value && spells(value.sql(), types);
            if (spelled && !own.contains(name)) {
                statements.add(tables.setDefault(table, name, column));
            }
        });
        return statements;
    }
}
