/**
 * The only place that knows SQL: what each kind of change is on each database. Begin with {@link
 * org.robotoverlord.changelog.dialect.Dialect}; a database has a package of its own below this one.
 */
package org.robotoverlord.changelog.dialect;
