package org.robotoverlord.it.crash;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.robotoverlord.changelog.plan.Direction;

/** How many deaths were tried on a database, and how many the next run put right: a line for each kind of death. */
final class Matrix {
    private static final Path FOLDER = Path.of("target/crash-matrix");
    private static final Path WHOLE = Path.of("target/crash-matrix.md");

    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final TreeSet<String> reasons = new TreeSet<>();

    private static final class Cell {
        private int tried;
        private int right;
        private int held;
        private boolean impossible;

        String text() {
            return impossible ? "–" : right == tried ? String.valueOf(tried) : "**" + right + " of " + tried + "**";
        }
    }

    void right(Subject subject, Death death, boolean held) {
        Cell cell = cell(death.direction(), death.kill(), death.moment());
        cell.tried++;
        cell.right++;
        cell.held += held ? 1 : 0;
    }

    void wrong(Subject subject, Death death, String why) {
        cell(death.direction(), death.kill(), death.moment()).tried++;
        wrong.add(subject.title() + ", " + death + ":\n" + why);
        System.err.println(wrong.get(wrong.size() - 1));
    }

    void cannot(Subject subject, Direction direction, Kill kill, Moment moment) {
        cell(direction, kill, moment).impossible = true;
        reasons.add(kill.impossible(subject, moment).orElseThrow());
    }

    private Cell cell(Direction direction, Kill kill, Moment moment) {
        return cells.computeIfAbsent(direction + "/" + kill + "/" + moment, none -> new Cell());
    }

    /** What went wrong. */
    List<String> wrong() {
        return wrong;
    }

    /** How many deaths were tried. */
    int tried() {
        return cells.values().stream().mapToInt(cell -> cell.tried).sum();
    }

    /** Adds this to the file of all databases. @return what it adds */
    String write(Subject subject) throws IOException {
        StringBuilder text = new StringBuilder("### " + subject.title() + "\n\n");
        text.append(
                "| what dies | up: before | in | after | down: before | in | after |\n|---|---|---|---|---|---|---|\n");
        int held = 0;
        for (Kill kill : Kill.values()) {
            StringBuilder line = new StringBuilder("| " + kill.text());
            boolean any = false;
            for (Direction direction : List.of(Direction.UP, Direction.DOWN)) {
                for (Moment moment : Moment.values()) {
                    Cell cell = cells.get(direction + "/" + kill + "/" + moment);
                    any |= cell != null;
                    line.append(" | ").append(cell == null ? "not tried" : cell.text());
                    held += cell != null && moment == Moment.DURING ? cell.held : 0;
                }
            }
            text.append(any ? line + " |\n" : "");
        }
        text.append("\n")
                .append(tried())
                .append(" deaths, ")
                .append(wrong.size())
                .append(" of which the next run didn't put right; ")
                .append(held)
                .append(" came while the server was seen at work on the statement, which was held up.");
        reasons.forEach(reason -> text.append("\n\n–: ").append(reason).append('.'));
        text.append('\n');
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(subject.title() + ".md"), text);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(FOLDER)) {
            TreeSet<Path> sorted = new TreeSet<>();
            parts.forEach(sorted::add);
            StringBuilder whole = new StringBuilder();
            for (Path part : sorted) {
                whole.append(whole.length() == 0 ? "" : "\n").append(Files.readString(part));
            }
            Files.writeString(WHOLE, whole);
        }
        return text.toString();
    }
}
