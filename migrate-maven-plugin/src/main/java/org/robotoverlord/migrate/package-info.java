/**
 * The goals of the Maven plugin. A goal is its parameters and a call of {@link org.robotoverlord.changelog.Robot}; begin with {@link
 * org.robotoverlord.migrate.RobotMojo}, which holds what they share.
 */
package org.robotoverlord.migrate;
