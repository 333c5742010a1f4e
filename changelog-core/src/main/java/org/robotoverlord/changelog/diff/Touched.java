package org.robotoverlord.changelog.diff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Exclude;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** Tells what changes of columns mean for what stands on them: which of it has to be made anew, though it reads the same after. */
final class Touched {
    private final Schema was;
    private final Schema after;
    private final Set<Name> changedEnums;

    /**
     * @param was with all renames done
     * @param changedEnums enums of which values are removed or reordered, so that their columns are cast
     */
    Touched(Schema was, Schema after, Set<Name> changedEnums) {
        this.was = was;
        this.after = after;
        this.changedEnums = changedEnums;
    }

    boolean isAnyEnumChanged() {
        return !changedEnums.isEmpty();
    }

    /** Whether a column's values are cast so that a database can't compare it any more with what it was compared with. */
    boolean isUnlike(Name table, String column) {
        return distance(table, column).compareTo(Retype.FAMILY) > 0;
    }

    /** Whether SQL that names the column may mean something else after. */
    private boolean isReread(Name table, String column) {
        return distance(table, column).compareTo(Retype.ARGUMENTS) > 0;
    }

    private Retype distance(Name table, String column) {
        Column from = was.table(table).columns().get(column);
        Column to = after.findTable(table).map(of -> of.columns().get(column)).orElse(null);
        if (from == null || to == null) {
            return Retype.NONE;
        }
        return isOfChangedEnum(from) ? Retype.OTHER : Retype.of(from.type(), to.type());
    }

    private boolean isOfChangedEnum(Column column) {
        return column.type().userType().filter(changedEnums::contains).isPresent();
    }

    /** Whether a check has to be made anew. */
    boolean isReread(Name table, Expression sql) {
        return mentions(table, sql, column -> isReread(table, column));
    }

    /** Whether an index has to be made anew; one over plain columns follows by itself. */
    boolean isReread(Name table, Index index) {
        boolean special = !index.method().equals("btree");
        return index.where().filter(sql -> isReread(table, sql)).isPresent()
                || index.columns().stream().anyMatch(element -> isReread(table, element, special));
    }

    /** Whether an exclusion has to be made anew: what compares a type's values may not be there for another's. */
    boolean isReread(Name table, Exclude exclude) {
        return exclude.says(sql -> isReread(table, sql))
                || exclude.columnNames().stream().anyMatch(column -> isReread(table, column));
    }

    private boolean isReread(Name table, IndexElement element, boolean special) {
        boolean ownWay =
                special || element.opclass().isPresent() || element.collation().isPresent();
        return element.sql().filter(sql -> isReread(table, sql)).isPresent()
                || element.column()
                        .filter(column -> ownWay && isReread(table, column))
                        .isPresent();
    }

    /** Whether a generated column has to be dropped and made anew: it, or what it is computed from, changes beside its expression. */
    boolean isRemade(Name table, String column) {
        Column from = was.table(table).column(column);
        Column to = after.table(table).columns().get(column);
        if (from.generated().isEmpty() || to == null || to.generated().isEmpty()) {
            return false;
        }
        return !from.type().equals(to.type())
                || isOfChangedEnum(from)
                || !from.collation().equals(to.collation())
                || from.nullable() && !to.nullable()
                || from.generated().get().stored() != to.generated().get().stored()
                || mentions(table, from.generated().get().sql(), other -> isMoved(table, other, to));
    }

    /** Whether a column changes in a way that no database lets it under a generated one. */
    private boolean isMoved(Name table, String column, Column computed) {
        Column from = was.table(table).column(column);
        Optional<Column> to = Optional.ofNullable(after.table(table).columns().get(column));
        if (to.isEmpty()) {
            return computed.generated().orElseThrow().sql().mentions(column);
        }
        return !from.type().equals(to.get().type())
                || isOfChangedEnum(from)
                || !from.collation().equals(to.get().collation())
                || !from.generated().equals(to.get().generated());
    }

    private boolean mentions(Name table, Expression sql, Predicate<String> which) {
        Table of = was.table(table);
        List<String> columns = of.columns().keySet().stream().filter(which).toList();
        return columns.stream().anyMatch(sql::mentions);
    }
}
