package org.robotoverlord.changelog.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.Bodies;

/**
 * The written form of a table, the same in a model and in {@code createTable}. {@link #expand} makes a {@link Table} of it.
 *
 * @param renamedFrom the table's name before
 * @param comment what people should know of it
 * @param columns at least one: name → column, in order
 * @param primaryKey what tells its rows apart, unless a column's shorthand says it
 * @param checks conditions that every row keeps
 * @param unique columns in which no two rows agree
 * @param foreignKeys what its rows point to
 * @param indexes its indexes
 * @param excludes pairs of rows that mustn't be
 * @param triggers name → what calls a function when its rows change
 * @param with storage parameters
 * @param rowSecurity whether policies say who may see or write which row
 * @param policies who may see or write which of its rows: name → policy
 * @param partitionBy what tells which partition a row lies in, where its rows are kept apart
 * @param partitions name → which rows lie in it
 */
public record TableBody(
        Optional<String> renamedFrom,
        Optional<String> comment,
        Map<String, ColumnBody> columns,
        Optional<KeyBody> primaryKey,
        Bodies<Hinted<Check>> checks,
        Bodies<Hinted<Unique>> unique,
        Bodies<Hinted<ForeignKey>> foreignKeys,
        Bodies<Hinted<Index>> indexes,
        Bodies<Hinted<Exclude>> excludes,
        Map<String, Trigger> triggers,
        Map<String, String> with,
        @Absent("false") RowSecurity rowSecurity,
        Map<String, Policy> policies,
        Optional<PartitionBy> partitionBy,
        Map<String, Partition> partitions) {
    public TableBody {
        columns = OrderedMaps.copy(columns);
        triggers = OrderedMaps.copy(triggers);
        with = StorageParameters.folded(with);
        policies = OrderedMaps.copy(policies);
        partitions = OrderedMaps.copy(partitions);
    }

    /** How a table is written with everything at table level, named, without shorthands; its key's name only where it isn't derived. */
    public static TableBody of(Name name, Table table) {
        return of(table, table.primaryKey().map(key -> KeyBody.of(name, key)));
    }

    /** How a person would write a table of the schema: with shorthands where they do. */
    public static TableBody shortest(Schema schema, Name name) {
        return Contraction.of(schema, name);
    }

    /** The same with the key's name whatever it is: one form for all bodies that say the same table. */
    public static TableBody canonical(Table table) {
        return of(table, table.primaryKey().map(KeyBody::of));
    }

    private static TableBody of(Table table, Optional<KeyBody> key) {
        Map<String, ColumnBody> columns = new LinkedHashMap<>();
        table.columns().forEach((column, is) -> columns.put(column, ColumnBody.of(written(table, column, is))));
        return new TableBody(
                Optional.empty(),
                table.comment(),
                columns,
                key,
                bodies(table.checks()),
                bodies(table.uniques()),
                bodies(table.foreignKeys()),
                bodies(table.indexes()),
                bodies(table.excludes()),
                table.triggers(),
                table.storage(),
                table.rowSecurity(),
                table.policies(),
                table.partitioning().map(Partitioning::by),
                table.partitions());
    }

    private static Column written(Table table, String name, Column column) {
        return table.keyColumns().contains(name) ? column.withNullable(true) : column;
    }

    private static <T> Bodies<Hinted<T>> bodies(Map<String, T> named) {
        Map<String, Hinted<T>> hinted = new LinkedHashMap<>();
        named.forEach((name, body) -> hinted.put(name, Hinted.plain(body)));
        return Bodies.of(hinted);
    }

    /**
     * The table that this says, shorthands and derived names written out.
     *
     * @param name the table's name, of which names are derived
     * @throws org.robotoverlord.changelog.problem.Problem for two bodies of one name, two over the same columns by shorthand and
     *     at table level, and names that can't be derived
     */
    public Expansion expand(Name name) {
        return new Expansion(name, this);
    }

    /** The hints that the table's own shorthands and bodies give, as they are written. */
    public List<Hint> hints(Name name) {
        return expand(name).hints();
    }
}
