package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What reading asks of a connection, and how it leaves it. */
class PostgresIntrospectorConnectionTest {
    @Test
    void the_connection_is_left_as_it_was() throws SQLException {
        try (LiveDatabase database = LiveDatabase.of("create table t (a int)")) {
            database.run("set search_path = pg_catalog; set timezone = 'Asia/Kolkata'");
            database.assertReadsAs("tables: {t: {columns: {a: integer}}}");
            assertThat(database.connection().getAutoCommit()).isTrue();
            assertThat(database.ask("show search_path")).isEqualTo("pg_catalog");

            database.connection().setAutoCommit(false);
            database.run("set local search_path = public; create table u (b int)");
            database.assertReadsAs("tables: {t: {columns: {a: integer}}, u: {columns: {b: integer}}}");
            assertThat(database.connection().getAutoCommit()).isFalse();
            assertThat(database.ask("show search_path")).isEqualTo("public");
            assertThat(database.ask("show timezone")).isEqualTo("Asia/Kolkata");
            database.connection().rollback();
            database.assertReadsAs("tables: {t: {columns: {a: integer}}}");
        }
    }

    @Test
    void a_failure_leaves_the_connection_as_it_was_too() throws SQLException {
        try (LiveDatabase database = LiveDatabase.of("create table t (a int)")) {
            assertThatThrownBy(() -> new PostgresIntrospector()
                            .read(database.connection(), LiveDatabase.SETTING, Set.of(), name -> {
                                throw new IllegalStateException("no");
                            }))
                    .hasMessage("no");
            assertThat(database.connection().getAutoCommit()).isTrue();
            assertThat(database.ask("show transaction_isolation")).isEqualTo("read committed");
        }
    }

    @Test
    void the_number_of_queries_does_not_grow_with_the_tables() throws SQLException {
        try (LiveDatabase one = LiveDatabase.of("create table t (a int primary key)");
                LiveDatabase many = LiveDatabase.of(
                        "do 'begin for i in 1..50 loop execute format(''create table t%s (a int primary key, b text unique)'', i);"
                                + " end loop; end'")) {
            assertThat(queriesOf(many)).isEqualTo(queriesOf(one));
        }
    }

    private static int queriesOf(LiveDatabase database) throws SQLException {
        AtomicInteger count = new AtomicInteger();
        Connection counting = (Connection) Proxy.newProxyInstance(
                PostgresIntrospectorConnectionTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().matches("prepareStatement|createStatement")) {
                        count.incrementAndGet();
                    }
                    try {
                        return method.invoke(database.connection(), arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
        assertThat(new PostgresIntrospector()
                        .read(counting, LiveDatabase.SETTING, Set.of(), name -> true)
                        .tables())
                .isNotEmpty();
        return count.get();
    }
}
