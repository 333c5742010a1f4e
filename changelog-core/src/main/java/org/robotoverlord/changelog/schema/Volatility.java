package org.robotoverlord.changelog.schema;

/** What a database may take for granted of a function's results. */
public enum Volatility {
    /** Nothing: it may change rows, and give something else each time. */
    VOLATILE,
    /** That it changes nothing, and gives the same for the same arguments within a statement. */
    STABLE,
    /** That it gives the same for the same arguments for ever. */
    IMMUTABLE
}
