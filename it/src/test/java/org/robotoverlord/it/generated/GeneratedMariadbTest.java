package org.robotoverlord.it.generated;

import java.util.List;
import org.robotoverlord.changelog.TestMysql;
import org.robotoverlord.changelog.dialect.mysql.MysqlProfile;
import org.robotoverlord.changelog.schema.Schema;

/** Generated pairs on MariaDB. */
class GeneratedMariadbTest extends GeneratedMysqlTest {
    @Override
    int major() {
        return TestMysql.MARIADB;
    }

    @Override
    List<String> servers() {
        return List.of("MariaDB 11.4");
    }

    @Override
    String called(String url) {
        return "mariadb";
    }

    @Override
    Schema asFarAsItCan(Schema schema) {
        return MysqlProfile.onMariadb(schema);
    }
}
