package org.robotoverlord.migrate.console;

import org.robotoverlord.changelog.plan.State;

/** Colours the states of changelogs, where Maven colours its own lines. */
public final class StateColours {
    private static final String GREEN = "\033[32m";
    private static final String YELLOW = "\033[33m";
    private static final String RED = "\033[1;31m";
    private static final String END = "\033[0m";

    private final boolean wanted;

    /** @param wanted whether there is to be colour at all */
    public StateColours(boolean wanted) {
        this.wanted = wanted;
    }

    /**
     * Whether Maven colours its lines.
     *
     * @param style what {@code -Dstyle.color} says; empty text for nothing
     * @param noColor what {@code NO_COLOR} says; empty text for nothing
     * @param person whether a person sits before a terminal
     */
    public static boolean wanted(String style, String noColor, boolean person) {
        return switch (style) {
            case "always" -> true;
            case "never" -> false;
            default -> noColor.isEmpty() && person;
        };
    }

    /** The text in the state's colour. */
    public String of(State state, String text) {
        if (!wanted) {
            return text;
        }
        return switch (state) {
                    case APPLIED -> GREEN;
                    case PENDING -> YELLOW;
                    case CHANGED, UNKNOWN, INTERRUPTED -> RED;
                }
                + text
                + END;
    }
}
