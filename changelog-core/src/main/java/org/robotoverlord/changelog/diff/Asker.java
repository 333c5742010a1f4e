package org.robotoverlord.changelog.diff;

/** Asks a person, who may take as long as they like. */
public interface Asker {
    /**
     * @param question as it is shown, with what Enter means in brackets at its end
     * @param defaultAnswer what Enter means
     */
    boolean yes(String question, boolean defaultAnswer);

    /**
     * @param question as it is shown
     * @return what was typed; empty for Enter alone
     */
    String text(String question);
}
