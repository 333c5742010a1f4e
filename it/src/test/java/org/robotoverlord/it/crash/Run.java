package org.robotoverlord.it.crash;

import java.util.Optional;

/**
 * A run that stops at a statement and says so. It first says {@code session} and the session's number, then {@code before} and {@code
 * after} as {@link Stop} does, and in the end {@code over}, with what a user would read where it failed.
 */
interface Run extends AutoCloseable {
    String SESSION = "session ";
    String OVER = "over";

    /** Waits for what it says next. */
    String next();

    /** What it says next, if it has said it. */
    Optional<String> peek();

    /** Lets it go on, with an order. */
    void order(String order);

    @Override
    void close();
}
