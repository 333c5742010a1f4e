package org.robotoverlord.changelog.dialect.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.change.AddCheck;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.AddEnumValue;
import org.robotoverlord.changelog.change.AddForeignKey;
import org.robotoverlord.changelog.change.AddPrimaryKey;
import org.robotoverlord.changelog.change.AddUnique;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeEnum;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.change.CreateEnum;
import org.robotoverlord.changelog.change.CreateIndex;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.DropColumn;
import org.robotoverlord.changelog.change.DropConstraint;
import org.robotoverlord.changelog.change.DropEnum;
import org.robotoverlord.changelog.change.DropIndex;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.RenameConstraint;
import org.robotoverlord.changelog.change.RenameEnum;
import org.robotoverlord.changelog.change.RenameEnumValue;
import org.robotoverlord.changelog.change.RenameIndex;
import org.robotoverlord.changelog.change.SetCollation;
import org.robotoverlord.changelog.change.SetComment;
import org.robotoverlord.changelog.change.SetDefault;
import org.robotoverlord.changelog.change.SetGenerated;
import org.robotoverlord.changelog.change.SetIdentity;
import org.robotoverlord.changelog.change.SetNullable;
import org.robotoverlord.changelog.change.SetStorage;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Walks along changes. Tables that have to be made anew wait until something comes that looks at them, or the end, so that several
 * changes of one table make it anew once.
 */
final class SqliteChanges {
    /** The kinds that look at no rows but those of the tables that they make anew themselves. */
    private static final Set<Class<? extends Change>> WAITING = Set.of(
            AddColumn.class,
            DropColumn.class,
            RenameColumn.class,
            ChangeType.class,
            SetNullable.class,
            SetDefault.class,
            SetIdentity.class,
            SetGenerated.class,
            SetCollation.class,
            SetStorage.class,
            SetComment.class,
            AddPrimaryKey.class,
            AddUnique.class,
            AddCheck.class,
            AddForeignKey.class,
            DropConstraint.class,
            RenameConstraint.class,
            CreateIndex.class,
            DropIndex.class,
            RenameIndex.class,
            CreateTable.class,
            CreateEnum.class,
            AddEnumValue.class,
            RenameEnumValue.class,
            ChangeEnum.class,
            RenameEnum.class,
            DropEnum.class);

    private final Dialect dialect;
    private final Schema start;
    private final Map<Name, SqliteRebuild> waiting = new LinkedHashMap<>();
    private final SqliteForeignKeys foreignKeys = new SqliteForeignKeys();

    /** @param start the schema before the first change */
    SqliteChanges(Dialect dialect, Schema start) {
        this.dialect = dialect;
        this.start = start;
    }

    List<Statement> statements(List<Change> changes, Server server) {
        return Moment.walk(changes, start, server, this::of);
    }

    private List<Statement> of(Moment moment) {
        SqliteNames.requireFree(moment);
        List<Statement> statements = new ArrayList<>();
        if (!WAITING.contains(moment.change().getClass())) {
            statements.addAll(allNow(moment.before(), moment.server()));
        }
        SqlitePhrases write = new SqlitePhrases(dialect, moment.after(), moment.server());
        List<Statement> own =
                new SqliteTriggers(moment, write).around(moment.change().accept(new SqliteSql(dialect, moment, this)));
        statements.addAll(own);
        foreignKeys.note(moment, !own.isEmpty());
        if (moment.later().isEmpty()) {
            statements.addAll(allNow(moment.after(), moment.server()));
            statements.addAll(foreignKeys.checked(moment, dialect));
        }
        return statements;
    }

    private List<Statement> allNow(Schema schema, Server server) {
        List<Statement> statements = new ArrayList<>();
        List.copyOf(waiting.keySet()).forEach(table -> statements.addAll(now(table, schema, server)));
        return statements;
    }

    /** What makes a table anew that waits for it; nothing where it doesn't. */
    List<Statement> now(Name table, Schema schema, Server server) {
        SqliteRebuild rebuild = waiting.remove(table);
        return rebuild == null ? List.of() : rebuild.statements(schema, new SqlitePhrases(dialect, schema, server));
    }

    /** Whether a table waits to be made anew. */
    boolean waits(Name table) {
        return waiting.containsKey(table);
    }

    /** What has to be done to a table before a column gets another name: nothing, where it needn't be made anew for that. */
    List<Statement> beforeRename(Name table, String from, String to, Moment moment) {
        SqliteRebuild rebuild = waiting.get(table);
        boolean follows = rebuild == null || rebuild.follows(from, to);
        return follows ? List.of() : now(table, moment.before(), moment.server());
    }

    /** What will be done to a table when it is made anew, which from now on it waits for. */
    SqliteRebuild rebuild(Name table, Moment moment) {
        SqliteIdentity.requireKey(table, moment);
        foreignKeys.madeAnew(table);
        Optional<String> numbered = start.findTable(table).flatMap(SqliteIdentity::of);
        return waiting.computeIfAbsent(table, name -> new SqliteRebuild(name, moment.before(), numbered))
                .serving(moment.change());
    }
}
