package org.robotoverlord.changelog.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets Jazzer find inputs of a target that reach code which none reached before, for {@code -Dfuzz.seconds=…}, in a process of its own.
 * It begins with the target's seeds, with what failed once, and with what earlier runs found. What it found, and what fails, is kept in
 * {@code target/fuzz/guided/<target>}.
 */
public final class GuidedRun {
    private static final Pattern DONE = Pattern.compile("(?m)^Done (\\d+) runs in (\\d+) second");
    private static final Pattern REACHED = Pattern.compile("(?m)^#\\d+\\s+\\w+\\s+cov: (\\d+)");
    private static final int MOST_FAILURES = 20;

    private final FuzzTarget target;
    private final Path folder;

    private GuidedRun(FuzzTarget target) {
        this.target = target;
        this.folder = Path.of("target/fuzz/guided", target.name()).toAbsolutePath();
    }

    /** Runs it to its end, and fails where an input did. */
    public static void of(FuzzTarget target) {
        try {
            new GuidedRun(target).run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void run() throws IOException, InterruptedException {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        Path reached = Files.createDirectories(folder.resolve("reached"));
        Path failed = Files.createDirectories(folder.resolve("failed"));
        int number = 0;
        for (byte[] seed : target.seeds()) {
            Files.write(seeds.resolve("seed-" + number++), seed);
        }
        for (byte[] once : FuzzRun.regressions(target)) {
            Files.write(seeds.resolve("seed-" + number++), once);
        }
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command(seeds, reached, failed))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(log, UTF_8);
        System.out.println(target.name() + ", guided: " + last(DONE, said) + " inputs; places of code reached: "
                + last(REACHED, said));
        try (Stream<Path> files = Files.list(failed)) {
            assertThat(files).as("what failed, told in " + log).isEmpty();
        }
        assertThat(said).as("it didn't run to its end: " + log).containsPattern(DONE);
    }

    private List<String> command(Path seeds, Path reached, Path failed) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add("com.code_intelligence.jazzer.Jazzer");
        command.add("--target_class=" + Guided.class.getName());
        command.add("--target_args=" + target.getClass().getName() + " " + folder.resolve("files"));
        command.add("--instrumentation_includes=org.robotoverlord.**:org.yaml.snakeyaml.**");
        command.add("--instrumentation_excludes=org.robotoverlord.changelog.fuzz.**");
        command.add("--keep_going=" + MOST_FAILURES);
        command.add("--reproducer_path=" + failed.resolveSibling("files"));
        command.add("-max_total_time=" + FuzzRun.SECONDS);
        command.add("-max_len=20000");
        command.add("-timeout=60");
        command.add("-report_slow_units=60");
        command.add("-rss_limit_mb=3000");
        command.add("-print_final_stats=1");
        command.add("-artifact_prefix=" + failed + "/");
        command.add(reached.toString());
        command.add(seeds.toString());
        return command;
    }

    private static String last(Pattern pattern, String said) {
        Matcher found = pattern.matcher(said);
        String last = "?";
        while (found.find()) {
            last = found.group(1);
        }
        return last;
    }
}
