package org.robotoverlord.changelog.dialect.mysql;

import java.util.List;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.RowSql;
import org.robotoverlord.changelog.schema.Table;

/** Writes the changes of rows: a row without a value is worded otherwise, and numbered columns take any. */
final class MysqlRows extends RowSql {
    MysqlRows(Moment moment, Phrases write) {
        super(moment, write);
    }

    @Override
    protected String nothing() {
        return " () values ()";
    }

    @Override
    protected String overriding(Table table, List<String> columns) {
        return "";
    }
}
