/**
 * What a person reads and is asked. Begin with {@link org.robotoverlord.migrate.console.Console}.
 */
package org.robotoverlord.migrate.console;
