/**
 * What touches a database: the connection, the lock, the migration table, and the run of a plan. Begin with {@link
 * org.robotoverlord.changelog.run.Executor}.
 */
package org.robotoverlord.changelog.run;
