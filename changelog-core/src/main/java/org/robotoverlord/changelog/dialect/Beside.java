package org.robotoverlord.changelog.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens a second connection to the same database as the same user, for a look at the first one; whoever asks closes it. */
@FunctionalInterface
public interface Beside {
    /** @throws SQLException if there is none to be had */
    Connection open() throws SQLException;
}
