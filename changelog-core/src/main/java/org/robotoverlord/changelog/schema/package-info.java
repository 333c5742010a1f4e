/**
 * Immutable values that say what a database's schema is, free of YAML, SQL and connections. Begin with {@link
 * org.robotoverlord.changelog.schema.Schema}, then {@link org.robotoverlord.changelog.schema.Table}.
 */
package org.robotoverlord.changelog.schema;
