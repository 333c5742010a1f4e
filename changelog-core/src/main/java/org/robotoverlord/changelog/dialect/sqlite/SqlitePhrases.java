package org.robotoverlord.changelog.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Unique;
import org.robotoverlord.changelog.schema.Value;
import org.robotoverlord.changelog.schema.View;

/** The phrases that SQLite words otherwise than the standard: types, defaults, numbered columns, enums as checks. */
final class SqlitePhrases extends Phrases {
    private static final Expression NOW = Expression.of("now()");
    /** What a default may be without parentheses around it, beside a literal. */
    private static final Set<String> MOMENTS = Set.of("current_timestamp", "current_date", "current_time");

    private static final Set<String> COLLATIONS = Set.of("binary", "nocase", "rtrim");

    private final boolean strict;

    SqlitePhrases(Dialect dialect, Schema schema, Server server) {
        this(dialect, schema, server, false);
    }

    private SqlitePhrases(Dialect dialect, Schema schema, Server server, boolean strict) {
        super(dialect, schema, server);
        this.strict = strict;
    }

    /** What makes a table, under whatever name; neither its indexes nor its comments. */
    String createTable(String name, Table whole) {
        Table table = SqliteIdentity.forNow(whole);
        SqliteWhole.require(schema, name, table);
        SqlitePhrases own =
                new SqlitePhrases(dialect, schema, server, table.storage().containsKey("strict"));
        Optional<String> numbered = SqliteIdentity.of(table);
        List<String> parts = new ArrayList<>();
        table.columns()
                .forEach((column, is) -> parts.add(own.column(column, is)
                        + (numbered.filter(column::equals).isPresent() ? numbered(table) : "")));
        Table rest = numbered.isPresent() ? table.withPrimaryKey(Optional.empty()) : table;
        parts.addAll(own.constraints(rest));
        return "create table " + name(name) + " (\n  " + String.join(",\n  ", parts) + "\n)" + options(table.storage());
    }

    private String numbered(Table table) {
        PrimaryKey key = table.primaryKey().orElseThrow();
        return " " + constraint(key.name()) + " primary key autoincrement";
    }

    private static String options(Map<String, String> storage) {
        return storage.keySet().stream()
                .sorted()
                .map(option -> option.replace('_', ' '))
                .collect(Collectors.joining(", ", storage.isEmpty() ? "" : " ", ""));
    }

    @Override
    public String type(ColumnType type) {
        if (type.array()) {
            throw new Unsupported(
                    "SQLite has no arrays; keep the values in a table of their own, or as a list in a json column");
        }
        return enumOf(type).isPresent() ? "text" : super.type(type);
    }

    private Optional<EnumType> enumOf(ColumnType type) {
        return type.userType().flatMap(schema::findEnum);
    }

    @Override
    protected String portableType(PortableType type, String arguments) {
        return strict ? SqliteTypes.strict(type) : SqliteTypes.declared(type) + arguments;
    }

    /** An enum is a text and a check of its values, which has no name of its own. */
    @Override
    public String column(String name, Column column) {
        Column plain = column;
        if (column.identity().isPresent()) {
            SqliteIdentity.require(column.identity().get());
            plain = column.withIdentity(Optional.empty())
                    .withType(ColumnType.of("integer"))
                    .withNullable(true);
        }
        String values = enumOf(column.type())
                .map(type -> type.values().stream()
                        .map(this::literal)
                        .collect(Collectors.joining(", ", " check (" + name(name) + " in (", "))")))
                .orElse("");
        return super.column(name, plain) + values;
    }

    @Override
    public String identity(Identity identity) {
        throw new IllegalStateException("an identity is a word of the primary key here");
    }

    @Override
    public String collate(String collation) {
        if (!COLLATIONS.contains(collation.toLowerCase(Locale.ROOT))) {
            throw new Unsupported("SQLite has no collation '" + collation + "'; take one of binary, nocase, rtrim");
        }
        return super.collate(collation);
    }

    @Override
    public String value(ColumnType type, Value value) {
        return value instanceof Value.Sql is && is.sql().equals(NOW) ? "current_timestamp" : super.value(type, value);
    }

    @Override
    protected String literal(ColumnType type, String text) {
        boolean bytes = type.is(PortableType.BINARY) && isHexadecimal(text);
        return bytes ? "x'" + text.substring(2) + "'" : super.literal(type, text);
    }

    @Override
    public String defaultValue(ColumnType type, Value value) {
        String text = value(type, value);
        boolean bare = value instanceof Value.Literal || MOMENTS.contains(text.toLowerCase(Locale.ROOT));
        return bare ? text : enclosed(((Value.Sql) value).sql());
    }

    @Override
    public String unique(String name, Unique unique) {
        if (unique.deferrable() != Deferrable.NO) {
            throw new Unsupported("SQLite checks unique constraints at once; leave 'deferrable' of '" + name + "' out");
        }
        return super.unique(name, unique);
    }

    @Override
    protected String nullsNotDistinct() {
        throw new Unsupported("SQLite holds no two NULLs for equal; leave 'nullsNotDistinct' out and add a unique index"
                + " over coalesce(column, …)");
    }

    @Override
    public String createIndex(Name table, String name, Index index) {
        if (!index.method().equals("btree")) {
            throw new Unsupported("SQLite's indexes are all of the method btree; leave 'method' of '" + name + "' out");
        }
        if (!index.include().isEmpty()) {
            throw new Unsupported(
                    "SQLite's indexes carry only the columns that they sort by; move those of 'include' of '" + name
                            + "' to the end of its 'columns'");
        }
        if (!index.with().isEmpty()) {
            throw new Unsupported("SQLite's indexes have no storage parameters; leave 'with' of '" + name + "' out");
        }
        index.columns().forEach(element -> requirePlain(name, element));
        return super.createIndex(table, name, index);
    }

    private static void requirePlain(String name, IndexElement element) {
        if (element.opclass().isPresent()) {
            throw new Unsupported("SQLite has no operator classes; leave 'opclass' of '" + name + "' out");
        }
        if (element.nulls().isPresent()) {
            throw new Unsupported("SQLite sorts NULL before all else; leave 'nulls' of '" + name + "' out");
        }
    }

    /** What makes a view. */
    String view(Name name, View view) {
        if (view.materialized()) {
            throw new Unsupported("SQLite's views hold no rows of their own; leave 'materialized' of '" + name
                    + "' out, or fill a table");
        }
        return "create view " + name(name) + " as " + sql(view.query());
    }
}
