/**
 * SQLite, 3.35 and newer. What its ALTER TABLE can't do is done by making the table anew: begin with {@link
 * org.robotoverlord.changelog.dialect.sqlite.SqliteDialect}, then {@code SqliteRebuild}.
 */
package org.robotoverlord.changelog.dialect.sqlite;
