package org.robotoverlord.migrate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.robotoverlord.changelog.disk.WholeFile;
import org.robotoverlord.changelog.problem.Finding;
import org.robotoverlord.changelog.report.GithubAnnotations;
import org.robotoverlord.changelog.report.GitlabCodeQuality;

/** Tells findings to the server that the build runs on, in its own words: GitHub Actions or GitLab CI. Elsewhere it does nothing. */
final class CiReport {
    private final Properties system;
    private final Reactor reactor;
    private final Path base;
    private final Consumer<String> print;
    private final Consumer<String> warn;

    /**
     * @param system Maven's properties of the system, in which the environment is {@code env.…}
     * @param reactor the build, of which all modules share GitLab's report
     * @param base the folder that the paths of findings are relative to
     * @param print takes a line for standard output
     * @param warn takes what couldn't be written, which no build fails by
     */
    CiReport(Properties system, Reactor reactor, Path base, Consumer<String> print, Consumer<String> warn) {
        this.system = system;
        this.reactor = reactor;
        this.base = base.toAbsolutePath().normalize();
        this.print = print;
        this.warn = warn;
    }

    /**
     * Tells them.
     *
     * @param goal what found them
     * @param execution tells executions of one module apart
     * @param codeQuality where GitLab's report is to be
     * @param elsewhere the file that something is shown at which has no place of its own
     */
    void tell(String goal, String execution, List<Finding> findings, Path codeQuality, Path elsewhere) {
        if (is("GITHUB_ACTIONS")) {
            Optional<Path> top = folder("GITHUB_WORKSPACE");
            GithubAnnotations.commands(findings, path -> fromTop(path, top)).forEach(print);
            String summary = GithubAnnotations.summary(goal, findings, path -> fromTop(path, top));
            folder("GITHUB_STEP_SUMMARY")
                    .filter(file -> !summary.isEmpty())
                    .ifPresent(file -> write(file, () -> WholeFile.append(file, summary)));
        }
        if (is("GITLAB_CI")) {
            Optional<Path> top = folder("CI_PROJECT_DIR");
            String report =
                    GitlabCodeQuality.json(findings, path -> fromTop(path, top), fromTop(elsewhere.toString(), top));
            reactor.report(
                    execution,
                    report,
                    all -> write(codeQuality, () -> WholeFile.replace(codeQuality, GitlabCodeQuality.together(all))));
        }
    }

    private boolean is(String variable) {
        return "true".equals(system.getProperty("env." + variable));
    }

    private Optional<Path> folder(String variable) {
        return RobotMojo.given(system.getProperty("env." + variable)).map(Path::of);
    }

    /** A path as the server knows it: from the top of the repository, with slashes. */
    private String fromTop(String path, Optional<Path> top) {
        Path file = base.resolve(path).normalize();
        return top.map(folder -> folder.toAbsolutePath().normalize())
                .filter(file::startsWith)
                .map(folder -> folder.relativize(file).toString())
                .orElse(path)
                .replace('\\', '/');
    }

    /** Something that writes a file. */
    private interface Writing {
        void run() throws IOException;
    }

    private void write(Path file, Writing writing) {
        try {
            writing.run();
        } catch (IOException failed) {
            warn.accept("what was found can't be written to '" + file + "': " + WholeFile.reason(failed));
        }
    }
}
