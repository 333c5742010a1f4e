/**
 * PostgreSQL, from 14 on. Nothing outside names a class of it but tests. Begin with {@link
 * org.robotoverlord.changelog.dialect.postgres.PostgresIntrospector}.
 */
package org.robotoverlord.changelog.dialect.postgres;
