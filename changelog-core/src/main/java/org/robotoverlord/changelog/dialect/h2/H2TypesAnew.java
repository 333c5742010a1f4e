package org.robotoverlord.changelog.dialect.h2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;

/**
 * Makes an enum or a domain anew under its name, as no domain changes what it is made of: another is made beside it, with those over
 * it, and their columns move there. Checks come last, as names of constraints are taken until the old ones are gone.
 */
final class H2TypesAnew {
    private final Moment moment;
    private final H2Phrases write;
    private final H2Tables tables;
    private final H2Domains domains;

    H2TypesAnew(Moment moment, H2Phrases write, H2Tables tables, H2Domains domains) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
        this.domains = domains;
    }

    /**
     * @param root the enum or domain
     * @param sql what makes it under another name
     * @param using what becomes of a column's values, given its table and name; empty where the database knows
     */
    List<Statement> made(Name root, Function<Name, String> sql, BiFunction<Name, String, Optional<String>> using) {
        List<Name> all = new ArrayList<>(List.of(root));
        all.addAll(Domains.over(moment.before(), root));
        List<Statement> statements = new ArrayList<>();
        for (Name type : all) {
            String create = type.equals(root) ? sql.apply(fresh(root)) : over(type);
            statements.add(tables.step(create, tables.evidence().domain(fresh(type), true)));
        }
        Map<Name, Map<String, Name>> columns = new LinkedHashMap<>();
        all.forEach(type -> moment.before()
                .columnsOf(type)
                .forEach((table, names) ->
                        names.forEach(column -> columns.computeIfAbsent(table, none -> new LinkedHashMap<>())
                                .put(column, type))));
        columns.forEach((table, types) -> {
            statements.addAll(around(table, types).before());
            types.forEach(
                    (column, type) -> statements.add(moved(table, column, fresh(type), using.apply(table, column))));
        });
        for (int i = all.size() - 1; i >= 0; i--) {
            statements.add(domains.drop(all.get(i)));
        }
        all.forEach(type -> statements.add(domains.rename(fresh(type), type.local())));
        all.stream()
                .filter(type -> moment.after().find(Kind.DOMAIN, type).isPresent())
                .forEach(type -> statements.addAll(domains.checked(type)));
        columns.forEach((table, types) -> statements.addAll(around(table, types).after()));
        return statements;
    }

    /** What it is called while the old one has its name; a changelog may call one so itself, where two change names. */
    private Name fresh(Name type) {
        Name fresh = type;
        do {
            fresh = fresh.sibling(DerivedName.temporary(fresh.local()));
        } while (moment.before().findEnum(fresh).isPresent()
                || moment.before().find(Kind.DOMAIN, fresh).isPresent());
        return fresh;
    }

    private String over(Name type) {
        Domain domain = moment.after().get(Kind.DOMAIN, type);
        Name below = moment.after().local(domain.type().userType().orElseThrow());
        return domains.bare(fresh(type), domain, write.name(fresh(below)));
    }

    private H2Around around(Name table, Map<String, Name> types) {
        return new H2Around(moment, write, tables, table, List.copyOf(types.keySet()));
    }

    private Statement moved(Name table, String column, Name fresh, Optional<String> using) {
        Optional<String> values = using.or(() -> tables.converted(table, column));
        return tables.step(
                "alter table " + write.name(table) + " alter column " + write.name(column) + " set data type "
                        + write.name(fresh) + values.map(sql -> " using " + sql).orElse(""),
                tables.evidence().columnOf(table, column, fresh));
    }
}
