package org.robotoverlord.changelog.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Finds out what a user may not do, before anything is done. */
public interface Rights {
    /** Finds nothing, where a database tells nothing or everybody may do everything. */
    Rights ALL = (connection, needs) -> List.of();

    /**
     * The rights that the session's user lacks, as far as that can be told for sure.
     *
     * @param needs what is going to be done
     */
    List<Lack> lacking(Connection connection, Needs needs) throws SQLException;
}
