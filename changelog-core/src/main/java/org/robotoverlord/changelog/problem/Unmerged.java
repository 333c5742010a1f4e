package org.robotoverlord.changelog.problem;

/** That git left two sides of a file to a person. It is told before all else, as what else is wrong may come of it. */
public final class Unmerged extends Problem {
    private static final long serialVersionUID = 1L;

    /**
     * @param place where the first side begins
     * @param message what happened, and what to do
     */
    public Unmerged(Place place, String message) {
        super(place, message);
    }
}
