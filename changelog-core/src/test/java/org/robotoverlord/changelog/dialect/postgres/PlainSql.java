package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/** The least SQL that makes what the tests of this package wish for, so that they need no more than what they test. */
final class PlainSql {
    private final Schema schema;

    private PlainSql(Schema schema) {
        this.schema = schema;
    }

    static List<String> creating(Schema schema) {
        return new PlainSql(schema).all();
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        schema.schemas().forEach(name -> all.add("create schema " + quoted(name)));
        schema.extensions()
                .forEach((name, extension) -> all.add("create extension " + quoted(name) + " schema "
                        + quoted(extension.schema().orElse(schema.setting().home()))));
        schema.enums()
                .forEach((name, type) -> all.add("create type " + qualified(name) + " as enum ("
                        + joined(type.values(), PlainSql::literal) + ")"));
        schema.tables().forEach((name, table) -> {
            all.add(createTable(name, table));
            table.indexes().forEach((index, is) -> all.add(createIndex(name, index, is)));
        });
        return all;
    }

    private String createTable(Name name, Table table) {
        Stream<String> columns =
                table.columns().entrySet().stream().map(column -> column(column.getKey(), column.getValue()));
        Stream<String> key =
                table.primaryKey().stream().map(is -> "primary key (" + joined(is.columns(), PlainSql::quoted) + ")");
        Stream<String> checks = table.checks().entrySet().stream()
                .map(check -> "constraint " + quoted(check.getKey()) + " check ("
                        + check.getValue().check() + ")");
        return Stream.of(columns, key, checks)
                .flatMap(parts -> parts)
                .collect(Collectors.joining(", ", "create table " + qualified(name) + " (", ")"));
    }

    private String column(String name, Column column) {
        return quoted(name) + " " + type(column.type())
                + column.collation().map(is -> " collate " + quoted(is)).orElse("")
                + (column.nullable() ? "" : " not null")
                + column.identity()
                        .map(is -> " generated " + (is.always() ? "always" : "by default") + " as identity")
                        .orElse("")
                + column.generated()
                        .map(is -> " generated always as (" + is.sql() + ") stored")
                        .orElse("")
                + column.defaultValue().map(is -> " default " + value(is)).orElse("");
    }

    private String type(ColumnType type) {
        Optional<Name> enumName =
                type.userType().filter(name -> schema.findEnum(name).isPresent());
        String element = enumName.map(this::qualified)
                .orElseGet(() -> type.is(PortableType.DOUBLE)
                        ? "double precision"
                        : type.isNative() ? type.name() : type.element().toString());
        return element + (type.array() ? "[]" : "");
    }

    private static String value(Value value) {
        return value instanceof Value.Literal literal ? literal(literal.text()) : "(" + value.shown() + ")";
    }

    private String createIndex(Name table, String name, Index index) {
        return "create " + (index.unique() ? "unique " : "") + "index " + quoted(name) + " on " + qualified(table)
                + " using " + index.method() + " (" + joined(index.columns(), PlainSql::element) + ")"
                + index.where().map(is -> " where " + is).orElse("");
    }

    private static String element(IndexElement element) {
        return element.column()
                        .map(PlainSql::quoted)
                        .orElseGet(() -> "(" + element.sql().orElseThrow() + ")")
                + element.opclass().map(is -> " " + is).orElse("");
    }

    private String qualified(Name name) {
        return quoted(name.schema().orElse(schema.setting().home())) + "." + quoted(name.local());
    }

    private static <T> String joined(List<T> all, Function<T, String> each) {
        return all.stream().map(each).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
