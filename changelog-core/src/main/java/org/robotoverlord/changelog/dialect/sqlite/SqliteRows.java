package org.robotoverlord.changelog.dialect.sqlite;

import java.util.List;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Insert;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.RowSql;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.Table;

/** The changes of rows that SQLite words otherwise: a list of rows to look among is a {@code values}. */
final class SqliteRows extends RowSql {
    SqliteRows(Moment moment, Phrases write) {
        super(moment, write);
    }

    @Override
    protected String overriding(Table table, List<String> columns) {
        return "";
    }

    @Override
    public List<Statement> delete(Insert inserted) {
        Table table = moment.before().table(inserted.table());
        List<String> key = table.keyColumns();
        if (key.size() == 1) {
            return super.delete(inserted);
        }
        String rows = inserted.rows().stream()
                .map(row -> key.stream()
                        .map(column -> write.value(table.column(column).type(), row.get(column)))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        return List.of(moment.statement("delete from " + write.name(inserted.table()) + " where (" + write.names(key)
                + ") in (values " + rows + ")"));
    }
}
