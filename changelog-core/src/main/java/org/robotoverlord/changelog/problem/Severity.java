package org.robotoverlord.changelog.problem;

/** How much a {@link Finding} weighs. */
public enum Severity {
    /** What was asked for fails by it. */
    ERROR,
    /** It is told, and nothing fails by it. */
    WARNING
}
