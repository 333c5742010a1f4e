package org.robotoverlord.changelog.dialect.mysql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Table;

/**
 * What the server calls a key: an index, be it for itself or for a primary key, a unique constraint or a foreign key.
 *
 * @param kind {@code primary key}, {@code unique key}, {@code key}, {@code fulltext key} or {@code spatial key}
 * @param body what stands after its name
 * @param columns the whole columns that it begins with, in order
 */
record MysqlKey(String kind, String body, List<String> columns) {
    /** An element that is the beginning of a column: {@code bio(100)}. */
    static final Pattern BEGINNING = Pattern.compile("(?<column>\\w+|\"(?:[^\"]|\"\")++\") ?\\( ?(?<length>\\d+) ?\\)");

    /** The methods that make another kind of key. */
    static final Set<String> OTHER_KINDS = Set.of("fulltext", "spatial");

    private static final int MOST_BYTES = 3072;
    private static final int BYTES_OF_A_CHARACTER = 4;

    /** All keys of a table but those that foreign keys alone ask for. */
    static Map<String, MysqlKey> of(Table table, MysqlPhrases write) {
        Map<String, MysqlKey> keys = new LinkedHashMap<>();
        table.primaryKey().ifPresent(key -> {
            requireShort(table, key.columns());
            refuseGenerated(table, key.columns(), write);
            keys.put(MysqlTable.PRIMARY, over("primary key", key.columns(), write));
        });
        table.uniques().forEach((name, unique) -> {
            MysqlPhrases.requirePlain(unique);
            requireShort(table, unique.columns());
            keys.put(name, over("unique key", unique.columns(), write));
        });
        table.indexes().forEach((name, index) -> keys.put(name, of(table, index, write)));
        return keys;
    }

    private static void refuseGenerated(Table table, List<String> columns, MysqlPhrases write) {
        for (String column : columns) {
            if (write.isMariadb() && table.column(column).generated().isPresent()) {
                throw new Unsupported("MariaDB has no primary key over a generated column; make '" + column
                        + "' a unique constraint");
            }
        }
    }

    /** A plain one over columns. */
    static MysqlKey plain(List<String> columns, MysqlPhrases write) {
        return over("key", columns, write);
    }

    private static MysqlKey over(String kind, List<String> columns, MysqlPhrases write) {
        return new MysqlKey(kind, "(" + write.names(columns) + ")", List.copyOf(columns));
    }

    private static MysqlKey of(Table table, Index index, MysqlPhrases write) {
        refuse(index);
        boolean other = OTHER_KINDS.contains(index.method());
        List<String> first = index.columns().stream()
                .takeWhile(element -> element.column().isPresent())
                .map(element -> element.column().orElseThrow())
                .toList();
        if (!other) {
            requireShort(table, first);
        }
        String elements = index.columns().stream()
                .map(element -> element(table, element, write))
                .collect(Collectors.joining(", ", "(", ")"));
        String comment =
                index.comment().map(text -> " comment " + write.literal(text)).orElse("");
        String kind = other ? index.method() + " key" : index.unique() ? "unique key" : "key";
        return new MysqlKey(kind, elements + comment, other ? List.of() : first);
    }

    private static void refuse(Index index) {
        if (index.where().isPresent()) {
            throw new Unsupported(
                    "MySQL has no index over some of the rows; leave 'where' out, or index a generated column"
                            + " that is null in the others");
        }
        if (!index.include().isEmpty()) {
            throw new Unsupported(
                    "MySQL has no columns that an index holds beside what it sorts by; leave 'include' out,"
                            + " or write them among its columns");
        }
        if (index.nullsNotDistinct()) {
            throw MysqlPhrases.noNullsNotDistinct();
        }
        if (!index.with().isEmpty()) {
            throw new Unsupported("MySQL has no storage parameters of an index; leave its 'with' out");
        }
        if (!index.method().equals("btree") && !OTHER_KINDS.contains(index.method())) {
            throw new Unsupported("MySQL has no index by '" + index.method() + "'; write btree, fulltext or spatial");
        }
    }

    private static String element(Table table, IndexElement element, MysqlPhrases write) {
        if (element.collation().isPresent()
                || element.opclass().isPresent()
                || element.nulls().isPresent()) {
            throw new Unsupported("MySQL's indexes sort as their columns do, NULL before all else; leave 'collation',"
                    + " 'opclass' and 'nulls' out");
        }
        String order = element.order() == IndexElement.Order.DESC ? " desc" : "";
        if (element.column().isPresent()) {
            return write.name(element.column().get()) + order;
        }
        return beginning(table, element)
                        .map(part -> write.name(columnOf(part)) + "(" + part.group("length") + ")")
                        .orElseGet(() -> expression(element, write))
                + order;
    }

    /** The beginning of a column that an element is, if it is one. */
    private static Optional<Matcher> beginning(Table table, IndexElement element) {
        Matcher part = BEGINNING.matcher(element.sql().orElseThrow().folded());
        return part.matches() && table.columns().containsKey(columnOf(part)) ? Optional.of(part) : Optional.empty();
    }

    private static String columnOf(Matcher part) {
        String column = part.group("column");
        return column.startsWith("\"") ? MysqlQuotes.inside(column, '"') : column;
    }

    private static String expression(IndexElement element, MysqlPhrases write) {
        if (write.isMariadb()) {
            throw new Unsupported(
                    "MariaDB has no index over an expression; make a generated column of it, and index that");
        }
        return write.whole(element.sql().orElseThrow());
    }

    private static void requireShort(Table table, List<String> columns) {
        int bytes = 0;
        for (String name : columns) {
            Column column = table.columns().get(name);
            if (column != null) {
                bytes += bytes(name, column.type());
            }
        }
        if (bytes > MOST_BYTES) {
            throw new Unsupported("MySQL's keys hold " + MOST_BYTES + " bytes, four a character, and that over "
                    + columns + " may have " + bytes + "; make the columns shorter");
        }
    }

    private static int bytes(String column, ColumnType type) {
        if (MysqlTypes.isLarge(type)) {
            throw new Unsupported("MySQL has no key over the whole of '" + column + "', which is " + type
                    + "; make it a varchar, or write an index over its beginning, as in {sql: " + column + "(100)}");
        }
        boolean text = type.is(PortableType.VARCHAR) || type.is(PortableType.CHAR);
        return text ? type.arguments().get(0) * BYTES_OF_A_CHARACTER : Long.BYTES;
    }

    /** Whether it is an index over columns, made and dropped while others read and write. */
    boolean isSorted() {
        return (kind.equals("key") || kind.equals("unique key")) && !columns.isEmpty() && !body.contains("((");
    }

    /** Whether it is none that sorts. */
    boolean isOfAnotherKind() {
        return OTHER_KINDS.stream().anyMatch(kind::startsWith);
    }

    /** Whether a foreign key over these columns, or the numbering of one, can go by this key. */
    boolean serves(List<String> wanted) {
        return columns.size() >= wanted.size()
                && columns.subList(0, wanted.size()).equals(wanted);
    }

    /** It as CREATE TABLE and ADD take it. */
    String words(String name, MysqlPhrases write) {
        return kind + " " + (kind.equals("primary key") ? "" : write.name(name) + " ") + body;
    }
}
