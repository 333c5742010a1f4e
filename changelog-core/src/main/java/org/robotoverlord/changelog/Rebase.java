package org.robotoverlord.changelog;

import java.util.List;
import java.util.Optional;

/**
 * How changelogs become one line, before anything is written.
 *
 * @param moves what becomes of each file that doesn't stay as it is, in the order of the line
 * @param notes what a person should know
 */
public record Rebase(List<Move> moves, List<String> notes) {
    public Rebase {
        moves = List.copyOf(moves);
        notes = List.copyOf(notes);
    }

    /**
     * A file that gets another name or another text.
     *
     * @param from the id it had
     * @param bytes what was read of it
     * @param to the id it gets; empty where nothing is left of it
     * @param text what stands in it then
     * @param why why nothing is left of it; nothing where something is
     * @param rewritten whether it changes something else than before
     */
    public record Move(String from, byte[] bytes, Optional<String> to, String text, String why, boolean rewritten) {
        /** In a line: {@code 2_20260525081500_teams -> 3_20260525081500_teams}. */
        public String told() {
            return from + " -> " + to.orElse("nothing: " + why)
                    + (to.filter(from::equals).isPresent() ? " (another parent)" : "")
                    + (rewritten && to.isPresent() ? " (rewritten from the models)" : "");
        }
    }

    public boolean isEmpty() {
        return moves.isEmpty();
    }
}
