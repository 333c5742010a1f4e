package org.robotoverlord.changelog.dialect;

import java.util.List;
import org.robotoverlord.changelog.change.Change;

/**
 * One statement of SQL, and what it is for.
 *
 * @param sql the text, without a semicolon at its end
 * @param serves the changes it serves, at least one; several where neighbours were merged
 * @param transactional whether it may run in a transaction with others; where not, it is committed before the next one runs
 */
public record Statement(String sql, List<Change> serves, boolean transactional) {
    public Statement {
        serves = List.copyOf(serves);
    }

    /** One that runs in the transaction of its changelog. */
    public static Statement of(String sql, Change change) {
        return new Statement(sql, List.of(change), true);
    }
}
