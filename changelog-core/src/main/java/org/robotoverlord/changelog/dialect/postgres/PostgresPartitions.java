package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.robotoverlord.changelog.change.AttachPartition;
import org.robotoverlord.changelog.change.CreatePartition;
import org.robotoverlord.changelog.change.DetachPartition;
import org.robotoverlord.changelog.change.DropPartition;
import org.robotoverlord.changelog.change.RenamePartition;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.DetachedPartition;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Partition;
import org.robotoverlord.changelog.schema.PartitionBy;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/** Writes what is done to partitions. All of it can be in a transaction, so that nobody sees a table without a partition of its. */
final class PostgresPartitions {
    /** What a partition has of its own, so that nothing is left for ATTACH to ask for but keys, foreign keys and indexes. */
    private static final String LIKE =
            "including defaults including constraints including generated including storage including compression";

    private static final int NUMBERS_SINCE = 17;
    private static final int EXCLUSIONS_SINCE = 17;

    private final Moment moment;
    private final Phrases write;
    private final TableSql tables;

    PostgresPartitions(Moment moment, Phrases write, TableSql tables) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
    }

    /** @throws Unsupported if the table is partitioned and has exclusions, on a server that hasn't got both */
    void requireExclusions(Table table) {
        int major = moment.server().major();
        if (table.partitioning().isPresent() && !table.excludes().isEmpty() && major < EXCLUSIONS_SINCE) {
            throw new Unsupported(
                    "PostgreSQL " + major + " has no exclusion constraints on partitioned tables, which came with "
                            + EXCLUSIONS_SINCE + "; leave 'excludes' out");
        }
    }

    /** Whether the server lets nobody add a numbered column to the table as it is. */
    boolean refusesNumbers(Name table) {
        return moment.server().major() < NUMBERS_SINCE
                && !moment.before().table(table).partitions().isEmpty();
    }

    /** What CREATE TABLE says at its end of a table whose rows are kept apart. */
    static String clause(PartitionBy by, Phrases write) {
        return " partition by " + way(by.way()) + " (" + write.names(by.columns()) + ")";
    }

    private static String way(PartitionBy.Way way) {
        return switch (way) {
            case RANGE -> "range";
            case LIST -> "list";
            case HASH -> "hash";
        };
    }

    /** The partitions of a new table, which nobody else sees yet. */
    List<Statement> ofNew(Name name, Table table) {
        List<Statement> statements = new ArrayList<>();
        table.partitions()
                .forEach((partition, is) -> statements.add(moment.statement("create table "
                        + write.name(name.sibling(partition)) + " partition of " + write.name(name) + " "
                        + bounds(table, is))));
        return statements;
    }

    /** Made beside the table and attached to it, which locks nobody out who reads or writes the table; PARTITION OF would. */
    List<Statement> create(CreatePartition change) {
        Statement made = moment.statement("create table " + name(change.table(), change.name()) + " (like "
                + write.name(change.table()) + " " + LIKE + ")");
        return List.of(made, attached(change.table(), change.name()));
    }

    List<Statement> attach(AttachPartition change) {
        Name owner = moment.before().local(change.table());
        List<Statement> statements = new ArrayList<>();
        ownKeys(owner)
                .keySet()
                .forEach(key -> statements.add(tables.dropConstraint(owner.sibling(change.name()), key)));
        statements.add(attached(change.table(), change.name()));
        Set<String> columns = moment.before().table(change.table()).columns().keySet();
        statements.addAll(new PostgresIdentity(moment, write, tables).passRows(change.table(), columns));
        return statements;
    }

    private Statement attached(Name table, String partition) {
        Table of = moment.after().table(table);
        return tables.alone(
                table,
                "attach partition " + name(table, partition) + " "
                        + bounds(of, of.partitions().get(partition)));
    }

    /** Its indexes get their own names while it is told which of the table's each is. */
    List<Statement> detach(DetachPartition change) {
        List<Statement> statements = new ArrayList<>();
        Name owner = moment.before().local(change.table());
        Table of = moment.before().table(owner);
        Map<String, String> names = new DetachedPartition(owner, of, change.name()).names();
        if (!names.isEmpty()) {
            statements.add(moment.statement(renaming(owner, change.name(), names)));
        }
        Map<String, ForeignKey> own = ownKeys(owner);
        if (of.foreignKeys().size() > own.size()) {
            statements.add(moment.statement(renamingKeys(owner, change.name())));
        }
        own.keySet().forEach(key -> statements.add(tables.dropConstraint(owner, key)));
        statements.add(detached(change.table(), change.name()));
        for (Name table : List.of(owner, owner.sibling(change.name()))) {
            own.forEach((key, is) -> statements.add(tables.addConstraint(table, write.foreignKey(key, is))));
        }
        return statements;
    }

    /** Foreign keys to partitioned tables, itself among them, of which older servers lose sight where a partition comes or goes. */
    private Map<String, ForeignKey> ownKeys(Name owner) {
        Map<String, ForeignKey> own =
                new LinkedHashMap<>(moment.before().table(owner).foreignKeys());
        own.values().removeIf(key -> !isPartitioned(key.references()));
        return own;
    }

    private boolean isPartitioned(Name table) {
        return moment.before()
                .findTable(table)
                .filter(of -> of.partitioning().isPresent())
                .isPresent();
    }

    private Statement detached(Name table, String partition) {
        return tables.alone(table, "detach partition " + name(table, partition));
    }

    /** First to names that nobody has, so that two may swap theirs. */
    private String renaming(Name table, String partition, Map<String, String> names) {
        String wanted = names.entrySet().stream()
                .map(name -> "(" + write.literal(write.name(table.sibling(name.getKey()))) + "::regclass, "
                        + write.literal(name.getValue()) + ")")
                .collect(Collectors.joining(",\n        "));
        return "do " + DollarQuotes.around("""

                declare
                  own record;
                begin
                  for pass in 1..2 loop
                    for own in
                      select i.indexrelid::regclass as index, 'robot_' || i.indexrelid as aside, w.name
                      from (values
                        %s
                      ) w(parent, name)
                      join pg_inherits h on h.inhparent = w.parent
                      join pg_index i on i.indexrelid = h.inhrelid and i.indrelid = %s::regclass
                      join pg_class c on c.oid = i.indexrelid and c.relname <> w.name
                    loop
                      execute format('alter index %%s rename to %%I', own.index, case pass when 1 then own.aside else own.name end);
                    end loop;
                  end loop;
                end
                """.formatted(wanted, write.literal(name(table, partition))));
    }

    /** Foreign keys have the names that the table's had when the partition came. */
    private String renamingKeys(Name table, String partition) {
        return "do "
                + DollarQuotes.around("""

                declare
                  own record;
                begin
                  for own in
                    select k.conname, p.conname as name
                    from pg_constraint k
                    join pg_constraint p on p.oid = k.conparentid and p.conrelid = %s::regclass
                    where k.conrelid = %s::regclass and k.contype = 'f' and k.conname <> p.conname
                  loop
                    execute format('alter table %%s rename constraint %%I to %%I', %s::regclass, own.conname, own.name);
                  end loop;
                end
                """.formatted(
                                write.literal(write.name(table)),
                                write.literal(name(table, partition)),
                                write.literal(name(table, partition))));
    }

    /** One that foreign keys may point into is taken out before: the server looks whether they do. */
    List<Statement> drop(DropPartition change) {
        Statement drop = moment.statement("drop table " + name(change.table(), change.name()));
        return moment.before().referrersOf(change.table()).isEmpty()
                ? List.of(drop)
                : List.of(detached(change.table(), change.name()), drop);
    }

    Statement rename(RenamePartition change) {
        return moment.statement(
                "alter table " + name(change.table(), change.from()) + " rename to " + write.name(change.to()));
    }

    /** Partitions don't go with their table into another schema. */
    List<Statement> follow(Name from, Name to) {
        Name source = moment.before().local(from);
        Name target = moment.before().local(to);
        if (source.schema().equals(target.schema())) {
            return List.of();
        }
        String schema = target.schema().orElse(moment.before().setting().home());
        return moment.before().table(source).partitions().keySet().stream()
                .map(partition -> moment.statement(
                        "alter table " + name(source, partition) + " set schema " + write.name(schema)))
                .toList();
    }

    private String name(Name table, String partition) {
        return write.name(moment.before().local(table).sibling(partition));
    }

    private String bounds(Table table, Partition partition) {
        if (partition.rest()) {
            return "default";
        }
        List<ColumnType> types = table.partitionColumns().stream()
                .map(column -> table.column(column).type())
                .toList();
        String bounds = partition
                .modulus()
                .map(modulus -> "with (modulus " + modulus + ", remainder "
                        + partition.remainder().orElseThrow() + ")")
                .orElseGet(() -> partition.in().isEmpty()
                        ? "from (" + values(types, partition.from()) + ") to (" + values(types, partition.to()) + ")"
                        : "in ("
                                + partition.in().stream()
                                        .map(value -> write.value(types.get(0), value))
                                        .collect(Collectors.joining(", "))
                                + ")");
        return "for values " + bounds;
    }

    private String values(List<ColumnType> types, List<Value> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> write.value(types.get(i), values.get(i)))
                .collect(Collectors.joining(", "));
    }
}
