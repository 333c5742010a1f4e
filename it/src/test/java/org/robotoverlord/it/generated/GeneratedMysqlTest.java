package org.robotoverlord.it.generated;

import java.util.List;
import org.robotoverlord.changelog.TestMysql;
import org.robotoverlord.changelog.dialect.mysql.MysqlProfile;
import org.robotoverlord.changelog.schema.Schema;

/** Generated pairs on MySQL. */
class GeneratedMysqlTest extends GeneratedPairs {
    /** Which server. */
    int major() {
        return TestMysql.MYSQL;
    }

    @Override
    List<String> servers() {
        return List.of("MySQL 8.0");
    }

    @Override
    long usualPairs() {
        return 20;
    }

    @Override
    String freshDatabase(String server) {
        return TestMysql.freshDatabase(major());
    }

    @Override
    void drop(String url) {
        TestMysql.drop(url);
    }

    @Override
    Schema asFarAsItCan(Schema schema) {
        return MysqlProfile.of(schema);
    }
}
