package org.robotoverlord.changelog.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs of PostgreSQL, run apart from what the user's environment tells PostgreSQL programs. */
final class Command {
    /**
     * How a short program ended.
     *
     * @param exit its status; -1 where there is no such program
     * @param output what it said, on both streams
     */
    record Result(int exit, String output) {
        boolean ok() {
            return exit == 0;
        }
    }

    private Command() {}

    /** Runs a short program to its end. */
    static Result run(List<String> command) {
        try {
            return resultOf(builder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            return new Result(-1, String.valueOf(e.getMessage()));
        }
    }

    /** Runs a program to its end or to that of this program, whichever comes first. */
    static Result runWhileWeRun(List<String> command) throws IOException {
        Process process = builder(command).redirectErrorStream(true).start();
        Thread hook = new Thread(process::destroy, "embedded PostgreSQL: end " + command.get(0));
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Result result = resultOf(process);
            Runtime.getRuntime().removeShutdownHook(hook);
            return result;
        } catch (IllegalStateException e) {
            process.destroy();
            throw e;
        }
    }

    private static Result resultOf(Process process) throws IOException {
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Result(process.waitFor(), output);
        } catch (InterruptedException e) {
            process.destroy();
            throw Pause.interrupted(e);
        }
    }

    /** Starts a program that stays, its output going to the end of a file. */
    static Process start(List<String> command, File log) throws IOException {
        Process process = builder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        process.getOutputStream().close();
        return process;
    }

    /** Messages in English, as we read some of them; no {@code PGOPTIONS} and the like; a folder that any user may stand in. */
    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        if (File.separatorChar == '/') {
            builder.directory(new File("/"));
        }
        return builder;
    }
}
