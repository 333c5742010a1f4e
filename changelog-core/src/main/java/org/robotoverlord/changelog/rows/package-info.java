/**
 * Rows that are made up to try changelogs on, and what becomes of them: {@link org.robotoverlord.changelog.rows.RowMaker} fills tables,
 * {@link org.robotoverlord.changelog.rows.Survivors} says which columns a way down and up must leave as they were.
 */
package org.robotoverlord.changelog.rows;
