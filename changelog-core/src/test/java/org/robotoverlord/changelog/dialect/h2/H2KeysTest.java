package org.robotoverlord.changelog.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Unique;

class H2KeysTest {
    @Test
    void a_key_keeps_its_order_where_a_column_of_it_is_renamed() throws SQLException {
        H2Dialect dialect = new H2Dialect();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:;DATABASE_TO_LOWER=TRUE");
                Statement statement = connection.createStatement()) {
            statement.execute("create table seats (show int, seat int, constraint seats_pkey primary key (show, seat),"
                    + " constraint seats_key unique (seat, show))");
            statement.execute("alter table seats alter column show rename to performance");
            Table seats = dialect.introspector()
                    .read(connection, dialect.setting("public"), Set.of(), table -> true)
                    .table(Name.of("seats"));
            assertThat(seats.keyColumns()).containsExactly("performance", "seat");
            assertThat(seats.uniques().values())
                    .extracting(Unique::columns)
                    .containsExactly(java.util.List.of("seat", "performance"));
        }
    }
}
