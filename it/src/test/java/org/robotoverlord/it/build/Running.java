package org.robotoverlord.it.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run of Maven that may still go on. */
public final class Running {
    private static final long MOST_SECONDS = 120;

    private final Process process;
    private final StringBuffer text = new StringBuffer();
    private final Thread reader;

    Running(Process process, List<String> answers) throws IOException {
        this.process = process;
        this.reader = new Thread(this::read, "output");
        reader.setDaemon(true);
        reader.start();
        try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
            for (String answer : answers) {
                in.write(answer + "\n");
            }
        } catch (IOException gone) {
            // It ended without asking.
        }
    }

    /** A program other than Maven that was started, with lines for it to read. */
    public static Running of(Process process, List<String> lines) throws IOException {
        return new Running(process, lines);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                text.append(line).append('\n');
            }
        } catch (IOException killed) {
            // What was said until then is known.
        }
    }

    /** What was said so far. */
    public String text() {
        return text.toString();
    }

    /** Whether it runs. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Waits for the end. */
    public Output waitFor() {
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                kill();
                throw new AssertionError("it doesn't end:\n" + text);
            }
            reader.join(TimeUnit.SECONDS.toMillis(MOST_SECONDS));
            return new Output(process.exitValue(), text.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills Maven as {@code kill -9} does; its launcher is a script, of which Maven is the child. */
    public void kill() {
        process.descendants().filter(Running::isJava).forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Tells Maven to end, as by {@code kill} or by whoever stops a container: its first process, and no other. */
    public void end() {
        signal("TERM", Long.toString(process.pid()));
    }

    /** Types Ctrl-C, which all processes of the run's own group are told. */
    public void interrupt() {
        signal("INT", "-" + process.pid());
    }

    /** A shell knows how to, where a small system has no program for it. */
    private static void signal(String name, String whom) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + whom)
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean isJava(ProcessHandle handle) {
        return handle.info()
                .command()
                .filter(command -> command.endsWith("java"))
                .isPresent();
    }
}
