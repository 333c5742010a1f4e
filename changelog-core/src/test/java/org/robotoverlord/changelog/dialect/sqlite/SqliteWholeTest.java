package org.robotoverlord.changelog.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Schema;

class SqliteWholeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            columns: {a: {type: integer, generated: {sql: "1"}}}                                         | column that isn't computed; give 't' one
            columns: {a: integer}, with: {without_rowid: true}                                           | 't' has none; add one
            columns: {a: {type: bigint, identity: true}}, primaryKey: [a], with: {without_rowid: true}   | leave 'identity' or 'without_rowid' out
            columns: {a: datetime}, with: {strict: true}                                                 | no type 'datetime', which 'a' is of; take a portable one or 'any'
            columns: {a: native(point)}, with: {strict: true}                                            | no type 'native(point)'
            columns: {a: integer}, with: {fillfactor: 70}                                                | no storage parameter 'fillfactor: 70'
            """)
    void what_sqlite_would_refuse_is_refused_before(String table, String message) {
        List<Change> changes = ChangeExample.changes("- createTable: {name: t, " + table + "}");
        SqliteDialect dialect = new SqliteDialect();
        assertThatThrownBy(() -> dialect.statements(
                        changes, Schema.empty(dialect.setting(dialect.defaultSchema())), dialect.newest()))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining(message);
    }
}
