package org.robotoverlord.changelog;

import java.util.List;
import java.util.Map;

/**
 * Models of a live database.
 *
 * @param text all of them as one text
 * @param files the same as files, name → text
 * @param leftOut what models have no words for, object by object
 */
public record Inspection(String text, Map<String, String> files, List<String> leftOut) {
    public Inspection {
        files = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(files));
        leftOut = List.copyOf(leftOut);
    }
}
