package org.robotoverlord.changelog.dialect.sqlite;

import java.util.List;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Trigger;

/** What SQLite does to tables in words of its own. It keeps no comments: those stay in the models. */
final class SqliteTables extends TableSql {
    private final SqlitePhrases phrases;

    SqliteTables(Moment moment, SqlitePhrases write) {
        super(moment, write);
        this.phrases = write;
    }

    @Override
    public Statement create(Name name, Table table) {
        write.name(name);
        return moment.statement(phrases.createTable(name.local(), table));
    }

    @Override
    public List<Statement> createIndex(Name table, String name, Index index) {
        return List.of(moment.statement(write.createIndex(table, name, index)));
    }

    @Override
    public Statement createTrigger(Name table, String name, Trigger trigger) {
        throw new Unsupported("SQLite's triggers hold statements and call no function; make '" + name + "' with sql");
    }
}
