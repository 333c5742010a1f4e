package org.robotoverlord.changelog.dialect.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.schema.Partition;
import org.robotoverlord.changelog.schema.PartitionBy;
import org.robotoverlord.changelog.schema.Value;

/** Reads how the server says by what a table's rows are kept apart, and which of them lie in a partition. */
final class PartitionRow {
    private static final String RANGE = "FOR VALUES FROM (";
    private static final String TO = ") TO (";
    private static final String LIST = "FOR VALUES IN (";
    private static final Pattern HASH = Pattern.compile("FOR VALUES WITH \\(modulus (\\d+), remainder (\\d+)\\)");

    private final String text;
    private int at;

    private PartitionRow(String text) {
        this.text = text;
    }

    /** @param row of {@link CatalogueQueries#TABLES} */
    static Optional<PartitionBy> by(Rows row) throws SQLException {
        Optional<String> way = row.optional("partstrat");
        if (way.isEmpty()) {
            return Optional.empty();
        }
        List<String> columns = row.list("partition_columns");
        return Optional.of(
                switch (way.get()) {
                    case "r" -> new PartitionBy(columns, List.of(), List.of());
                    case "l" -> new PartitionBy(List.of(), columns, List.of());
                    default -> new PartitionBy(List.of(), List.of(), columns);
                });
    }

    /** @param bounds as the server prints them: {@code FOR VALUES IN ('de', NULL)} */
    static Partition partition(String bounds) {
        Matcher hash = HASH.matcher(bounds);
        if (hash.matches()) {
            return Partition.hash(Long.parseLong(hash.group(1)), Long.parseLong(hash.group(2)));
        }
        PartitionRow row = new PartitionRow(bounds);
        if (bounds.startsWith(RANGE)) {
            List<Value> from = row.values(RANGE);
            return Partition.range(from, row.values(TO));
        }
        return bounds.startsWith(LIST) ? Partition.list(row.values(LIST)) : Partition.ofRest();
    }

    private List<Value> values(String opening) {
        at += opening.length();
        List<Value> values = new ArrayList<>();
        while (text.charAt(at) != ')') {
            at += text.startsWith(", ", at) ? 2 : 0;
            values.add(text.charAt(at) == '\'' ? quoted() : bare());
        }
        return values;
    }

    private Value quoted() {
        StringBuilder value = new StringBuilder();
        for (at++; text.charAt(at) != '\'' || text.startsWith("''", at); at++) {
            value.append(text.charAt(at));
            at += text.charAt(at) == '\'' ? 1 : 0;
        }
        at++;
        return Value.literal(value.toString());
    }

    private Value bare() {
        int end = at;
        while (",)".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String word = text.substring(at, end);
        at = end;
        return switch (word) {
            case "NULL" -> Value.NULL;
            case "MINVALUE", "MAXVALUE" -> Value.sql(word);
            default -> Value.literal(word);
        };
    }
}
