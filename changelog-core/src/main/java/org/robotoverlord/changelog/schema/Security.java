package org.robotoverlord.changelog.schema;

/** With whose rights a function or procedure runs. */
public enum Security {
    /** Those of whoever calls it. */
    INVOKER,
    /** Those of whoever owns it. */
    DEFINER
}
