package org.robotoverlord.changelog.plan;

/** Which way a changelog is run. */
public enum Direction {
    UP("upgrade"),
    DOWN("downgrade");

    private final String text;

    Direction(String text) {
        this.text = text;
    }

    /** The goal that runs it so. */
    public String text() {
        return text;
    }
}
