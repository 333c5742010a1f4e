package org.robotoverlord.it.benchmark;

import java.sql.SQLException;

/** Something that is done and measured, as often as one likes. */
interface Run {
    Measured measure() throws SQLException;
}
