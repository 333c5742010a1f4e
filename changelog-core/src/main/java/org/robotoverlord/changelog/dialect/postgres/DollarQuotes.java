package org.robotoverlord.changelog.dialect.postgres;

/** Encloses code that holds quotes of its own. */
final class DollarQuotes {
    private DollarQuotes() {}

    /** A text between dollar quotes that it doesn't hold, nor ends in the beginning of. */
    static String around(String text) {
        String tag = "$body$";
        for (int i = 1; text.contains(tag); i++) {
            tag = "$body" + i + "$";
        }
        return tag + text + tag;
    }
}
