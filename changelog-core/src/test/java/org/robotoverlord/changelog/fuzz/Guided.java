package org.robotoverlord.changelog.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Jazzer calls in a process of its own: gives its inputs to one target. An input that fails ends as an error, of which Jazzer
 * keeps the input.
 *
 * @see <a href="https://github.com/CodeIntelligenceTesting/jazzer">Jazzer</a>
 */
public final class Guided {
    private static final int SLACK = 4;

    private static FuzzTarget target;

    private Guided() {}

    /** Jazzer's first call. @param arguments the class of the target, and a folder for one that works on files */
    public static void fuzzerInitialize(String[] arguments) {
        target = target(arguments[0], Path.of(arguments[1]));
    }

    /**
     * Jazzer's call for each input. What Jazzer puts into classes, when they are first used and ever after, takes memory too, so more of
     * it is let pass, and what fails is given once more.
     */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Taken.of(target, input, SLACK);
        } catch (AssertionError once) {
            Taken.of(target, input, SLACK);
        }
    }

    private static FuzzTarget target(String name, Path folder) {
        try {
            Constructor<?> constructor = Class.forName(name).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            Object made = constructor.getParameterCount() == 0
                    ? constructor.newInstance()
                    : constructor.newInstance(Files.createDirectories(folder));
            return (FuzzTarget) made;
        } catch (ReflectiveOperationException noTarget) {
            throw new IllegalArgumentException(name + " is no target", noTarget);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
