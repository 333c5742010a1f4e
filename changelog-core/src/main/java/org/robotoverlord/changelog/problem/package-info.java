/**
 * The one failure that a user can mend: what happened, where, and what to do. Begin with {@link
 * org.robotoverlord.changelog.problem.Problem}.
 */
package org.robotoverlord.changelog.problem;
