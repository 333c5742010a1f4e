package org.robotoverlord.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole process, measured from the outside.
 *
 * @param millis from its start to its end
 * @param peakMegabytes the most memory it had resident; 0 where the system doesn't tell
 */
record Measured(long millis, long peakMegabytes) {
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    /**
     * Runs a command to its end.
     *
     * @throws IllegalStateException with its output, if it fails
     */
    static Measured run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile("benchmark", ".log");
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            long start = System.nanoTime();
            Process process = builder.start();
            long peak = 0;
            while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peak(process.pid()));
            }
            long millis = (System.nanoTime() - start) / 1_000_000;
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed:\n" + Files.readString(output));
            }
            Files.delete(output);
            return new Measured(millis, peak / 1024);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static long peak(long pid) {
        try {
            Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
            return peak.find() ? Long.parseLong(peak.group(1)) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    Measured better(Measured other) {
        return millis <= other.millis ? this : other;
    }
}
