package org.robotoverlord.migrate.connection;

import java.util.Optional;

/**
 * Who logs in.
 *
 * @param user the user; empty for the driver's own choice
 * @param password the password; empty where the driver looks for one, in {@code ~/.pgpass}, or none is needed
 */
public record Login(Optional<String> user, Optional<Secret> password) {
    /** Nobody in particular. */
    public static final Login NONE = new Login(Optional.empty(), Optional.empty());

    /** This, and what it leaves open from another; a password only where it is the same user's. */
    Login or(Login other) {
        boolean sameUser = user.isEmpty() || other.user.isEmpty() || user.equals(other.user);
        return new Login(user.or(other::user), password.or(() -> sameUser ? other.password : Optional.empty()));
    }
}
