package org.robotoverlord.changelog;

import java.util.function.Consumer;
import java.util.function.Function;
import org.robotoverlord.changelog.run.Database;

/** A throw-away database to try changelogs on, and copies of it. Whoever calls {@link Robot#verify} makes it, empty, and ends it. */
public interface Workbench {
    /** Works on the database itself; nobody else is connected to it meanwhile. */
    void use(Consumer<Database> work);

    /** Works on a copy of the database, which is gone afterwards. */
    <T> T onCopy(Function<Database, T> work);

    /** Whether the server has databases that aren't the bench's. */
    default boolean isShared() {
        return false;
    }
}
