package org.robotoverlord.migrate;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.robotoverlord.changelog.problem.Problem;

/**
 * Decides how a goal ends that couldn't do its work: what the user can mend is a {@link MojoFailureException}, the rest a {@link
 * MojoExecutionException}. What was thrown is shown with {@code -e} alone. A problem isn't a cause, as Maven would tell the user of
 * what caused it in turn.
 */
final class Failures {
    private Failures() {}

    /** Ends a goal. */
    static void raise(Throwable thrown, String goal) throws MojoExecutionException, MojoFailureException {
        if (thrown instanceof Problem problem) {
            MojoFailureException failure = new MojoFailureException("\n" + problem.getMessage());
            failure.addSuppressed(thrown);
            throw failure;
        }
        if (thrown instanceof OutOfMemoryError) {
            MojoFailureException failure =
                    new MojoFailureException("\nJava hasn't enough memory for robot:" + goal + " ("
                            + thrown.getMessage()
                            + "). Nothing is there by half: what was committed stays, and the next run goes on from there."
                            + " Give Maven more, as in MAVEN_OPTS=-Xmx1g.");
            failure.addSuppressed(thrown);
            throw failure;
        }
        throw new MojoExecutionException(
                "\nrobot:" + goal
                        + " ended in a way that is its own fault, not yours: " + thrown
                        + "\nRun it again with -e, and report what that shows.",
                thrown);
    }
}
