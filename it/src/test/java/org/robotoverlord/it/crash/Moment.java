package org.robotoverlord.it.crash;

/** When in the life of a statement something dies. */
enum Moment {
    /** It wasn't sent yet. */
    BEFORE("before"),
    /** The server is at work on it. */
    DURING("in"),
    /** The server has done it, and the run doesn't know. */
    AFTER("after");

    private final String text;

    Moment(String text) {
        this.text = text;
    }

    /** As people read it. */
    String text() {
        return text;
    }
}
