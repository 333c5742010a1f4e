package org.robotoverlord.it.crash;

import java.io.IOException;
import java.sql.SQLException;
import org.robotoverlord.changelog.TestMysql;

/** Runs die on MariaDB. */
class CrashMariadbTest extends ServerCrashes {
    @Override
    Subject subject() throws IOException, SQLException {
        return new MysqlSubject(TestMysql.MARIADB);
    }
}
