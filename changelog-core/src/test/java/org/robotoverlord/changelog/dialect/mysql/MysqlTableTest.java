package org.robotoverlord.changelog.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.changelog.schema.Table;

class MysqlTableTest {
    @Test
    void a_name_that_the_server_folds_is_refused_beforehand() {
        Name users = Name.of("Users");
        Schema schema = Schema.empty(new Setting("", Set.of()))
                .with(users, Table.EMPTY.with("id", Column.of(ColumnType.of("integer"))));
        MysqlPhrases folding = new MysqlPhrases(new MysqlDialect(), schema, new Server("mariadb", 11, 4, true));
        MysqlTable.of(schema, users, new MysqlPhrases(new MysqlDialect(), schema, new Server("mariadb", 11, 4)));

        assertThatThrownBy(() -> MysqlTable.of(schema, users, folding))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("lower_case_table_names", "'Users'");
    }
}
