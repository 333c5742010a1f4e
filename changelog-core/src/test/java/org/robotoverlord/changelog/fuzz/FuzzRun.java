package org.robotoverlord.changelog.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How tests give inputs to targets: some in the usual build, and with {@code -Dfuzz.seconds=…} for that long, from number {@code
 * -Dfuzz.from=…} on. Those that fail are kept in {@code target/fuzz}; mended, each becomes a file of {@code
 * src/test/resources/fuzz/<target>}.
 */
public final class FuzzRun {
    private static final long USUAL_INPUTS = 250;
    /** How long each target is given inputs; 0 for the usual few. */
    static final long SECONDS = Long.getLong("fuzz.seconds", 0);

    private static final long FROM = Long.getLong("fuzz.from", 0);
    private static final Duration HANGS = Duration.ofMinutes(5);

    private FuzzRun() {}

    /** Gives made inputs. */
    public static void made(FuzzTarget target) {
        run(target, fuzzing -> {
            long begun = System.nanoTime();
            long end = begun + (SECONDS > 0 ? TimeUnit.SECONDS.toNanos(SECONDS) : HANGS.toNanos());
            fuzzing.give(FROM, SECONDS > 0 ? Long.MAX_VALUE - FROM : USUAL_INPUTS, end);
            if (SECONDS > 0) {
                System.out.println(fuzzing);
            }
        });
    }

    /** Gives inputs that failed once. */
    public static void once(FuzzTarget target) {
        run(target, fuzzing -> regressions(target).forEach(fuzzing::give));
    }

    /** Gives what is hard as a whole. */
    public static void hard(FuzzTarget target) {
        run(target, fuzzing -> Hostile.files().forEach(fuzzing::give));
    }

    private static void run(FuzzTarget target, Consumer<Fuzzing> giving) {
        Fuzzing fuzzing = new Fuzzing(target);
        assertTimeoutPreemptively(HANGS.plusSeconds(SECONDS), () -> giving.accept(fuzzing));
        List<String> told = new ArrayList<>();
        for (Fuzzing.Failure failure : fuzzing.failures()) {
            told.add(kept(target, failure, told.size()) + ": " + failure.how().getMessage());
        }
        assertThat(told).isEmpty();
    }

    /** Inputs that failed once. */
    static List<byte[]> regressions(FuzzTarget target) {
        Path folder = Path.of("src/test/resources/fuzz", target.name());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<byte[]> inputs = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                inputs.add(Files.readAllBytes(file));
            }
            return inputs;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path kept(FuzzTarget target, Fuzzing.Failure failure, int number) {
        try {
            Path folder = Files.createDirectories(Path.of("target/fuzz"));
            return Files.write(folder.resolve(target.name() + "-" + number), failure.input());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
