package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Name;

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
        return new PostgresTypesAnew(moment, write, tables)
                .made(name, made(name, moment.after().enumType(name)), (column, table) -> {
                    ColumnType type = moment.after().table(table).column(column).type();
                    return Optional.of(using(column, type, change.map()));
                });
    }

    private String using(String column, ColumnType type, Map<String, String> map) {
        boolean array = Domains.base(moment.after(), type).array();
        String old = write.name(column) + "::text" + (array ? "[]" : "");
        String mapped = map.isEmpty() ? old : array ? replaced(old, map) : cases(old, map);
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
}
