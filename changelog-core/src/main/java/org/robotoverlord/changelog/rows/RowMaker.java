package org.robotoverlord.changelog.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * Fills tables with rows that keep all constraints. Values are guessed from types and checks, foreign keys point to rows
 * that are there; the database says whether a row may be, and if it may not, others are tried. The same database and seed give the
 * same rows.
 */
public final class RowMaker {
    private static final int TRIES = 24;

    private final Database database;
    private final Schema schema;
    private final Survivors survivors;
    private final Measure measure;
    private final Random random;
    private final Map<Name, Integer> made = new LinkedHashMap<>();

    /**
     * @param database in which the tables are
     * @param schema what they are
     * @param survivors which columns had another type before, which their values must fit too
     * @param measure how many rows, and how much is in them
     * @param seed of the guesses
     */
    public RowMaker(Database database, Schema schema, Survivors survivors, Measure measure, long seed) {
        this.database = database;
        this.schema = schema;
        this.survivors = survivors;
        this.measure = measure;
        this.random = new Random(seed);
        schema.tables().keySet().forEach(table -> made.put(table, 0));
    }

    /**
     * Fills every table, those that others point to before those.
     *
     * @return table → how many rows it got; 0 where no guess would do
     */
    public Map<Name, Integer> fill() {
        boolean more = true;
        while (more) {
            more = false;
            for (Name table : schema.tables().keySet()) {
                int there = made.get(table);
                while (made.get(table) < measure.rows() && insert(table)) {
                    made.merge(table, 1, Integer::sum);
                }
                more |= made.get(table) > there;
            }
        }
        return made;
    }

    private boolean insert(Name table) {
        for (int i = 0; i < TRIES; i++) {
            Optional<String> row = row(table, i);
            if (row.isPresent() && database.takes(row.get())) {
                return true;
            }
        }
        return false;
    }

    /** A guess, the first ones with a value in every column; nothing where a foreign key has nothing to point to yet. */
    private Optional<String> row(Name name, int tried) {
        Table table = schema.table(name);
        Map<String, String> values = new LinkedHashMap<>();
        for (ForeignKey key : table.foreignKeys().values()) {
            boolean optional = key.columns().stream()
                    .anyMatch(column -> table.column(column).nullable());
            Optional<List<String>> target =
                    optional && measure == Measure.BARE ? Optional.empty() : target(name, table, key);
            if (target.isEmpty() && !optional) {
                return Optional.empty();
            }
            for (int i = 0; i < key.columns().size(); i++) {
                String value = target.isEmpty() ? null : target.get().get(i);
                values.put(key.columns().get(i), value);
            }
        }
        table.columns().forEach((column, is) -> {
            if (!values.containsKey(column) && isWritten(is)) {
                value(table, name, column, tried).ifPresent(value -> values.put(column, value.orElse(null)));
            }
        });
        return Optional.of(insert(name, table, values));
    }

    private static boolean isWritten(Column column) {
        return column.identity().isEmpty() && column.generated().isEmpty();
    }

    /** The columns of a row that a foreign key may point to; empty where there is none. */
    private Optional<List<String>> target(Name name, Table table, ForeignKey key) {
        String columns = key.to().stream().map(dialect()::identifier).collect(Collectors.joining(", "));
        List<List<String>> rows = database
                .texts("select " + columns + " from "
                        + dialect().qualified(key.references(), schema.setting().home()) + " order by " + columns)
                .stream()
                .filter(row -> !row.contains(null) && couldHold(name, table, key.columns(), row))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(random.nextInt(rows.size())));
    }

    /** Whether columns could hold these values before they had another type. */
    private boolean couldHold(Name name, Table table, List<String> columns, List<String> values) {
        return IntStream.range(0, columns.size()).allMatch(i -> {
            ColumnType now = Domains.base(schema, table.column(columns.get(i)).type());
            return survivors
                    .typeBefore(name, columns.get(i))
                    .filter(before -> !before.equals(now) && !Samples.fits(schema, before, values.get(i)))
                    .isEmpty();
        });
    }

    /** A value; empty in the inner for NULL, in the outer for what the column gets by itself. */
    private Optional<Optional<String>> value(Table table, Name name, String column, int tried) {
        Optional<ColumnType> before = survivors.typeBefore(name, column);
        List<String> samples = Samples.of(schema, table, column, before);
        Column is = table.column(column);
        if (measure == Measure.BARE && is.nullable() && tried < TRIES / 2) {
            return Optional.of(Optional.empty());
        }
        // What a default computes may be more than the type before could hold.
        boolean alike = before.filter(type -> !type.equals(Domains.base(schema, is.type())))
                .isEmpty();
        if (samples.isEmpty() || tried > 0 && random.nextInt(4) == 0 && (alike || is.nullable())) {
            boolean byItself = alike && is.defaultValue().isPresent() && random.nextBoolean();
            return byItself
                    ? Optional.empty()
                    : Optional.of(Optional.<String>empty()).filter(none -> is.nullable());
        }
        // First each row another value, then what a check may have named, then anything.
        int next = tried == 0
                ? made.get(name) % samples.size()
                : random.nextInt(tried % 2 == 0 ? samples.size() : Math.min(4, samples.size()));
        return Optional.of(Optional.of(samples.get(next)));
    }

    private String insert(Name name, Table table, Map<String, String> values) {
        String into =
                "insert into " + dialect().qualified(name, schema.setting().home());
        if (values.isEmpty()) {
            return into + " default values";
        }
        List<String> columns = new ArrayList<>();
        List<String> literals = new ArrayList<>();
        values.forEach((column, value) -> {
            columns.add(dialect().identifier(column));
            ColumnType type = Domains.base(schema, table.column(column).type());
            literals.add(value == null ? "null" : dialect().literal(type, value));
        });
        return into + " (" + String.join(", ", columns) + ") values (" + String.join(", ", literals) + ")";
    }

    private Dialect dialect() {
        return database.dialect();
    }
}
