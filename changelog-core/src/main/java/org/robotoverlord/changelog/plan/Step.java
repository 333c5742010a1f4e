package org.robotoverlord.changelog.plan;

import java.util.List;

/**
 * What is done at once or not at all: pieces in one transaction, or a single statement that can't be in one.
 *
 * @param transactional whether it is in a transaction
 * @param pieces in order
 */
public record Step(boolean transactional, List<Piece> pieces) {
    public Step {
        pieces = List.copyOf(pieces);
    }
}
