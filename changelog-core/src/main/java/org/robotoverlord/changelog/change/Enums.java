package org.robotoverlord.changelog.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.ArrayText;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Partitioning;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/** What the changes of enums have in common. */
final class Enums {
    private Enums() {}

    /** @throws Problem if an enum can't have that name: something else has it, its schema isn't there, or no type is read so */
    static void requireNew(Schema before, Name name, String key) {
        UserTypes.requireNew(Kind.ENUM, before, name, key);
    }

    /** @throws Problem if the enum has no such value */
    static void requireValue(Schema before, Name enumType, String value, String... path) {
        List<String> values = before.enumType(enumType).values();
        if (!values.contains(value)) {
            throw new Problem("enum '" + enumType + "' has no value '" + value + "'" + Suggestion.of(value, values)
                            + "; it has " + values)
                    .about(path);
        }
    }

    /** @throws Problem if a column's default is none of the values: what it was could not be told on the way back */
    static void requireNoDefault(Schema before, Name enumType, List<String> values) {
        Domains.over(before, enumType).forEach(name -> {
            Domain domain = before.get(Kind.DOMAIN, name);
            boolean gone = !Domains.base(before, domain.type()).array()
                    && domain.defaultValue().orElse(Value.NULL) instanceof Value.Literal literal
                    && !values.contains(literal.text());
            if (gone) {
                throw new Problem("domain '" + name + "' has the default "
                                + domain.defaultValue().orElseThrow().shown()
                                + ", which the change removes; write an alterDomain before")
                        .about("values");
            }
        });
        Domains.columnsUnder(before, enumType)
                .forEach((table, columns) -> columns.forEach(name -> {
                    Column column = before.table(table).column(name);
                    boolean gone = !Domains.base(before, column.type()).array()
                            && column.defaultValue().orElse(Value.NULL) instanceof Value.Literal literal
                            && !values.contains(literal.text());
                    if (gone) {
                        throw new Problem("column '" + table + "." + name + "' has the default "
                                        + column.defaultValue().orElseThrow().shown()
                                        + ", which the change removes; write a setDefault before")
                                .about("values");
                    }
                }));
    }

    /** @throws Problem if a table is partitioned by a column of the enum, which would be made anew with the enum */
    static void requireNoPartitionKey(Schema before, Name enumType) {
        Domains.columnsUnder(before, enumType)
                .forEach((table, columns) -> columns.forEach(
                        column -> Partitions.requireNoKey(before, table, column, "made anew with its enum", "enum")));
    }

    /** The schema with the defaults of the enum's columns, and the bounds over them, that name a value renamed to what it is called now. */
    static Schema mapDefaults(Schema before, Name enumType, String from, String to) {
        Schema after = before;
        for (Name name : Domains.over(before, enumType)) {
            Domain domain = before.get(Kind.DOMAIN, name);
            boolean array = Domains.base(before, domain.type()).array();
            after = after.with(
                    Kind.DOMAIN,
                    name,
                    domain.withDefault(domain.defaultValue().map(value -> mapped(value, array, from, to))));
        }
        for (Map.Entry<Name, List<String>> user :
                Domains.columnsUnder(before, enumType).entrySet()) {
            Table table = before.table(user.getKey());
            for (String name : user.getValue()) {
                Column column = table.column(name);
                boolean array = Domains.base(before, column.type()).array();
                table = table.with(
                        name, column.withDefault(column.defaultValue().map(value -> mapped(value, array, from, to))));
            }
            List<String> columns = user.getValue();
            Optional<Partitioning> partitioning = table.partitioning()
                    .map(is -> is.mapValues(columns::contains, value -> mapped(value, false, from, to)));
            after = after.with(user.getKey(), table.withPartitioning(partitioning));
        }
        return after;
    }

    private static Value mapped(Value value, boolean array, String from, String to) {
        if (!(value instanceof Value.Literal literal)) {
            return value;
        }
        String mapped = array
                ? ArrayText.map(literal.text(), element -> element.equals(from) ? to : element)
                : literal.text().equals(from) ? to : literal.text();
        return mapped.equals(literal.text()) ? value : Value.literal(mapped);
    }
}
