package org.robotoverlord.changelog.rows;

/** How many made-up rows a table gets, and how much is in them: the less, the less of it can be in a change's way. */
public enum Measure {
    /** A few rows, the first ones with a value in every column. */
    FULL(3),
    /** One row, with a value in every column if that may be. */
    SINGLE(1),
    /** One row, with a value only where NULL may not be. */
    BARE(1);

    private final int rows;

    Measure(int rows) {
        this.rows = rows;
    }

    int rows() {
        return rows;
    }
}
