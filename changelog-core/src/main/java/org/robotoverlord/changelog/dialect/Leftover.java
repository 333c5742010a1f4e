package org.robotoverlord.changelog.dialect;

import java.util.Optional;
import org.robotoverlord.changelog.schema.Name;

/**
 * Something of a table that was begun and never finished, and that the database keeps.
 *
 * @param table the table
 * @param what what it is, as a person would say it: {@code index users_bio_idx of users, which isn't valid}
 * @param name what it is called
 * @param drop the statement that takes it away
 * @param busy who is at it right now, so that it had better be left alone; empty where nobody is
 */
public record Leftover(Name table, String what, String name, String drop, Optional<String> busy) {}
