package org.robotoverlord.migrate;

import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.robotoverlord.migrate.console.Console;
import org.robotoverlord.migrate.console.StandardOutput;
import org.robotoverlord.migrate.pom.RobotPlugin;

/** What all goals share: the parameters of every one, and the only {@code execute()}. */
abstract class RobotMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution mojoExecution;

    /**
     * Does nothing at all, and says so.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.skip", defaultValue = "false")
    boolean skip;

    /**
     * Reads the answers to questions from standard input, one a line, also where there is no terminal or Maven runs with {@code -B}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.interactive", defaultValue = "false")
    boolean interactive;

    private GivenParameters given;

    /** What the goal does; a problem thrown here is told to the user. */
    abstract void run();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        given = new GivenParameters(mojoExecution, session.getUserProperties());
        try {
            if (given.flag("skip", skip)) {
                getLog().info("robot:" + goal() + " is skipped (robot.skip)");
                return;
            }
            refuseUnknown();
            given.fill(this);
            if (getLog().isDebugEnabled()) {
                given.lines(this).forEach(getLog()::debug);
            }
            run();
        } catch (RuntimeException | OutOfMemoryError thrown) {
            Failures.raise(thrown, goal());
        }
    }

    private void refuseUnknown() {
        KnownParameters known =
                new KnownParameters(mojoExecution.getMojoDescriptor().getPluginDescriptor());
        Optional.ofNullable(project.getPlugin(RobotPlugin.KEY)).ifPresent(known::requireAllOf);
        if (isTyped()) {
            known.requireAllOf(session.getUserProperties());
        }
    }

    /** How the parameters were given. */
    final GivenParameters given() {
        return given;
    }

    /** The goal's name: {@code upgrade}. */
    final String goal() {
        return mojoExecution.getGoal();
    }

    /** Whether the goal was typed, and not bound to a phase of the build. */
    final boolean isTyped() {
        return mojoExecution.getSource() == MojoExecution.Source.CLI;
    }

    /** Whether results alone are wanted, as with {@code -q}. */
    final boolean isQuiet() {
        return !getLog().isInfoEnabled();
    }

    /** Whoever can be asked; empty where nobody can, so that no build ever waits. */
    final Optional<Console> console() {
        return Console.of(interactive, session.getRequest().isInteractiveMode());
    }

    /** Whether a person reads this as it is printed, and Maven wasn't told otherwise. */
    final boolean isAtTerminal() {
        return session.getRequest().isInteractiveMode() && Console.isTerminal();
    }

    /** Prints a result on standard output, where programs read it. */
    final void print(String text) {
        StandardOutput.get().println(text.replaceFirst("\\R+$", ""));
    }

    /** A text that was given; empty where it wasn't, or is blank. */
    static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
