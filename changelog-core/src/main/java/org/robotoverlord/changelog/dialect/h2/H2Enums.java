package org.robotoverlord.changelog.dialect.h2;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Name;

/** Makes enums, each a domain over H2's ENUM, and makes those anew whose values change, as no domain changes its type. */
final class H2Enums {
    private final Moment moment;
    private final H2Phrases write;
    private final H2Tables tables;
    private final H2Domains domains;

    H2Enums(Moment moment, H2Phrases write, H2Tables tables, H2Domains domains) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
        this.domains = domains;
    }

    Statement create(Name name, EnumType type) {
        return tables.step(write.enumeration(name, type), tables.evidence().domain(name, true));
    }

    /** @param map what becomes of values that go or get another name */
    List<Statement> anew(Name enumType, Map<String, String> map) {
        Name name = moment.before().local(enumType);
        EnumType is = moment.after().enumType(name);
        return new H2TypesAnew(moment, write, tables, domains)
                .made(name, fresh -> write.enumeration(fresh, is), (table, column) -> mapped(column, map));
    }

    private Optional<String> mapped(String column, Map<String, String> map) {
        String text = "cast(" + write.name(column) + " as varchar)";
        return map.isEmpty()
                ? Optional.empty()
                : Optional.of(map.entrySet().stream()
                        .map(entry ->
                                " when " + write.literal(entry.getKey()) + " then " + write.literal(entry.getValue()))
                        .collect(Collectors.joining("", "case " + text, " else " + text + " end")));
    }
}
