package org.robotoverlord.it.crash;

import java.sql.Connection;
import java.sql.SQLException;

/** Is told of each statement of a run, counted from 0, and may keep the run waiting. */
interface Watch {
    /** The statement is about to be sent. */
    void before(int number, String sql, Connection real) throws SQLException;

    /** The statement was answered, and the run hasn't heard of that yet. */
    void after(int number, String sql, Connection real) throws SQLException;
}
