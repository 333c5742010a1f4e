package org.robotoverlord.changelog.plan;

import org.robotoverlord.changelog.dialect.Statement;

/**
 * That an earlier run ended at a statement outside a transaction: it had begun, or was about to, and its end was never noted. The
 * database is asked what became of it before anything else is done.
 *
 * @param statement the statement
 * @param direction what that run was doing
 */
public record Doubt(Statement statement, Direction direction) {}
