/**
 * One changelog: a document that says how a schema became another. Begin with {@link
 * org.robotoverlord.changelog.changelog.Changelog}.
 */
package org.robotoverlord.changelog.changelog;
