package org.robotoverlord.migrate.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.robotoverlord.changelog.HistoryEntry;
import org.robotoverlord.changelog.plan.State;

/** The history for a person: columns, times of this place, and no column that is empty all the way down. */
public final class HistoryTable {
    private static final List<String> TITLES =
            List.of("number", "id", "state", "applied at", "applied by", "took", "conflict", "description");
    private static final int STATE = 2;
    private static final int ALWAYS_SHOWN = 3;

    private final ZoneId zone;
    private final BiFunction<State, String, String> colour;

    /**
     * @param zone whose times are shown
     * @param colour colours a text for a state
     */
    public HistoryTable(ZoneId zone, BiFunction<State, String, String> colour) {
        this.zone = zone;
        this.colour = colour;
    }

    /** Its lines, the first being the titles. */
    public List<String> lines(List<HistoryEntry> entries) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(TITLES);
        entries.forEach(entry -> rows.add(cells(entry)));
        int[] widths = widths(rows);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            State state = row == 0 ? null : entries.get(row - 1).state();
            lines.add(line(rows.get(row), widths, state));
        }
        return lines;
    }

    private List<String> cells(HistoryEntry entry) {
        return List.of(
                String.valueOf(entry.number()),
                entry.id(),
                entry.state().text(),
                entry.appliedAt().map(this::time).orElse(""),
                entry.appliedBy().orElse(""),
                entry.durationMs().map(HistoryTable::duration).orElse(""),
                entry.conflict().orElse(""),
                entry.description()
                        .map(text -> text.strip().lines().findFirst().orElse(""))
                        .orElse(""));
    }

    private String time(Instant time) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                .withZone(zone)
                .format(time);
    }

    private static String duration(long ms) {
        if (ms < 1000) {
            return ms + " ms";
        }
        long seconds = ms / 1000;
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", ms / 1000.0)
                : seconds / 60 + " min " + seconds % 60 + " s";
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[TITLES.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            boolean empty = column >= ALWAYS_SHOWN
                    && rows.stream().skip(1).allMatch(row -> row.get(at).isEmpty());
            widths[column] = empty
                    ? 0
                    : rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0);
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths, State state) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            if (widths[column] == 0) {
                continue;
            }
            String cell = cells.get(column);
            String padding = " ".repeat(widths[column] - cell.length());
            String shown = column == STATE && state != null ? colour.apply(state, cell) : cell;
            line.append(line.isEmpty() ? "" : "  ").append(column == 0 ? padding + shown : shown + padding);
        }
        return line.toString().stripTrailing();
    }
}
