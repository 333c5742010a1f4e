package org.robotoverlord.changelog.dialect;

/**
 * Which version of a database the SQL is for, as its dialect numbers them.
 *
 * @param major the major version
 * @param minor the minor version
 */
public record Server(int major, int minor) {}
