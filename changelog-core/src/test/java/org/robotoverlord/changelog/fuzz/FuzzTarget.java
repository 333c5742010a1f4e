package org.robotoverlord.changelog.fuzz;

import java.util.List;

/** A door that input from outside comes in by. Whatever comes, it is taken or refused with a problem that says where it is. */
public interface FuzzTarget {
    /** What it is called where inputs are counted: {@code changelog}. */
    String name();

    /**
     * Takes an input.
     *
     * @throws org.robotoverlord.changelog.problem.Problem if it is refused; anything else that is thrown is a bug of ours
     */
    void take(byte[] input);

    /** Whether a problem says what it should: for files, where they are wrong. */
    boolean isTold(String problem);

    /** Inputs as people write them, of which others are made. */
    List<byte[]> seeds();
}
