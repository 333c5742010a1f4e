/**
 * How a goal gets to an app's database: which one it is, who logs in, and what to do where that fails. Begin with {@link
 * org.robotoverlord.migrate.connection.Databases}.
 */
package org.robotoverlord.migrate.connection;
