/**
 * A real PostgreSQL on this machine, started from a jar of its binaries and stopped again: for whoever has set no database,
 * and for tests. Begin with {@link org.robotoverlord.changelog.embedded.EmbeddedPostgres}; which jar it needs, {@link
 * org.robotoverlord.changelog.embedded.Platform} says.
 */
package org.robotoverlord.changelog.embedded;
