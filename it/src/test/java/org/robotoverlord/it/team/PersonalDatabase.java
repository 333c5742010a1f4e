package org.robotoverlord.it.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/** A database of one person's. */
final class PersonalDatabase {
    private static final Pattern WAY_OUT =
            Pattern.compile("mvn robot:downgrade -Dversion=(\\d+), then mvn robot:upgrade\\.");

    private final String url;

    /** An empty one. */
    PersonalDatabase() {
        this(TestPostgres.freshDatabase());
    }

    private PersonalDatabase(String url) {
        this.url = url;
    }

    /** The same once more. */
    PersonalDatabase copy() {
        return new PersonalDatabase(TestPostgres.copyOf(url));
    }

    void drop() {
        TestPostgres.drop(url);
    }

    private Database open() {
        try {
            return new Database(DriverManager.getConnection(url), dialect(), "public");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Dialect dialect() {
        return Dialects.embedded();
    }

    static Setting setting() {
        return dialect().setting("public");
    }

    void upgrade(Robot robot) {
        try (Database database = open()) {
            robot.upgrade(database, Target.USUAL, Progress.NONE);
        }
    }

    /**
     * Brings it up; where the order matters, by the way that is told then.
     *
     * @param clean whether nothing may be in the way
     * @return false if its changelog was written anew, so that it has what nobody knows any more
     */
    boolean follow(Robot robot, boolean clean) {
        try {
            upgrade(robot);
            return true;
        } catch (Problem told) {
            if (clean) {
                throw told;
            }
            Matcher wayOut = WAY_OUT.matcher(told.getMessage());
            if (!wayOut.find()) {
                assertThat(told)
                        .message()
                        .containsAnyOf("and isn't here. Bring its file back", "and written anew since");
                return false;
            }
            try (Database database = open()) {
                robot.downgrade(database, Target.version(wayOut.group(1)), plan -> true, Progress.NONE);
            }
            upgrade(robot);
            return true;
        }
    }

    /** What is in it. */
    Schema live(Schema like) {
        try (Database database = open()) {
            return database.live(like, table -> !table.equals(Name.of(Journal.DEFAULT_TABLE)));
        }
    }

    /** The ids of its rows, in the order of their numbers. */
    List<List<String>> ids() {
        try (Database database = open()) {
            return database.texts("select number::text, id from robot_migrations order by number");
        }
    }
}
