/**
 * Writes into a user's {@code pom.xml} without touching what is there. Begin with {@link org.robotoverlord.migrate.pom.PomEdit}.
 */
package org.robotoverlord.migrate.pom;
