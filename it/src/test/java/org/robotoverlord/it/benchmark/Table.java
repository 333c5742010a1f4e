package org.robotoverlord.it.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was measured, as a table of Markdown. Each line is also printed when it is known. */
final class Table {
    private static final String HEAD =
            "\n| on | N | what | s | less the floor | times psql | peak MB |\n|---|---|---|---|---|---|---|";

    private final List<String> lines = new ArrayList<>();

    /**
     * The lines about one size on one database.
     *
     * @param on which database
     * @param size how many changelogs or tables
     * @param floor a goal that does nothing
     * @param script the database's own tool with the same SQL, where there is one
     */
    final class Part {
        private final String on;
        private final int size;
        private final Measured floor;
        private final Optional<Measured> script;

        Part(String on, int size, Measured floor, Optional<Measured> script) {
            this.on = on;
            this.size = size;
            this.floor = floor;
            this.script = script;
            line("robot:help (Maven's floor)", floor, "", "");
            script.ifPresent(measured -> line("psql -1 -f", measured, "", ""));
        }

        /** A goal that does what the script does. */
        void whole(String what, Measured measured) {
            long own = measured.millis() - floor.millis();
            line(
                    what,
                    measured,
                    seconds(own),
                    script.map(other -> String.format("%.2f", own / (double) other.millis()))
                            .orElse(""));
        }

        /** A goal with less to do. */
        void goal(String what, Measured measured) {
            line(what, measured, seconds(measured.millis() - floor.millis()), "");
        }

        private void line(String what, Measured measured, String own, String ratio) {
            List<String> cells = List.of(
                    on,
                    String.valueOf(size),
                    what,
                    seconds(measured.millis()),
                    own,
                    ratio,
                    String.valueOf(measured.peakMegabytes()));
            lines.add("| " + String.join(" | ", cells) + " |");
            System.out.println(lines.get(lines.size() - 1));
        }
    }

    private static String seconds(long millis) {
        return String.format("%.2f", millis / 1000.0);
    }

    void print() {
        System.out.println(HEAD);
        lines.forEach(System.out::println);
    }
}
