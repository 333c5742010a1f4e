/** What git knows of changelogs: which of them others have already. Begin with {@link org.robotoverlord.migrate.git.GitLines}. */
package org.robotoverlord.migrate.git;
