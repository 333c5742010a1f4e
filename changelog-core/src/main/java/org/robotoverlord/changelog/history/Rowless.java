package org.robotoverlord.changelog.history;

import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.change.AddCheck;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.AddEnumValue;
import org.robotoverlord.changelog.change.AddExclude;
import org.robotoverlord.changelog.change.AddForeignKey;
import org.robotoverlord.changelog.change.AddPrimaryKey;
import org.robotoverlord.changelog.change.AddUnique;
import org.robotoverlord.changelog.change.AlterPolicy;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.change.CreateDomain;
import org.robotoverlord.changelog.change.CreateEnum;
import org.robotoverlord.changelog.change.CreateExtension;
import org.robotoverlord.changelog.change.CreateFunction;
import org.robotoverlord.changelog.change.CreateIndex;
import org.robotoverlord.changelog.change.CreatePolicy;
import org.robotoverlord.changelog.change.CreateProcedure;
import org.robotoverlord.changelog.change.CreateSchema;
import org.robotoverlord.changelog.change.CreateSequence;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.CreateTrigger;
import org.robotoverlord.changelog.change.CreateView;
import org.robotoverlord.changelog.change.DropColumn;
import org.robotoverlord.changelog.change.DropConstraint;
import org.robotoverlord.changelog.change.DropDomain;
import org.robotoverlord.changelog.change.DropEnum;
import org.robotoverlord.changelog.change.DropExtension;
import org.robotoverlord.changelog.change.DropFunction;
import org.robotoverlord.changelog.change.DropIndex;
import org.robotoverlord.changelog.change.DropPolicy;
import org.robotoverlord.changelog.change.DropProcedure;
import org.robotoverlord.changelog.change.DropSchema;
import org.robotoverlord.changelog.change.DropTable;
import org.robotoverlord.changelog.change.DropTrigger;
import org.robotoverlord.changelog.change.DropView;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.RenameConstraint;
import org.robotoverlord.changelog.change.RenameFunction;
import org.robotoverlord.changelog.change.RenameIndex;
import org.robotoverlord.changelog.change.RenamePolicy;
import org.robotoverlord.changelog.change.RenameProcedure;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.change.RenameTrigger;
import org.robotoverlord.changelog.change.RenameView;
import org.robotoverlord.changelog.change.ReplaceFunction;
import org.robotoverlord.changelog.change.ReplaceProcedure;
import org.robotoverlord.changelog.change.ReplaceTrigger;
import org.robotoverlord.changelog.change.ReplaceView;
import org.robotoverlord.changelog.change.SetCollation;
import org.robotoverlord.changelog.change.SetComment;
import org.robotoverlord.changelog.change.SetDefault;
import org.robotoverlord.changelog.change.SetGenerated;
import org.robotoverlord.changelog.change.SetIdentity;
import org.robotoverlord.changelog.change.SetNullable;
import org.robotoverlord.changelog.change.SetRowSecurity;
import org.robotoverlord.changelog.change.SetStorage;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.View;

/**
 * Whether a change has nothing to do with rows: only the schemas before and after a stretch of such changes count, and not how one
 * came to be the other. What isn't listed may have to do with them.
 */
final class Rowless {
    /** Those that make no row another, whatever table they are of. */
    private static final Set<Class<? extends Change>> ALWAYS = Set.of(
            CreateTable.class,
            CreateEnum.class,
            AddEnumValue.class,
            DropEnum.class,
            CreateDomain.class,
            DropDomain.class,
            CreateSchema.class,
            DropSchema.class,
            CreateExtension.class,
            DropExtension.class,
            CreateSequence.class,
            CreateFunction.class,
            ReplaceFunction.class,
            RenameFunction.class,
            DropFunction.class,
            CreateProcedure.class,
            ReplaceProcedure.class,
            RenameProcedure.class,
            DropProcedure.class,
            CreateTrigger.class,
            ReplaceTrigger.class,
            RenameTrigger.class,
            DropTrigger.class,
            CreatePolicy.class,
            AlterPolicy.class,
            RenamePolicy.class,
            DropPolicy.class,
            SetRowSecurity.class,
            SetComment.class,
            SetStorage.class,
            AddPrimaryKey.class,
            AddUnique.class,
            AddCheck.class,
            AddForeignKey.class,
            AddExclude.class,
            DropConstraint.class,
            RenameConstraint.class,
            CreateIndex.class,
            DropIndex.class,
            RenameIndex.class);

    private final WithRows rows;
    private final Schema start;
    private final Schema at;

    /**
     * @param rows which tables may have rows
     * @param start the schema at the beginning of the stretch
     * @param at the schema that the change is applied to
     */
    Rowless(WithRows rows, Schema start, Schema at) {
        this.rows = rows;
        this.start = start;
        this.at = at;
    }

    boolean is(Change change) {
        if (change.writesAnything() || !change.writes(at).isEmpty()) {
            return false;
        }
        return rows.isNone()
                || ALWAYS.contains(change.getClass())
                || column(change)
                || view(change)
                || table(change).filter(table -> !rows.has(table, at)).isPresent();
    }

    /**
     * Of a table that may have rows, a column may come, and go again. Whatever else happens to one that the stretch began without
     * counts, for its rows have the default that it came with.
     */
    private boolean column(Change change) {
        if (change instanceof AddColumn is) {
            return is.fill().isEmpty() && !wasThere(is.table(), is.columnName());
        }
        if (change instanceof DropColumn is) {
            return !wasThere(is.table(), is.column());
        }
        if (change instanceof SetDefault is) {
            return wasThere(is.table(), is.column());
        }
        return change instanceof SetNullable is && is.fill().isEmpty() && wasThere(is.table(), is.column());
    }

    private boolean wasThere(Name table, String column) {
        return start.findTable(table)
                .filter(is -> is.columns().containsKey(column))
                .isPresent();
    }

    /** One that keeps its rows shows what its tables held when it was made. */
    private boolean view(Change change) {
        if (change instanceof CreateView is) {
            return !is.view().materialized();
        }
        if (change instanceof ReplaceView is) {
            return !is.view().materialized() && isPlain(is.name());
        }
        if (change instanceof RenameView is) {
            return isPlain(is.from());
        }
        return change instanceof DropView is && isPlain(is.name());
    }

    private boolean isPlain(Name view) {
        return at.find(Kind.VIEW, view).filter(View::materialized).isEmpty();
    }

    /** The table whose rows a change may make others. */
    private static Optional<Name> table(Change change) {
        if (change instanceof DropTable is) {
            return Optional.of(is.name());
        } else if (change instanceof RenameTable is) {
            return Optional.of(is.from());
        } else if (change instanceof AddColumn is) {
            return Optional.of(is.table());
        } else if (change instanceof DropColumn is) {
            return Optional.of(is.table());
        } else if (change instanceof RenameColumn is) {
            return Optional.of(is.table());
        } else if (change instanceof ChangeType is) {
            return Optional.of(is.table());
        } else if (change instanceof SetNullable is) {
            return Optional.of(is.table());
        } else if (change instanceof SetDefault is) {
            return Optional.of(is.table());
        } else if (change instanceof SetIdentity is) {
            return Optional.of(is.table());
        } else if (change instanceof SetGenerated is) {
            return Optional.of(is.table());
        }
        return change instanceof SetCollation is ? Optional.of(is.table()) : Optional.empty();
    }
}
