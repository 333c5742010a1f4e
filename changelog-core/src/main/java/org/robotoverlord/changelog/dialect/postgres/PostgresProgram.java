package org.robotoverlord.changelog.dialect.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.problem.Problem;

/**
 * How one of PostgreSQL's client programs ended.
 *
 * @param exit its status
 * @param output what it said, on both streams
 */
record PostgresProgram(int exit, String output) {
    /** Where a password that nobody gave is looked for: the driver looks there too. */
    private static final String PASSWORD_FILE = "PGPASSFILE";

    /** Runs it to its end, or to that of this program. Of what the environment tells such programs it gets only what is given here. */
    static PostgresProgram run(List<String> command, Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") && !name.equals(PASSWORD_FILE));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(variables);
        Process process = builder.start();
        Thread hook = new Thread(process::destroy, "end " + command.get(0));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            PostgresProgram ended = new PostgresProgram(process.waitFor(), output.strip());
            Runtime.getRuntime().removeShutdownHook(hook);
            return ended;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it ran");
        } finally {
            process.destroy();
        }
    }

    /** What it said, if it did its work. */
    String orFail(String what) {
        return orFail(what, text -> text);
    }

    /**
     * What it said, if it did its work.
     *
     * @param shown how what it said may be shown
     * @throws Problem with what it said, if it didn't
     */
    String orFail(String what, UnaryOperator<String> shown) {
        if (exit != 0) {
            throw new Problem(what + ":"
                    + shown.apply(output).lines().map(line -> "\n  " + line).collect(Collectors.joining()));
        }
        return output;
    }
}
