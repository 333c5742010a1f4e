package org.robotoverlord.migrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.plugins.annotations.Mojo;
import org.robotoverlord.changelog.App;
import org.robotoverlord.migrate.connection.SecretConfigurator;
import org.robotoverlord.migrate.pom.FirstFiles;
import org.robotoverlord.migrate.pom.PomFile;
import org.robotoverlord.migrate.pom.RobotPlugin;

/**
 * Begins: writes the plugin into {@code pom.xml}, with {@code check} bound, and makes the folders and a first model. Nothing else of
 * the POM is touched, and what was changed is shown. Where there is no POM, a small one is made; this goal needs no project.
 *
 * <pre>{@code
 * mvn org.robotoverlord:migrate-maven-plugin:0.1.0-SNAPSHOT:init
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(
        name = "init",
        requiresProject = false,
        aggregator = true,
        threadSafe = true,
        configurator = SecretConfigurator.NAME)
public class InitMojo extends ProjectMojo {
    @Override
    void run() {
        given().refuseDryRun();
        PomFile pom = PomFile.of(project.getFile() != null ? project.getFile().toPath() : folder().resolve("pom.xml"));
        if (pom.namesPlugin()) {
            getLog().info("pom.xml names the plugin already; left as it is");
        } else if (isNamed(project.getBuild())) {
            getLog().info("the parent of pom.xml names the plugin already; left as it is");
        } else {
            pom.add(plugin()).forEach(getLog()::info);
        }
        boolean begun = false;
        for (AppSettings app : new AppSelection(written(), Optional.empty()).chosen()) {
            FirstFiles files = new FirstFiles(
                    folder(),
                    app.models().orElse("src/main/models/" + app.name()),
                    app.location().orElse(location) + "/" + app.name());
            files.make(app.name().equals(App.DEFAULT_NAME)).forEach(getLog()::info);
            begun |= files.haveChangelogs();
        }
        getLog().info("Next: edit the models, then run mvn robot:" + (begun ? "migrate" : "init-db"));
    }

    private Path folder() {
        return project.getFile() != null ? project.getBasedir().toPath() : Path.of(session.getExecutionRootDirectory());
    }

    /** The version and the execution, unless the parent or {@code <pluginManagement>} has them. */
    private List<String> plugin() {
        Plugin managed = project.getPluginManagement() == null
                ? null
                : project.getPluginManagement().getPluginsAsMap().get(RobotPlugin.KEY);
        boolean versioned = managed != null && managed.getVersion() != null;
        boolean bound = managed != null && !managed.getExecutions().isEmpty();
        return RobotPlugin.lines(
                versioned
                        ? ""
                        : mojoExecution
                                .getMojoDescriptor()
                                .getPluginDescriptor()
                                .getVersion(),
                !bound);
    }

    private static boolean isNamed(PluginContainer build) {
        return build != null && build.getPluginsAsMap().containsKey(RobotPlugin.KEY);
    }
}
