package org.robotoverlord.changelog.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file that servers of one data directory write their log to, and the part of it that the present one wrote. */
record ServerLog(Path file, long start) {
    private static final long LARGEST = 1_000_000;
    private static final int LAST = 12;

    /** Begins a part of the log. What is there is kept while it is small: it may tell why the last server died. */
    static ServerLog begin(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGEST) {
            Files.delete(file);
        }
        return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    boolean says(String text) {
        return text().contains(text);
    }

    /** The last lines of this part, each on a line of its own, indented. */
    String tail() {
        List<String> lines = text().lines().toList();
        return lines.subList(Math.max(0, lines.size() - LAST), lines.size()).stream()
                .map(line -> "\n    " + line)
                .reduce("", String::concat);
    }

    private String text() {
        try {
            byte[] all = Files.readAllBytes(file);
            int from = (int) Math.min(start, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
