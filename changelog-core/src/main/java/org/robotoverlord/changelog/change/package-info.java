/**
 * What can happen to a schema, one record a kind: each knows the schema after it, its reverse, and how to say itself, and touches
 * nothing. Begin with {@link org.robotoverlord.changelog.change.Change}; {@link
 * org.robotoverlord.changelog.change.RenameColumn} shows one.
 */
package org.robotoverlord.changelog.change;
