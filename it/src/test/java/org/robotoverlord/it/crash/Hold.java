package org.robotoverlord.it.crash;

/** What holds up a statement while the server is at work on it. */
interface Hold extends AutoCloseable {
    /** What the run is told to do before it sends the statement. */
    String order();

    /** Whether the statement is held up now. */
    boolean isHeld();

    /** Lets it go on. */
    @Override
    void close();
}
