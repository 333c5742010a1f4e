package org.robotoverlord.changelog.dialect.postgres;

import java.sql.SQLException;
import org.robotoverlord.changelog.problem.Problem;

/** Tells, of a failure in the scratch schemas, what the user can mend from what went wrong with the connection. */
final class Refusal {
    private static final String NO_PRIVILEGE = "42501";
    /** Classes of SQLSTATE: a feature it hasn't, a value that doesn't fit, a statement it doesn't understand. */
    private static final String OF_STATEMENT = "0A|22|42";

    private Refusal() {}

    /** The problem that a failure is; itself where it is none of the user's. */
    static SQLException explained(SQLException failed) {
        String state = failed.getSQLState();
        if (state == null || !state.substring(0, Math.min(2, state.length())).matches(OF_STATEMENT)) {
            return failed;
        }
        if (state.equals(NO_PRIVILEGE)) {
            throw new Problem(
                    "how PostgreSQL prints the wished schema is read from scratch schemas, and this user may not make "
                            + "them: " + failed.getMessage() + "; grant it CREATE on the database, or, where nothing is"
                            + " declared beside the app's own schema, TEMPORARY",
                    failed);
        }
        throw new Problem(
                "PostgreSQL refuses the wished schema: " + failed.getMessage()
                        + "; mend what the statement was made of",
                failed);
    }
}
