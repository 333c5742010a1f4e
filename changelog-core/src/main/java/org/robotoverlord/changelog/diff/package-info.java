/**
 * What has to happen so that one schema becomes another: changes in an order in which each can be applied and taken back. It asks
 * through interfaces and knows no database. Begin with {@link org.robotoverlord.changelog.diff.Differ}.
 */
package org.robotoverlord.changelog.diff;
