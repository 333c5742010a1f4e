package org.robotoverlord.changelog.dialect;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreateSchema;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.Insert;
import org.robotoverlord.changelog.diff.RandomSchemas;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Partitioning;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.RowSecurity;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.TableBody;
import org.robotoverlord.changelog.schema.Unique;
import org.robotoverlord.changelog.schema.Value;
import org.robotoverlord.changelog.schema.View;

/**
 * What of the grammar a database has. It takes the rest out of schemas and changes that have everything, so that what is left can be
 * tried there: PostgreSQL's own kinds always, the others as the dialect says.
 */
public final class Profile {
    /** What some databases have and others haven't. */
    public enum Has {
        ENUMS,
        /** Foreign keys that are checked at the end of the transaction. */
        DEFERRED_KEYS,
        PARTIAL_INDEXES,
        EXPRESSION_INDEXES,
        /** Names that differ in case only. */
        NAMES_BY_CASE,
        /** A numbered column that isn't the primary key. */
        IDENTITY_ANYWHERE,
        IDENTITY_OPTIONS,
        /** A primary key of columns that are computed. */
        COMPUTED_KEYS,
        COMMENTS,
        VIEWS,
        DOMAINS,
        SCHEMAS
    }

    private final Set<Has> has;
    private final UnaryOperator<Column> columns;

    /**
     * @param has what it has
     * @param columns a column as the database can have it, arrays and domains out of it already
     */
    public Profile(Set<Has> has, UnaryOperator<Column> columns) {
        this.has = has.isEmpty() ? EnumSet.noneOf(Has.class) : EnumSet.copyOf(has);
        this.columns = columns;
    }

    /** What is left of changes: tables without what the database hasn't got, rows without their values of it. */
    public List<Change> of(List<Change> changes) {
        List<Change> left = new ArrayList<>();
        Schema whole = org.robotoverlord.changelog.change.ChangeExample.empty();
        for (Change change : changes) {
            Schema before = whole;
            whole = change.apply(whole);
            if (change instanceof CreateTable create) {
                Table table = of(whole.table(create.name()), whole, domains(whole));
                left.add(new CreateTable(create.name(), TableBody.of(create.name(), table)));
            } else if (change instanceof Insert insert) {
                left.add(without(insert, before.table(insert.table())));
            } else if (has.contains(Has.SCHEMAS) || !(change instanceof CreateSchema)) {
                left.add(change);
            }
        }
        return left;
    }

    private static Insert without(Insert insert, Table table) {
        List<Map<String, Value>> rows = insert.rows().stream()
                .map(row -> {
                    Map<String, Value> kept = new LinkedHashMap<>(row);
                    kept.keySet().removeIf(column -> table.column(column).type().array());
                    return kept;
                })
                .toList();
        return new Insert(insert.table(), rows, insert.down(), insert.once());
    }

    /** What is left of a schema; it holds together. */
    public Schema of(Schema schema) {
        Schema left = Schema.empty(schema.setting());
        for (String other : has.contains(Has.SCHEMAS) ? schema.schemas() : Set.<String>of()) {
            left = left.withSchema(other);
        }
        if (has.contains(Has.ENUMS)) {
            for (var type : schema.enums().entrySet()) {
                left = type.getKey().schema().isEmpty() ? left.with(Kind.ENUM, type.getKey(), type.getValue()) : left;
            }
        }
        Set<Name> domains = domains(schema);
        for (Name domain : Domains.inOrder(schema)) {
            left = domains.contains(domain)
                    ? left.with(Kind.DOMAIN, domain, of(schema.get(Kind.DOMAIN, domain), schema, domains))
                    : left;
        }
        for (var table : schema.tables().entrySet()) {
            left = isHere(table.getKey()) ? left.with(table.getKey(), of(table.getValue(), schema, domains)) : left;
        }
        for (Name name : List.copyOf(left.tables().keySet())) {
            left = has.contains(Has.NAMES_BY_CASE) ? left : apart(left, name);
        }
        left = has.contains(Has.NAMES_BY_CASE) ? left : indexesApart(left);
        return has.contains(Has.VIEWS) ? RandomSchemas.withViews(left, plain(schema)) : left;
    }

    /** Whether the database has what lies in the schema that a name says. */
    private boolean isHere(Name name) {
        return has.contains(Has.SCHEMAS) || name.schema().isEmpty();
    }

    /** The domains that the database can have: those that are made of no array, and that no other schema could get back. */
    private Set<Name> domains(Schema schema) {
        Set<Name> kept = new HashSet<>(
                has.contains(Has.DOMAINS) ? schema.all(Kind.DOMAIN).keySet() : Set.of());
        kept.removeIf(name -> name.schema().isPresent()
                || Domains.base(schema, schema.get(Kind.DOMAIN, name).type()).array());
        return kept;
    }

    private Domain of(Domain domain, Schema schema, Set<Name> domains) {
        Column plain =
                of("", Column.of(domain.type()).withDefault(domain.defaultValue()), Table.EMPTY, schema, domains);
        return domain.onlyChecks(check -> !calls(check.check(), schema))
                .withType(plain.type())
                .withDefault(plain.defaultValue());
    }

    /** The views of a schema, none of which keeps its rows. */
    private Map<Name, View> plain(Schema schema) {
        Map<Name, View> plain = new LinkedHashMap<>();
        schema.all(Kind.VIEW).forEach((name, view) -> {
            if (isHere(name)) {
                Optional<String> comment = has.contains(Has.COMMENTS) ? view.comment() : Optional.empty();
                plain.put(name, View.of(view.query().sql()).withComment(comment));
            }
        });
        return plain;
    }

    /** With another name for a column that differs from one before it in case only. */
    private static Schema apart(Schema schema, Name table) {
        Schema left = schema;
        List<String> seen = new ArrayList<>();
        for (String column : List.copyOf(schema.table(table).columns().keySet())) {
            boolean taken = seen.stream().anyMatch(column::equalsIgnoreCase);
            left = taken ? left.renameColumn(table, column, column + " too") : left;
            seen.add(column);
        }
        return left;
    }

    /** With other names for indexes that differ from one before them, or from a table, in case only. */
    private static Schema indexesApart(Schema schema) {
        Schema left = schema;
        List<String> seen = new ArrayList<>();
        schema.tables().keySet().forEach(table -> seen.add(table.local()));
        for (Name table : List.copyOf(schema.tables().keySet())) {
            Map<String, Index> called = new LinkedHashMap<>();
            schema.table(table).indexes().forEach((name, index) -> {
                String own = name;
                while (seen.stream().anyMatch(own::equalsIgnoreCase)) {
                    own = own + " too";
                }
                seen.add(own);
                called.put(own, index);
            });
            left = left.with(table, left.table(table).withIndexes(called));
        }
        return left;
    }

    private Table of(Table table, Schema schema, Set<Name> domains) {
        Map<String, Column> made = new LinkedHashMap<>();
        table.columns().forEach((name, column) -> made.put(name, of(name, column, table, schema, domains)));
        return table.withColumns(made)
                .withUniques(mapped(table.uniques(), unique -> Unique.of(unique.columns())))
                .withChecks(checks(table, schema))
                .withForeignKeys(pointing(table))
                .withIndexes(indexes(table, schema))
                .withComment(has.contains(Has.COMMENTS) ? table.comment() : Optional.empty())
                .withExcludes(Map.of())
                .withTriggers(Map.of())
                .withStorage(Map.of())
                .withRowSecurity(RowSecurity.OFF)
                .withPolicies(Map.of())
                .withPartitioning(Optional.<Partitioning>empty());
    }

    private Column of(String name, Column column, Table table, Schema schema, Set<Name> domains) {
        ColumnType base = Domains.base(schema, column.type());
        boolean kept = !column.type().array()
                && column.type()
                        .userType()
                        .map(schema::local)
                        .filter(domains::contains)
                        .isPresent();
        ColumnType type = kept ? column.type() : base.element();
        boolean elsewhere = type.userType()
                .filter(user -> user.schema().isPresent() || !has.contains(Has.ENUMS))
                .filter(user -> schema.findEnum(user).isPresent())
                .isPresent();
        boolean servers = column.defaultValue()
                .filter(value -> base.array()
                        || value instanceof Value.Sql sql && sql.sql().sql().contains("("))
                .filter(value -> !value.equals(Value.sql("now()")))
                .isPresent();
        Column plain = (servers ? column.withDefault(Optional.empty()) : column)
                .withGenerated(
                        column.generated().filter(is -> mayCompute(name, table)).filter(is -> !calls(is.sql(), schema)))
                .withIdentity(
                        column.identity().filter(is -> mayNumber(name, table)).map(this::of))
                .withType(elsewhere ? ColumnType.of("text") : type);
        return kept ? plain.withCollation(Optional.empty()) : columns.apply(plain);
    }

    private static Map<String, Check> checks(Table table, Schema schema) {
        Map<String, Check> kept = new LinkedHashMap<>(table.checks());
        kept.values().removeIf(check -> calls(check.check(), schema));
        return kept;
    }

    /** Whether an expression calls a function that only other databases have. */
    private static boolean calls(Expression expression, Schema schema) {
        return schema.all(Kind.FUNCTION).keySet().stream()
                .map(function -> function.local().replaceFirst("\\(.*", ""))
                .anyMatch(function -> expression.sql().contains(function + "(")
                        || expression.sql().contains(function + "\"("));
    }

    private boolean mayNumber(String name, Table table) {
        return has.contains(Has.IDENTITY_ANYWHERE) || table.keyColumns().equals(List.of(name));
    }

    private boolean mayCompute(String name, Table table) {
        return has.contains(Has.COMPUTED_KEYS) || !table.keyColumns().contains(name);
    }

    private Identity of(Identity identity) {
        return has.contains(Has.IDENTITY_OPTIONS) ? identity : Identity.simple(false);
    }

    private Map<String, ForeignKey> pointing(Table table) {
        Map<String, ForeignKey> kept = new LinkedHashMap<>();
        table.foreignKeys().forEach((name, key) -> {
            if (isHere(key.references())) {
                kept.put(
                        name,
                        new ForeignKey(
                                key.columns(),
                                key.references(),
                                key.to(),
                                key.onDelete(),
                                key.onUpdate(),
                                has.contains(Has.DEFERRED_KEYS) ? key.deferrable() : Deferrable.NO,
                                key.external()));
            }
        });
        return kept;
    }

    private Map<String, Index> indexes(Table table, Schema schema) {
        Map<String, Index> kept = new LinkedHashMap<>();
        table.indexes().forEach((name, index) -> {
            boolean plain = index.columns().stream()
                    .allMatch(element -> element.column().isPresent());
            boolean listed = index.columnNames().stream()
                    .anyMatch(column -> table.column(column).type().array()
                            || table.column(column).type().is(PortableType.JSONB));
            boolean calls = index.columns().stream()
                    .flatMap(element -> element.sql().stream())
                    .anyMatch(sql -> calls(sql, schema));
            boolean picks = index.where().filter(sql -> calls(sql, schema)).isPresent();
            if (!listed && !calls && !picks && (plain || has.contains(Has.EXPRESSION_INDEXES))) {
                kept.put(name, of(index));
            }
        });
        return kept;
    }

    private Index of(Index index) {
        return new Index(
                index.columns().stream()
                        .map(element -> new IndexElement(
                                element.column(),
                                element.sql(),
                                element.order(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        .toList(),
                index.unique(),
                has.contains(Has.PARTIAL_INDEXES) ? index.where() : Optional.empty(),
                "btree",
                List.of(),
                false,
                Map.of(),
                has.contains(Has.COMMENTS) ? index.comment() : Optional.empty());
    }

    private static <T> Map<String, T> mapped(Map<String, T> all, UnaryOperator<T> change) {
        Map<String, T> mapped = new LinkedHashMap<>();
        all.forEach((name, one) -> mapped.put(name, change.apply(one)));
        return mapped;
    }
}
