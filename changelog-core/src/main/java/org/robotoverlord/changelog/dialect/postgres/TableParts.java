package org.robotoverlord.changelog.dialect.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.robotoverlord.changelog.schema.Action;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.Exclude;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Partition;
import org.robotoverlord.changelog.schema.PartitionBy;
import org.robotoverlord.changelog.schema.Partitioning;
import org.robotoverlord.changelog.schema.Policy;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.RowSecurity;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Trigger;
import org.robotoverlord.changelog.schema.TriggerCall;
import org.robotoverlord.changelog.schema.TriggerEvent;
import org.robotoverlord.changelog.schema.Unique;

/** A table while its rows come in, query after query. */
final class TableParts {
    private static final String CONDITION = " WHEN (";
    private static final String CALL = " EXECUTE FUNCTION ";

    private final Name name;
    private final Optional<String> comment;
    private final Map<String, String> storage = new LinkedHashMap<>();
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, Unique> uniques = new LinkedHashMap<>();
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final Map<String, ForeignKey> foreignKeys = new LinkedHashMap<>();
    private final Map<String, IndexParts> indexes = new LinkedHashMap<>();
    private final Map<String, IndexParts> excludes = new LinkedHashMap<>();
    private final Map<String, Trigger> triggers = new LinkedHashMap<>();
    private final Map<String, Policy> policies = new LinkedHashMap<>();
    private final Map<String, Partition> partitions = new LinkedHashMap<>();
    private final Optional<PartitionBy> partitionBy;
    private final RowSecurity rowSecurity;
    private Optional<PrimaryKey> primaryKey = Optional.empty();

    /** @param row of {@link CatalogueQueries#TABLES} */
    TableParts(Name name, Rows row) throws SQLException {
        this.name = name;
        this.comment = row.optional("description");
        this.rowSecurity = !row.is("relrowsecurity")
                ? RowSecurity.OFF
                : row.is("relforcerowsecurity") ? RowSecurity.FORCED : RowSecurity.ON;
        this.partitionBy = PartitionRow.by(row);
        storage.putAll(row.parameters("reloptions"));
        row.parameters("out_of_line")
                .forEach((parameter, value) -> storage.put(PostgresStorage.OUT_OF_LINE + parameter, value));
    }

    Name name() {
        return name;
    }

    void add(String column, Column is) {
        columns.put(column, is);
    }

    /**
     * Takes a row of {@link CatalogueQueries#constraints}.
     *
     * @param row the row
     * @param isRead whether the table of an oid is read too
     */
    void addConstraint(Rows row, Predicate<Long> isRead) throws SQLException {
        String constraint = row.text("conname");
        List<String> over = row.list("columns");
        switch (row.letter("contype")) {
            case 'p' -> primaryKey = Optional.of(new PrimaryKey(constraint, over));
            case 'u' -> uniques.put(constraint, new Unique(over, row.is("nulls_not_distinct"), deferrable(row)));
            case 'c' ->
                checks.put(
                        constraint,
                        new Check(Expression.of(row.text("expression")).bare()));
            default ->
                foreignKeys.put(
                        constraint,
                        new ForeignKey(
                                over,
                                Name.of(row.text("target_schema"), row.text("target")),
                                row.list("target_columns"),
                                action(row.letter("confdeltype")),
                                action(row.letter("confupdtype")),
                                deferrable(row),
                                !isRead.test(row.whole("confrelid"))));
        }
    }

    static Deferrable deferrable(Rows row) throws SQLException {
        return row.is("condeferred")
                ? Deferrable.DEFERRED
                : row.is("condeferrable") ? Deferrable.IMMEDIATE : Deferrable.NO;
    }

    private static Action action(char letter) {
        return switch (letter) {
            case 'r' -> Action.RESTRICT;
            case 'c' -> Action.CASCADE;
            case 'n' -> Action.SET_NULL;
            case 'd' -> Action.SET_DEFAULT;
            default -> Action.NO_ACTION;
        };
    }

    /** Takes a row of {@link CatalogueQueries#indexes}: an element of an index or an exclusion, their own part said with each. */
    void addIndexElement(Rows row) throws SQLException {
        String index = row.text("relname");
        Map<String, IndexParts> ofKind = row.is("excludes") ? excludes : indexes;
        IndexParts parts = ofKind.get(index);
        if (parts == null) {
            parts = new IndexParts(row);
            ofKind.put(index, parts);
        }
        parts.add(row);
    }

    /** Takes a row of {@link CatalogueQueries#TRIGGERS}. */
    void addTrigger(Rows row) throws SQLException {
        List<TriggerEvent> on = new ArrayList<>();
        List<String> over = row.list("columns");
        for (TriggerEvent.Kind kind : TriggerEvent.Kind.values()) {
            if (row.is(kind.text())) {
                boolean some = kind == TriggerEvent.Kind.UPDATE && !over.isEmpty();
                on.add(some ? new TriggerEvent.UpdateOf(over) : new TriggerEvent.Any(kind));
            }
        }
        String printed = row.text("printed");
        int call = printed.indexOf(CALL);
        Optional<Expression> condition = row.is("conditional")
                ? Optional.of(
                        Expression.of(printed.substring(printed.indexOf(CONDITION) + CONDITION.length(), call - 1))
                                .bare())
                : Optional.empty();
        triggers.put(
                row.text("tgname"),
                new Trigger(
                        row.is("before") ? Trigger.When.BEFORE : Trigger.When.AFTER,
                        on,
                        row.is("each_row") ? Trigger.Each.ROW : Trigger.Each.STATEMENT,
                        condition,
                        TriggerCall.parse(printed.substring(call + CALL.length()))));
    }

    /** Takes a row of {@link CatalogueQueries#POLICIES}. */
    void addPolicy(Rows row) throws SQLException {
        Policy.Command command = switch (row.letter("polcmd")) {
            case 'r' -> Policy.Command.SELECT;
            case 'a' -> Policy.Command.INSERT;
            case 'w' -> Policy.Command.UPDATE;
            case 'd' -> Policy.Command.DELETE;
            default -> Policy.Command.ALL;
        };
        policies.put(
                row.text("polname"),
                new Policy(
                        command,
                        row.list("roles"),
                        row.optional("visible").map(text -> Expression.of(text).bare()),
                        row.optional("writable").map(text -> Expression.of(text).bare()),
                        row.is("polpermissive")));
    }

    boolean isPartitioned() {
        return partitionBy.isPresent();
    }

    /** Takes a row of {@link CatalogueQueries#PARTITIONS}. */
    void addPartition(Rows row) throws SQLException {
        partitions.put(row.text("relname"), PartitionRow.partition(row.text("bounds")));
    }

    private Optional<Partitioning> partitioning() {
        return partitionBy.map(by -> new Partitioning(by, partitions).fitted(columns));
    }

    Table table() {
        Map<String, Index> made = new LinkedHashMap<>();
        indexes.forEach((index, parts) -> made.put(index, parts.index()));
        Map<String, Exclude> excluding = new LinkedHashMap<>();
        excludes.forEach((exclude, parts) -> excluding.put(exclude, parts.exclude()));
        return new Table(
                comment,
                columns,
                primaryKey,
                uniques,
                checks,
                foreignKeys,
                made,
                excluding,
                triggers,
                storage,
                rowSecurity,
                policies,
                partitioning());
    }
}
