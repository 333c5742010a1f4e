/** People who work on one project in branches of a git repository, and the databases of each. Begin with {@link BranchesTest}. */
package org.robotoverlord.it.team;
