package org.robotoverlord.it.generated;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.dialect.h2.H2Profile;
import org.robotoverlord.changelog.schema.Schema;

/** Generated pairs on H2. */
class GeneratedH2Test extends GeneratedPairs {
    private static final Pattern RENAME = Pattern.compile("Rename (.*) to (.*) \\[True]");
    private static final Pattern LAST_PART = Pattern.compile("(?:\"(?:[^\"]|\"\")*\"|[^.\"]*)$");
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    List<String> servers() {
        return List.of("H2");
    }

    @Override
    long usualPairs() {
        return 20;
    }

    @Override
    String freshDatabase(String server) {
        return "jdbc:h2:mem:pair" + COUNT.incrementAndGet() + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
    }

    @Override
    void drop(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    Schema asFarAsItCan(Schema schema) {
        return H2Profile.of(schema);
    }

    /** Nothing moves into another schema. */
    @Override
    boolean may(String question) {
        Matcher rename = RENAME.matcher(question);
        return !rename.matches() || within(rename.group(1)).equals(within(rename.group(2)));
    }

    /** What a name lies in, as somebody would write it. */
    private static String within(String name) {
        return LAST_PART.matcher(name).replaceFirst("");
    }
}
