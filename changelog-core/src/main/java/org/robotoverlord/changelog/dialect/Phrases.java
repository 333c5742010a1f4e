package org.robotoverlord.changelog.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.schema.Action;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.Exclude;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Unique;
import org.robotoverlord.changelog.schema.Value;

/**
 * The parts that statements are made of, in the words of the SQL standard: names, types, values, and what a column, a constraint, an
 * index is. A dialect overrides a phrase. What is <em>done</em> with them is {@link StandardSql}.
 */
public class Phrases {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern HEXADECIMAL = Pattern.compile("\\\\x(?:[0-9A-Fa-f]{2})*+");
    private static final Pattern OPTIONS = Pattern.compile("[^(]*\\([\\w\\s=,.+-]*\\)");
    private static final Pattern CALL = Pattern.compile("[A-Za-z_][\\w.]*(\\([\\w, ]*\\))?");
    private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*");

    protected final Dialect dialect;
    protected final Schema schema;
    protected final Server server;

    /**
     * @param dialect what quotes names and literals
     * @param schema what says which types are enums, and where names without a schema lie
     * @param server what the SQL is for
     */
    public Phrases(Dialect dialect, Schema schema, Server server) {
        this.dialect = dialect;
        this.schema = schema;
        this.server = server;
    }

    /** A name within a table or schema. */
    public final String name(String name) {
        return dialect.identifier(name);
    }

    /** The name of a table, index or type, with its schema. */
    public final String name(Name name) {
        return dialect.qualified(name, schema.setting().home());
    }

    /** Names, with commas between. */
    public final String names(Collection<String> names) {
        return names.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** A word that SQL needs no quotes for, or else a name. */
    public final String word(String word) {
        return WORD.matcher(word).matches() ? word : name(word);
    }

    /** A text as a literal. */
    public final String literal(String text) {
        return dialect.literal(text);
    }

    /** The user's SQL where something may follow it: a comment at its end doesn't swallow that. */
    public final String sql(Expression expression) {
        return endsInComment(expression.sql()) ? enclosed(expression) : words(expression.sql());
    }

    /** The user's SQL, with names in the quotes that the database knows. */
    protected String words(String sql) {
        return sql;
    }

    /** The user's SQL as one whole. */
    public final String enclosed(Expression expression) {
        String text = words(expression.bare().sql());
        return "(" + text + (endsInComment(text) ? "\n)" : ")");
    }

    /** Whether SQL may end in a comment that goes on to the end of the line. */
    static boolean endsInComment(String sql) {
        return sql.indexOf("--", sql.lastIndexOf('\n') + 1) >= 0;
    }

    /** A type. */
    public String type(ColumnType type) {
        return elementType(type) + (type.array() ? "[]" : "");
    }

    private String elementType(ColumnType type) {
        if (type.isNative()) {
            return type.name();
        }
        String arguments = type.arguments().isEmpty()
                ? ""
                : type.arguments().stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        if (type.portable().isPresent()) {
            return portableType(type.portable().get(), arguments);
        }
        Optional<Name> userType = type.userType()
                .filter(name -> schema.findEnum(name).isPresent()
                        || schema.find(Kind.DOMAIN, name).isPresent());
        return userType.map(this::name).orElseGet(() -> type.name().toLowerCase(Locale.ROOT) + arguments);
    }

    /** A portable type, with its arguments in parentheses or none. */
    protected String portableType(PortableType type, String arguments) {
        return switch (type) {
            case DOUBLE -> "double precision";
            case BINARY -> "blob";
            case TIMESTAMPTZ -> "timestamp" + arguments + " with time zone";
            default -> type.written() + arguments;
        };
    }

    /** A value of a column. */
    public String value(ColumnType type, Value value) {
        if (value instanceof Value.Literal literal) {
            return literal(type, literal.text());
        }
        return value instanceof Value.Sql sql ? sql(sql.sql()) : "null";
    }

    /** A literal of a column: numbers and truth as they are, all else in quotes. */
    protected String literal(ColumnType type, String text) {
        boolean asItIs = isNumber(type)
                ? NUMBER.matcher(text).matches()
                : type.is(PortableType.BOOLEAN) && (text.equals("true") || text.equals("false"));
        return asItIs ? text : literal(text);
    }

    /** Whether a text spells bytes as {@code \\x00ff}, and nothing else. */
    protected static boolean isHexadecimal(String text) {
        return HEXADECIMAL.matcher(text).matches();
    }

    private static boolean isNumber(ColumnType type) {
        return type.is(PortableType.SMALLINT)
                || type.is(PortableType.INTEGER)
                || type.is(PortableType.BIGINT)
                || type.is(PortableType.DECIMAL)
                || type.is(PortableType.REAL)
                || type.is(PortableType.DOUBLE);
    }

    /** A default. More than a call is enclosed: the grammar takes no {@code and}, {@code is null} and the like there. */
    public String defaultValue(ColumnType type, Value value) {
        return value instanceof Value.Sql sql && !CALL.matcher(sql.sql().sql()).matches()
                ? enclosed(sql.sql())
                : value(type, value);
    }

    /** A column as CREATE TABLE and ADD COLUMN take it, without its comment. */
    public String column(String name, Column column) {
        StringBuilder text = new StringBuilder(name(name)).append(' ').append(type(column.type()));
        column.collation().ifPresent(collation -> text.append(' ').append(collate(collation)));
        if (!column.nullable()) {
            text.append(" not null");
        }
        column.defaultValue().ifPresent(value -> text.append(" default ").append(defaultValue(column.type(), value)));
        column.identity().ifPresent(identity -> text.append(" generated ").append(identity(identity)));
        column.generated()
                .ifPresent(generated -> text.append(" generated always as ").append(generated(generated)));
        return text.toString();
    }

    /** How text sorts. */
    public String collate(String collation) {
        return "collate " + name(collation);
    }

    /** What an identity column is after GENERATED. */
    public String identity(Identity identity) {
        String options = numbering(identity);
        return kind(identity) + " as identity" + (options.isEmpty() ? "" : " (" + options + ")");
    }

    /** How a sequence counts, as far as that doesn't go without saying. */
    public final String numbering(Identity identity) {
        List<String> options = new ArrayList<>();
        identity.start().ifPresent(value -> options.add("start with " + value));
        identity.increment().ifPresent(value -> options.add("increment by " + value));
        identity.min().ifPresent(value -> options.add("minvalue " + value));
        identity.max().ifPresent(value -> options.add("maxvalue " + value));
        identity.cache().ifPresent(value -> options.add("cache " + value));
        if (identity.cycle()) {
            options.add("cycle");
        }
        return String.join(" ", options);
    }

    /** Whether an identity column refuses a value of one's own. */
    public final String kind(Identity identity) {
        return identity.always() ? "always" : "by default";
    }

    /** What a generated column is after AS. */
    public String generated(Generated generated) {
        return enclosed(generated.sql()) + (generated.stored() ? " stored" : " virtual");
    }

    /** All that is constraint in a table, in the order of its kinds. */
    public final List<String> constraints(Table table) {
        List<String> all = new ArrayList<>();
        table.primaryKey().ifPresent(key -> all.add(primaryKey(key)));
        table.uniques().forEach((name, unique) -> all.add(unique(name, unique)));
        table.checks().forEach((name, check) -> all.add(check(name, check)));
        table.foreignKeys().forEach((name, key) -> all.add(foreignKey(name, key)));
        table.excludes().forEach((name, exclude) -> all.add(exclude(name, exclude)));
        return all;
    }

    public String primaryKey(PrimaryKey key) {
        return constraint(key.name()) + " primary key (" + names(key.columns()) + ")";
    }

    public String unique(String name, Unique unique) {
        return constraint(name) + " unique" + (unique.nullsNotDistinct() ? nullsNotDistinct() : "") + " ("
                + names(unique.columns()) + ")" + deferrable(unique.deferrable());
    }

    /** That two NULLs are equal, with a space before. */
    protected String nullsNotDistinct() {
        return " nulls not distinct";
    }

    public String check(String name, Check check) {
        return constraint(name) + " check " + enclosed(check.check());
    }

    public String foreignKey(String name, ForeignKey key) {
        String to = key.to().isEmpty() ? "" : " (" + names(key.to()) + ")";
        return constraint(name) + " foreign key (" + names(key.columns()) + ") references " + name(key.references())
                + to + action("delete", key.onDelete()) + action("update", key.onUpdate())
                + deferrable(key.deferrable());
    }

    /** That no two rows fit together, which few databases know. */
    public String exclude(String name, Exclude exclude) {
        throw new Unsupported(dialect.title()
                + " has no exclusion constraints; write a unique constraint if that does, or leave 'excludes' out");
    }

    protected final String constraint(String name) {
        return "constraint " + name(name);
    }

    private static String action(String event, Action action) {
        return action == Action.NO_ACTION ? "" : " on " + event + " " + action.text();
    }

    protected static String deferrable(Deferrable deferrable) {
        return switch (deferrable) {
            case NO -> "";
            case IMMEDIATE -> " deferrable";
            case DEFERRED -> " deferrable initially deferred";
        };
    }

    /** The statement that makes an index. */
    public String createIndex(Name table, String name, Index index) {
        String method = index.method().equals("btree") ? "" : " using " + word(index.method());
        String elements = index.columns().stream().map(this::element).collect(Collectors.joining(", ", " (", ")"));
        return "create " + (index.unique() ? "unique " : "") + "index " + name(name) + " on " + name(table) + method
                + elements + afterElements(index);
    }

    /** What an index says after its elements, each with a space before. */
    protected String afterElements(Index index) {
        String include = index.include().isEmpty() ? "" : " include (" + names(index.include()) + ")";
        String where = index.where()
                .map(expression -> " where " + enclosed(expression))
                .orElse("");
        return include + (index.nullsNotDistinct() ? nullsNotDistinct() : "") + storage(index.with()) + where;
    }

    /** What a table or an index says of its storage, with a space before. */
    protected final String storage(Map<String, String> with) {
        return with.isEmpty() ? "" : " with (" + parameters(with) + ")";
    }

    /** Storage parameters, with commas between. */
    public final String parameters(Map<String, String> with) {
        return with.entrySet().stream()
                .map(entry -> word(entry.getKey()) + " = " + setting(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String setting(String value) {
        return NUMBER.matcher(value).matches() || WORD.matcher(value).matches() ? value : literal(value);
    }

    /** What an index sorts by, or an exclusion compares. */
    protected final String element(IndexElement element) {
        String what = element.column()
                .map(this::name)
                .orElseGet(() -> enclosed(element.sql().orElseThrow()));
        return what
                + element.collation().map(collation -> " " + collate(collation)).orElse("")
                + element.opclass().map(opclass -> " " + operatorClass(opclass)).orElse("")
                + (element.order() == IndexElement.Order.DESC ? " desc" : "")
                + element.nulls()
                        .map(nulls -> " nulls " + nulls.name().toLowerCase(Locale.ROOT))
                        .orElse("");
    }

    /** {@code text_pattern_ops}, {@code extensions.gin_trgm_ops}, {@code gist_ltree_ops(siglen=100)}. */
    private String operatorClass(String opclass) {
        int options = OPTIONS.matcher(opclass).matches() ? opclass.indexOf('(') : -1;
        return options < 0 ? word(opclass) : word(opclass.substring(0, options).strip()) + opclass.substring(options);
    }
}
