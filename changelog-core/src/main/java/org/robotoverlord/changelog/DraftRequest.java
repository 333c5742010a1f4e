package org.robotoverlord.changelog;

import java.util.Optional;

/**
 * What somebody wants of the next changelog.
 *
 * @param name what it is called, as typed; empty for a name made of its changes
 * @param rename answers to questions about renames, given beforehand: {@code users.mail:email,articles:posts}
 * @param fill values of rows that exist, given beforehand: {@code users.verified=false}
 * @param map what rows of a removed enum value become, given beforehand: {@code user_role.gone:citizen}
 * @param allowDataLoss whether a change that loses data needs no further consent
 */
public record DraftRequest(
        Optional<String> name,
        Optional<String> rename,
        Optional<String> fill,
        Optional<String> map,
        boolean allowDataLoss) {
    /** Nothing but a name. */
    public static DraftRequest named(String name) {
        return new DraftRequest(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
