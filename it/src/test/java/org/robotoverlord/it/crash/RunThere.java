package org.robotoverlord.it.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.robotoverlord.changelog.plan.Direction;

/** A run in a process of its own. One is started ahead of its time, as that takes longest. */
final class RunThere implements Run {
    private static final long LONGEST_SECONDS = 60;

    private static RunThere spare = new RunThere();

    private final Process process;
    private final Writer in;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final StringBuffer text = new StringBuffer();
    private final List<Thread> readers;

    private RunThere() {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx48m", "-Xshare:auto", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Doomed.class.getName());
        try {
            this.process = new ProcessBuilder(command).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.readers = List.of(follow("output", this::read), follow("errors", this::readErrors));
    }

    private static Thread follow(String name, Runnable reading) {
        Thread reader = new Thread(reading, name);
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                text.append(line).append('\n');
                said.add(line);
            }
        } catch (IOException killed) {
            // What was said until then is known.
        }
        said.add("gone");
    }

    /** What a driver complains of there is no answer. */
    private void readErrors() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                text.append(line).append('\n');
            }
        } catch (IOException killed) {
            // What was said until then is known.
        }
    }

    static synchronized RunThere start(Migration migration, Subject subject, Direction direction, int at) {
        RunThere run = spare;
        spare = new RunThere();
        for (String line : List.of(
                migration.location().toAbsolutePath().toString(),
                migration.dialect(),
                subject.numbering(),
                subject.url(),
                direction.name(),
                String.valueOf(at))) {
            run.order(line);
        }
        return run;
    }

    @Override
    public String next() {
        try {
            String next = said.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("it said nothing for " + LONGEST_SECONDS + " s:\n" + text);
            }
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public Optional<String> peek() {
        return Optional.ofNullable(said.peek());
    }

    @Override
    public void order(String order) {
        try {
            in.write(order + "\n");
            in.flush();
        } catch (IOException gone) {
            // It says so itself.
        }
    }

    /** Sends it a signal: {@code TERM}, {@code INT}. */
    void signal(String name) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Kills it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits for its end. @return what it said */
    String awaitEnd() {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it doesn't end:\n" + text);
            }
            for (Thread reader : readers) {
                reader.join();
            }
            return text.toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
