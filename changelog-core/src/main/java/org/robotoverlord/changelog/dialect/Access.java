package org.robotoverlord.changelog.dialect;

import java.util.Optional;

/**
 * How a connection was opened, for programs that open one of their own.
 *
 * @param url the JDBC URL, without user and password
 * @param user who logged in; empty for the driver's own choice
 * @param password the password; empty where the driver found one, or none was needed
 */
public record Access(String url, Optional<String> user, Optional<String> password) {
    /** Without the password, and without what a URL may hold of secrets. */
    @Override
    public String toString() {
        return url.split("[?;]", 2)[0];
    }
}
