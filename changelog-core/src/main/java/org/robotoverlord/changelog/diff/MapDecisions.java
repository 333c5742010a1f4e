package org.robotoverlord.changelog.diff;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.schema.Name;

/** Decides what the rows of an enum's removed value become. */
public interface MapDecisions {
    /**
     * @param enumType the enum, under its new name
     * @param gone the value that is removed
     * @param left the values after
     * @return one of those; empty where there are no such rows
     */
    Optional<String> instead(Name enumType, String gone, List<String> left);
}
