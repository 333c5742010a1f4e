/**
 * H2, for the tests of applications that use it. Begin with {@link org.robotoverlord.changelog.dialect.h2.H2Dialect}; how a schema
 * would come back is asked of a database in memory, in {@link org.robotoverlord.changelog.dialect.h2.H2ReadBack}.
 */
package org.robotoverlord.changelog.dialect.h2;
