package org.robotoverlord.changelog.dialect;

/**
 * Which version of a database the SQL is for, as its dialect numbers them.
 *
 * @param flavour which of several databases that speak the dialect; empty text where there is but one
 * @param major the major version
 * @param minor the minor version
 */
public record Server(String flavour, int major, int minor) {
    /** A version of the one database that speaks the dialect. */
    public Server(int major, int minor) {
        this("", major, minor);
    }
}
