/**
 * Many changelogs: the line they make, and the schema at each. Begin with {@link org.robotoverlord.changelog.history.History}.
 */
package org.robotoverlord.changelog.history;
