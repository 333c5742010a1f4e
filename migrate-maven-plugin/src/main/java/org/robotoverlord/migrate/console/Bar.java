package org.robotoverlord.migrate.console;

import java.io.PrintStream;

/** A line at the foot of a terminal that shows how far work is, drawn over itself. */
public final class Bar {
    /** Draws nothing. */
    public static final Bar NONE = new Bar(null);

    private static final int WIDTH = 30;
    private static final int LONGEST_LINE = 79;

    private final PrintStream out;
    private boolean drawn;

    /** @param out the terminal; null for none */
    public Bar(PrintStream out) {
        this.out = out;
    }

    /** Whether there is a terminal to draw in. */
    boolean isSeen() {
        return out != null;
    }

    /** Draws it, in place of what was drawn before. */
    void draw(int done, int total, String now) {
        int full = total == 0 ? 0 : (int) ((long) WIDTH * done / total);
        String line = "[" + "=".repeat(full) + " ".repeat(WIDTH - full) + "] " + done + "/" + total + " " + now;
        out.print("\r\033[K" + (line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…"));
        out.flush();
        drawn = true;
    }

    /** Takes it away, so that a line can be printed. */
    void clear() {
        if (drawn) {
            out.print("\r\033[K");
            out.flush();
            drawn = false;
        }
    }
}
