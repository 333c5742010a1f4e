package org.robotoverlord.changelog.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.AlterDomain;
import org.robotoverlord.changelog.change.AttachPartition;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.change.CreatePartition;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.DropColumn;
import org.robotoverlord.changelog.change.DropPartition;
import org.robotoverlord.changelog.change.DropTable;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.RenameSchema;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.change.SetGenerated;
import org.robotoverlord.changelog.change.SetNullable;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Schema;

/**
 * The columns that are there before some changes and after them, whatever they are called: when the changes are taken back and made
 * again, the rows must hold in them what they held. A column whose rows the changes write or compute is none of them.
 */
public final class Survivors {
    private final Schema before;
    /** Table after → column after → the column before. */
    private final Map<Name, Map<String, Origin>> columns = new LinkedHashMap<>();

    /**
     * What a column was before.
     *
     * @param compared whether it holds then what it holds now
     */
    private record Origin(Name table, String column, boolean compared) {
        Origin uncompared() {
            return new Origin(table, column, false);
        }
    }

    private Survivors(Schema before) {
        this.before = before;
        before.tables().forEach((name, table) -> {
            Map<String, Origin> own = new LinkedHashMap<>();
            table.columns().keySet().forEach(column -> own.put(column, new Origin(name, column, true)));
            columns.put(name, own);
        });
    }

    /**
     * @param before the schema before the changes
     * @param changes in order
     */
    public static Survivors of(Schema before, List<Change> changes) {
        Survivors survivors = new Survivors(before);
        Schema at = before;
        for (Change change : changes) {
            survivors.follow(change, at);
            at = change.apply(at);
        }
        return survivors;
    }

    private void follow(Change change, Schema at) {
        if (change.writesAnything()) {
            columns.values().forEach(Survivors::leave);
        }
        change.writes(at).forEach(table -> leave(of(at.local(table))));
        if (change instanceof CreateTable is) {
            columns.put(at.local(is.name()), new LinkedHashMap<>());
        } else if (change instanceof DropTable is) {
            columns.remove(at.local(is.name()));
        } else if (change instanceof RenameTable is) {
            columns.put(at.local(is.to()), columns.remove(at.local(is.from())));
        } else if (change instanceof CreatePartition is) {
            // On the way back its rows are lost.
            leave(of(at.local(is.table())));
        } else if (change instanceof DropPartition is) {
            leave(of(at.local(is.table())));
        } else if (change instanceof AttachPartition is) {
            columns.remove(at.local(is.table()).sibling(is.name()));
        } else if (change instanceof RenameSchema) {
            // Each of its tables has another name then; that they are moved whole is shown elsewhere.
            columns.clear();
        } else if (change instanceof AddColumn is) {
            of(at.local(is.table())).remove(is.columnName());
        } else if (change instanceof DropColumn is) {
            of(at.local(is.table())).remove(is.column());
        } else if (change instanceof RenameColumn is) {
            Map<String, Origin> own = of(at.local(is.table()));
            Optional.ofNullable(own.remove(is.from())).ifPresent(origin -> own.put(is.to(), origin));
        } else if (change instanceof SetGenerated is) {
            of(at.local(is.table())).remove(is.column());
        } else if (change instanceof AlterDomain is && isRespelled(is, at)) {
            Domains.columnsUnder(at, is.name())
                    .forEach((table, names) -> names.forEach(name -> leave(of(table), name)));
        } else if (change instanceof SetNullable is && is.nullable()) {
            // On the way back its NULLs are filled.
            leave(of(at.local(is.table())), is.column());
        } else if (change instanceof ChangeType is && is.using().isPresent()) {
            // What an expression makes of it needn't even be of the type it had.
            of(at.local(is.table())).remove(is.column());
        } else if (change instanceof ChangeType is && isRespelled(is, at)) {
            leave(of(at.local(is.table())), is.column());
        }
    }

    /** Compares none of a table's columns any more. */
    private static void leave(Map<String, Origin> table) {
        table.replaceAll((column, origin) -> origin.uncompared());
    }

    private static void leave(Map<String, Origin> table, String column) {
        table.computeIfPresent(column, (same, origin) -> origin.uncompared());
    }

    /** Whether a text becomes something else, or something else a text: of {@code 1}, {@code 1.0} and {@code 01} only one comes back. */
    private static boolean isRespelled(ChangeType change, Schema at) {
        ColumnType from = at.table(change.table()).column(change.column()).type();
        return isText(Domains.base(at, from)) != isText(Domains.base(at, change.to()));
    }

    private static boolean isRespelled(AlterDomain change, Schema at) {
        ColumnType from = at.get(Kind.DOMAIN, change.name()).type();
        return isText(Domains.base(at, from))
                != isText(Domains.base(at, change.domain().type()));
    }

    private static boolean isText(ColumnType type) {
        return type.is(PortableType.TEXT) || type.is(PortableType.VARCHAR) || type.is(PortableType.CHAR);
    }

    private Map<String, Origin> of(Name table) {
        return columns.computeIfAbsent(table, none -> new LinkedHashMap<>());
    }

    /** The columns of a table after the changes that were there before, with what they hold now; none where the table wasn't. */
    public List<String> columns(Name table) {
        return columns.getOrDefault(table, Map.of()).entrySet().stream()
                .filter(column -> column.getValue().compared())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The type that a column after the changes had before; empty where it wasn't there. */
    Optional<ColumnType> typeBefore(Name table, String column) {
        return Optional.ofNullable(columns.getOrDefault(table, Map.of()).get(column))
                .map(origin -> Domains.base(
                        before,
                        before.table(origin.table()).column(origin.column()).type()));
    }
}
