package org.robotoverlord.changelog.changelog;

import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;

/** A change and where it is written. */
public final class PlacedChange {
    private final Change change;
    private final Place place;
    private final Source source;
    private final int position;

    PlacedChange(Change change, Place place, Source source, int position) {
        this.change = change;
        this.place = place;
        this.source = source;
        this.position = position;
    }

    /** The change. */
    public Change change() {
        return change;
    }

    /** Where the change begins. */
    public Place place() {
        return place;
    }

    /** The same place, another change: what came of this one when placeholders were replaced. */
    public PlacedChange with(Change other) {
        return other.equals(change) ? this : new PlacedChange(other, place, source, position);
    }

    /** Fills in the place of a problem with this change: the part of it that the problem is about. */
    public Problem locate(Problem problem) {
        return problem.place().isPresent() ? problem : problem.at(source.placeIn(position, problem.path()));
    }

    @Override
    public String toString() {
        return place + ": " + change.describe();
    }
}
