package org.robotoverlord.changelog;

import java.util.List;

/**
 * A changelog that does what it says: up, down and up again on a real database.
 *
 * @param id its id
 * @param rows how many made-up rows it was taken back and made again with
 * @param remarks what couldn't be tried, and why
 */
public record Verified(String id, long rows, List<String> remarks) {
    public Verified {
        remarks = List.copyOf(remarks);
    }
}
