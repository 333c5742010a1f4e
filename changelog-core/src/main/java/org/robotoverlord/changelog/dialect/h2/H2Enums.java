package org.robotoverlord.changelog.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Name;

/** Makes enums, each a domain over H2's ENUM, and makes those anew whose values change, as no domain changes its type. */
final class H2Enums {
    private final Moment moment;
    private final H2Phrases write;
    private final H2Tables tables;

    H2Enums(Moment moment, H2Phrases write, H2Tables tables) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
    }

    Statement create(Name name, EnumType type) {
        return tables.step(write.enumeration(name, type), tables.evidence().domain(name, true));
    }

    Statement drop(Name name) {
        return tables.step("drop domain " + write.name(name), tables.evidence().domain(name, false));
    }

    Statement rename(Name from, String to) {
        return tables.step(
                "alter domain " + write.name(from) + " rename to " + write.name(to),
                tables.evidence().domain(from.sibling(to), true));
    }

    /** @param map what becomes of values that go or get another name */
    List<Statement> anew(Name enumType, Map<String, String> map) {
        Name name = moment.before().local(enumType);
        Name fresh = name.sibling(DerivedName.temporary(name.local()));
        List<Statement> statements = new ArrayList<>();
        statements.add(create(fresh, moment.after().enumType(name)));
        Map<Name, List<String>> columns = moment.before().columnsOf(name);
        columns.forEach((table, names) -> {
            statements.addAll(around(table, names).before());
            names.forEach(column -> statements.add(moved(table, column, fresh, map)));
        });
        statements.add(drop(name));
        statements.add(rename(fresh, name.local()));
        columns.forEach((table, names) -> statements.addAll(around(table, names).after()));
        return statements;
    }

    private H2Around around(Name table, List<String> columns) {
        return new H2Around(moment, write, tables, table, columns);
    }

    private Statement moved(Name table, String column, Name fresh, Map<String, String> map) {
        String text = "cast(" + write.name(column) + " as varchar)";
        String using = map.isEmpty()
                ? ""
                : map.entrySet().stream()
                        .map(entry ->
                                " when " + write.literal(entry.getKey()) + " then " + write.literal(entry.getValue()))
                        .collect(Collectors.joining("", " using case " + text, " else " + text + " end"));
        return tables.step(
                "alter table " + write.name(table) + " alter column " + write.name(column) + " set data type "
                        + write.name(fresh) + using,
                tables.evidence().columnOf(table, column, fresh));
    }
}
