package org.robotoverlord.it.crash;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.robotoverlord.changelog.TestMysql;

/** Runs die on MySQL, in the profile alone: the usual build has another much like it. */
@EnabledIfSystemProperty(named = "crash.every", matches = "[1-9].*")
class CrashMysqlTest extends ServerCrashes {
    @Override
    Subject subject() throws IOException, SQLException {
        return new MysqlSubject(TestMysql.MYSQL);
    }
}
