package org.robotoverlord.changelog.plan;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a run goes.
 *
 * @param version a number or an id to go to; empty where that isn't said
 * @param count how many changelogs at the most; empty for the usual number: all up, one down
 */
public record Target(Optional<String> version, OptionalLong count) {
    /** As far as usual: up to the newest, or one down. */
    public static final Target USUAL = new Target(Optional.empty(), OptionalLong.empty());

    /** To a number or an id. */
    public static Target version(String version) {
        return new Target(Optional.of(version), OptionalLong.empty());
    }

    /** So many changelogs. */
    public static Target count(long count) {
        return new Target(Optional.empty(), OptionalLong.of(count));
    }
}
