/**
 * MariaDB and MySQL. Begin with {@link org.robotoverlord.changelog.dialect.mysql.MysqlDialect}; what happens to tables is in {@link
 * org.robotoverlord.changelog.dialect.mysql.MysqlAlter}.
 */
package org.robotoverlord.changelog.dialect.mysql;
