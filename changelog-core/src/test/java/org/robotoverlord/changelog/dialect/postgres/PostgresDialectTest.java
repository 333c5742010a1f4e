package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.DialectContract;

class PostgresDialectTest extends DialectContract {
    @Override
    protected Dialect dialect() {
        return new PostgresDialect();
    }

    /** The oldest, the newest, and the one that first sets an expression anew; with {@code -Drobot.majors=all} each that there is. */
    @Override
    protected List<Integer> majors() {
        boolean all = "all".equals(System.getProperty("robot.majors"));
        return all ? TestPostgres.majors() : List.of(14, 17, TestPostgres.NEWEST);
    }

    @Override
    protected boolean does(int major, ChangeExample example) {
        return major >= example.since();
    }

    @Override
    protected Connection open(int major) throws SQLException {
        return DriverManager.getConnection(TestPostgres.freshDatabase(major));
    }

    @Override
    protected List<String> likeACommit() {
        return List.of("set constraints all immediate", "set constraints all deferred");
    }

    @Override
    protected Connection another(Connection connection) throws SQLException {
        return DriverManager.getConnection(connection.getMetaData().getURL());
    }
}
