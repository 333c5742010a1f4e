package org.robotoverlord.migrate;

import static org.mockito.Mockito.lenient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.Settings;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.robotoverlord.migrate.pom.RobotPlugin;

/**
 * A user's module, in which tests run goals as if they were typed. What Maven's harness mocks is given here what a real build gives
 * it.
 */
final class Module {
    private final Path folder;
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final RecordingLog log = new RecordingLog();

    Module(Path folder, MavenSession session, MavenProject project, MojoExecution execution) {
        this.folder = folder;
        this.session = session;
        this.project = project;
        this.execution = execution;
        project.setPluginArtifactRepositories(List.of());
        project.setFile(folder.resolve("pom.xml").toFile());
        project.getBuild().setDirectory(folder.resolve("target").toString());
        lenient().when(session.getRequest()).thenReturn(new DefaultMavenExecutionRequest().setInteractiveMode(false));
        lenient().when(session.getRepositorySession()).thenReturn(MavenRepositorySystemUtils.newSession());
        lenient().when(session.getProjects()).thenReturn(List.of(project));
        lenient().when(session.getSettings()).thenReturn(new Settings());
        lenient().when(session.getExecutionRootDirectory()).thenReturn(folder.toString());
        lenient().when(execution.getSource()).thenReturn(MojoExecution.Source.CLI);
    }

    /** What is written on the command line, as name and value in turn. */
    Module typing(String... properties) {
        for (int i = 0; i < properties.length; i += 2) {
            session.getUserProperties().setProperty(properties[i], properties[i + 1]);
        }
        return this;
    }

    Module untyping(String property) {
        session.getUserProperties().remove(property);
        return this;
    }

    /** As a goal that is bound to a phase. */
    Module bound() {
        lenient().when(execution.getSource()).thenReturn(MojoExecution.Source.LIFECYCLE);
        return this;
    }

    /** As one of several executions of the POM. */
    Module executing(String id) {
        lenient().when(execution.getExecutionId()).thenReturn(id);
        return this;
    }

    /** As with {@code -q}. */
    Module quietly() {
        log.quiet();
        return this;
    }

    /** What the POM says in the plugin's configuration, beside what the goal was made with. */
    Module configured(String parameter, String value) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom child = new Xpp3Dom(parameter);
        child.setValue(value);
        configuration.addChild(child);
        Plugin plugin = new Plugin();
        plugin.setGroupId(RobotPlugin.GROUP_ID);
        plugin.setArtifactId(RobotPlugin.ARTIFACT_ID);
        plugin.setConfiguration(configuration);
        project.getBuild().addPlugin(plugin);
        return this;
    }

    Module environment(String name, String value) {
        session.getSystemProperties().setProperty("env." + name, value);
        return this;
    }

    Module file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A model of the app {@code models}. */
    Module models(String text) {
        return file("src/main/models/models/all.yaml", text);
    }

    /** A changelog of the app {@code models}. */
    Module changelog(String id, String text) {
        return file("migrations/models/" + id + ".yaml", text);
    }

    Module delete(String path) {
        try {
            Files.delete(folder.resolve(path));
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path path(String path) {
        return folder.resolve(path);
    }

    /** The names of the files in a folder, sorted. */
    List<String> files(String path) {
        if (!Files.isDirectory(folder.resolve(path))) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder.resolve(path))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String read(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs a goal; gives the lines that a user reads. */
    List<String> run(RobotMojo goal) throws Exception {
        log.lines().clear();
        goal.setLog(log);
        goal.execute();
        return List.copyOf(log.lines());
    }

    /** Runs a goal that is refused; gives what the user is told. */
    String refused(RobotMojo goal) {
        ThrowingCallable run = () -> run(goal);
        Throwable thrown = Assertions.catchThrowable(run);
        Assertions.assertThat(thrown).isInstanceOf(MojoFailureException.class).hasNoCause();
        return thrown.getMessage().strip();
    }
}
