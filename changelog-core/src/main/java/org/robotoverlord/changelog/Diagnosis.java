package org.robotoverlord.changelog;

import java.util.List;

/**
 * What {@code robot:repair} finds.
 *
 * @param repairs what it can do, in order
 * @param notes what it can't do anything about, and who can
 */
public record Diagnosis(List<Repair> repairs, List<String> notes) {
    public Diagnosis {
        repairs = List.copyOf(repairs);
        notes = List.copyOf(notes);
    }
}
