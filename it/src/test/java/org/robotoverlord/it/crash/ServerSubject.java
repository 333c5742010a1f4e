package org.robotoverlord.it.crash;

import java.sql.SQLException;
import java.util.Optional;

/** A database of a server, which can die alone, as a connection to it can. */
interface ServerSubject extends Subject {
    @Override
    default Optional<ServerSubject> server() {
        return Optional.of(this);
    }

    /** Where it listens. */
    int port();

    /** A statement that it would be at for hours. */
    String endless();

    /** Whether it is at work for a session. */
    boolean isAtWork(long session);

    /** Whether it still has a session. */
    boolean isConnected(long session);

    /** It ends a session. */
    void endSession(long session) throws SQLException;

    /** It is stopped at once, as by a failure of its machine's power as far as it is told. */
    void killServer() throws Exception;

    /** It is started again. */
    void startServer() throws Exception;
}
