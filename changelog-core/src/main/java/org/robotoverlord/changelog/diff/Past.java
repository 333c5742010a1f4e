package org.robotoverlord.changelog.diff;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.AddCheck;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.AddEnumValue;
import org.robotoverlord.changelog.change.AddExclude;
import org.robotoverlord.changelog.change.AddForeignKey;
import org.robotoverlord.changelog.change.AddPrimaryKey;
import org.robotoverlord.changelog.change.AddUnique;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeEnum;
import org.robotoverlord.changelog.change.CreateEnum;
import org.robotoverlord.changelog.change.CreateIndex;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.DropColumn;
import org.robotoverlord.changelog.change.DropConstraint;
import org.robotoverlord.changelog.change.DropEnum;
import org.robotoverlord.changelog.change.DropIndex;
import org.robotoverlord.changelog.change.DropTable;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.RenameConstraint;
import org.robotoverlord.changelog.change.RenameEnum;
import org.robotoverlord.changelog.change.RenameEnumValue;
import org.robotoverlord.changelog.change.RenameIndex;
import org.robotoverlord.changelog.change.RenameSchema;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.change.Sql;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.changelog.schema.Table;

/**
 * Which names everything ever had, and what was renamed to what: what tells whether a {@code renamedFrom} is spent. The changes
 * are read when somebody first asks.
 */
public final class Past {
    /** No past at all. */
    public static final Past NONE = of(new Setting("", java.util.Set.of()), List.of());

    private final Schema nothing;
    private final List<Change> changes;
    private Line all;

    private Past(Schema nothing, List<Change> changes) {
        this.nothing = nothing;
        this.changes = changes;
    }

    /**
     * @param setting where names without a schema lie
     * @param changes everything that ever happened, in order
     */
    public static Past of(Setting setting, List<Change> changes) {
        return new Past(Schema.empty(setting), List.copyOf(changes));
    }

    /**
     * Whether something of the kind ever had the name.
     *
     * @param owner the table or enum it belongs to, under its newest name; ignored for tables and enums
     */
    boolean held(Hint.Kind kind, Name owner, Name name) {
        return line(kind, owner)
                .filter(line -> !line.bearers(kind, name).isEmpty())
                .isPresent();
    }

    /** Whether something of the kind had the one name and, then or later, the other. */
    boolean renamed(Hint.Kind kind, Name owner, Name from, Name to) {
        return line(kind, owner).stream()
                .flatMap(line -> line.bearers(kind, from).stream())
                .anyMatch(bearer -> bearer.names.lastIndexOf(to) > bearer.names.indexOf(from));
    }

    private Optional<Line> line(Hint.Kind kind, Name owner) {
        if (all == null) {
            all = new Line();
            changes.forEach(this::read);
        }
        return switch (kind) {
            case TABLE, ENUM, DOMAIN, SEQUENCE -> Optional.of(all);
            case ENUM_VALUE -> part(Hint.Kind.ENUM, owner);
            case COLUMN, CONSTRAINT, INDEX, PARTITION -> part(Hint.Kind.TABLE, owner);
        };
    }

    private Optional<Line> part(Hint.Kind kind, Name name) {
        return Optional.ofNullable(all.current(kind, nothing.local(name))).map(bearer -> bearer.parts);
    }

    private void read(Change change) {
        if (change instanceof CreateTable is) {
            Table table = is.table().expand(is.name()).table();
            Line parts = all.create(Hint.Kind.TABLE, nothing.local(is.name())).parts;
            table.columns().keySet().forEach(name -> parts.create(Hint.Kind.COLUMN, Name.of(name)));
            table.constraintNames().forEach(name -> parts.create(Hint.Kind.CONSTRAINT, Name.of(name)));
            table.indexes().keySet().forEach(name -> parts.create(Hint.Kind.INDEX, Name.of(name)));
        } else if (change instanceof DropTable is) {
            all.drop(Hint.Kind.TABLE, nothing.local(is.name()));
        } else if (change instanceof RenameTable is) {
            all.rename(Hint.Kind.TABLE, nothing.local(is.from()), nothing.local(is.to()));
        } else if (change instanceof CreateEnum is) {
            Line parts = all.create(Hint.Kind.ENUM, nothing.local(is.name())).parts;
            is.type().values().forEach(value -> parts.create(Hint.Kind.ENUM_VALUE, Name.of(value)));
        } else if (change instanceof DropEnum is) {
            all.drop(Hint.Kind.ENUM, nothing.local(is.name()));
        } else if (change instanceof RenameEnum is) {
            all.rename(Hint.Kind.ENUM, nothing.local(is.from()), nothing.local(is.to()));
        } else if (change instanceof RenameSchema is) {
            all.renameSchema(is.from(), is.to());
        } else if (change instanceof Sql is) {
            is.schema().forEach(this::read);
        } else {
            readPart(change);
        }
    }

    private void readPart(Change change) {
        if (change instanceof AddColumn is) {
            create(is.table(), Hint.Kind.COLUMN, is.columnName());
        } else if (change instanceof DropColumn is) {
            drop(is.table(), Hint.Kind.COLUMN, is.column());
        } else if (change instanceof RenameColumn is) {
            rename(is.table(), Hint.Kind.COLUMN, is.from(), is.to());
        } else if (change instanceof AddPrimaryKey is) {
            create(is.table(), Hint.Kind.CONSTRAINT, is.keyName());
        } else if (change instanceof AddUnique is) {
            create(is.table(), Hint.Kind.CONSTRAINT, is.name());
        } else if (change instanceof AddCheck is) {
            create(is.table(), Hint.Kind.CONSTRAINT, is.name());
        } else if (change instanceof AddForeignKey is) {
            create(is.table(), Hint.Kind.CONSTRAINT, is.name());
        } else if (change instanceof AddExclude is) {
            create(is.table(), Hint.Kind.CONSTRAINT, is.name());
        } else if (change instanceof DropConstraint is) {
            drop(is.table(), Hint.Kind.CONSTRAINT, is.name());
        } else if (change instanceof RenameConstraint is) {
            rename(is.table(), Hint.Kind.CONSTRAINT, is.from(), is.to());
        } else if (change instanceof CreateIndex is) {
            create(is.table(), Hint.Kind.INDEX, is.name());
        } else if (change instanceof DropIndex is) {
            drop(is.table(), Hint.Kind.INDEX, is.name());
        } else if (change instanceof RenameIndex is) {
            rename(is.table(), Hint.Kind.INDEX, is.from(), is.to());
        } else if (change instanceof AddEnumValue is) {
            part(Hint.Kind.ENUM, is.enumType())
                    .ifPresent(line -> line.create(Hint.Kind.ENUM_VALUE, Name.of(is.value())));
        } else if (change instanceof RenameEnumValue is) {
            part(Hint.Kind.ENUM, is.enumType())
                    .ifPresent(line -> line.rename(Hint.Kind.ENUM_VALUE, Name.of(is.from()), Name.of(is.to())));
        } else if (change instanceof ChangeEnum is) {
            part(Hint.Kind.ENUM, is.enumType()).ifPresent(line -> line.become(Hint.Kind.ENUM_VALUE, is.values()));
        }
    }

    private void create(Name table, Hint.Kind kind, String name) {
        part(Hint.Kind.TABLE, table).ifPresent(line -> line.create(kind, Name.of(name)));
    }

    private void drop(Name table, Hint.Kind kind, String name) {
        part(Hint.Kind.TABLE, table).ifPresent(line -> line.drop(kind, Name.of(name)));
    }

    private void rename(Name table, Hint.Kind kind, String from, String to) {
        part(Hint.Kind.TABLE, table).ifPresent(line -> line.rename(kind, Name.of(from), Name.of(to)));
    }
}
