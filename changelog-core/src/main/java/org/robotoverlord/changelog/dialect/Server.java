package org.robotoverlord.changelog.dialect;

/**
 * Which version of a database the SQL is for, as its dialect numbers them.
 *
 * @param flavour which of several databases that speak the dialect; empty text where there is but one
 * @param major the major version
 * @param minor the minor version
 * @param foldsTables whether it was set up to take names of tables for the same in whatever case
 */
public record Server(String flavour, int major, int minor, boolean foldsTables) {
    /** A version of a database that tells names of tables apart by case. */
    public Server(String flavour, int major, int minor) {
        this(flavour, major, minor, false);
    }

    /** A version of the one database that speaks the dialect. */
    public Server(int major, int minor) {
        this("", major, minor);
    }
}
