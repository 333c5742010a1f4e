package org.robotoverlord.migrate;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Keeps the lines that a user reads, warnings marked. */
final class RecordingLog extends SystemStreamLog {
    private final List<String> lines = new ArrayList<>();
    private boolean quiet;

    List<String> lines() {
        return lines;
    }

    /** As with {@code -q}. */
    RecordingLog quiet() {
        quiet = true;
        return this;
    }

    @Override
    public boolean isInfoEnabled() {
        return !quiet;
    }

    @Override
    public void info(CharSequence line) {
        lines.add(line.toString());
    }

    @Override
    public void warn(CharSequence line) {
        lines.add("WARNING " + line);
    }
}
