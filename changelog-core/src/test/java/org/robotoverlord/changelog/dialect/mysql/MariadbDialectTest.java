package org.robotoverlord.changelog.dialect.mysql;

import java.util.List;
import java.util.Set;
import org.robotoverlord.changelog.TestMysql;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.dialect.Server;

/** What MariaDB has and MySQL hasn't: sequences. */
class MariadbDialectTest extends MysqlDialectTest {
    /** What is said in words of PostgreSQL's. */
    private static final Set<String> IN_OTHER_WORDS = Set.of();

    @Override
    protected Server newest() {
        return dialect().newest(MysqlDialect.MARIADB);
    }

    @Override
    protected String goldens() {
        return MysqlDialect.MARIADB;
    }

    @Override
    protected boolean isTried(ChangeExample example) {
        return example.name().contains("sequence");
    }

    @Override
    protected List<Integer> majors() {
        return TestMysql.majors().stream()
                .filter(major -> major != TestMysql.MYSQL)
                .toList();
    }

    @Override
    protected boolean does(int major, ChangeExample example) {
        return !IN_OTHER_WORDS.contains(example.name()) && !IN_OTHER_QUOTES.contains(example.name());
    }
}
