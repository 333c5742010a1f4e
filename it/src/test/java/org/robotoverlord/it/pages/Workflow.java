package org.robotoverlord.it.pages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A file for a server that builds, as the pages show it.
 *
 * @param text its text
 * @param root what YAML makes of it
 */
record Workflow(String text, Map<?, ?> root) {
    private static final Set<String> GITHUB = Set.of("name", "on", "permissions", "concurrency", "env", "jobs");
    private static final Set<String> GITHUB_JOB =
            Set.of("runs-on", "needs", "if", "environment", "env", "permissions", "timeout-minutes", "steps");
    private static final Set<String> GITHUB_STEP = Set.of("name", "id", "if", "uses", "with", "run", "env");
    private static final Set<String> GITLAB = Set.of("image", "variables", "cache", "stages", "include", "default");
    private static final Set<String> GITLAB_JOB = Set.of(
            "stage", "rules", "script", "artifacts", "environment", "resource_group", "needs", "variables", "image");
    private static final Pattern PINNED_ACTION = Pattern.compile("[\\w.-]+/[\\w./-]+@v\\d+(\\.\\d+)*");
    private static final Pattern PINNED_IMAGE = Pattern.compile("[\\w./-]+:(?!latest)[\\w.-]*\\d[\\w.-]*");

    /** One of {@code src-site/examples}. */
    static Workflow of(String name) {
        String text = Pages.read(Path.of("src-site/examples", name).toString());
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Workflow(text, new Yaml(new SafeConstructor(options)).load(text));
    }

    private boolean isGithub() {
        return root.containsKey("jobs");
    }

    /** The commands that a job's steps run, in order. */
    List<String> commands(String job) {
        List<String> commands = new ArrayList<>();
        if (isGithub()) {
            for (Map<?, ?> step : steps(map(map(root.get("jobs")).get(job)))) {
                if (step.get("run") != null) {
                    commands.addAll(step.get("run").toString().lines().toList());
                }
            }
        } else {
            list(map(root.get(job)).get("script")).forEach(line -> commands.add(line.toString()));
        }
        return commands;
    }

    /** The names of its jobs. */
    Set<String> jobs() {
        Set<String> names = new TreeSet<>();
        Map<?, ?> all = isGithub() ? map(root.get("jobs")) : root;
        all.keySet().stream()
                .map(Object::toString)
                .filter(name -> isGithub() || !GITLAB.contains(name))
                .forEach(names::add);
        return names;
    }

    /** What the server wouldn't take, or would take otherwise tomorrow. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        if (isGithub()) {
            // YAML 1.1 takes the key on for a truth.
            unknown("the workflow", root, with(GITHUB, "true"), wrong);
            map(root.get("jobs")).forEach((name, job) -> {
                unknown(name, map(job), GITHUB_JOB, wrong);
                steps(map(job)).forEach(step -> unknown(name, step, GITHUB_STEP, wrong));
                steps(map(job)).forEach(step -> pinned(step.get("uses"), PINNED_ACTION, wrong));
            });
        } else {
            jobs().forEach(name -> unknown(name, map(root.get(name)), GITLAB_JOB, wrong));
            jobs().forEach(name -> {
                if (!list(root.get("stages")).contains(map(root.get(name)).get("stage"))) {
                    wrong.add(name + " is of no stage");
                }
            });
            pinned(root.get("image"), PINNED_IMAGE, wrong);
        }
        return wrong;
    }

    private static Set<String> with(Set<String> some, String more) {
        Set<String> all = new TreeSet<>(some);
        all.add(more);
        return all;
    }

    private static void unknown(Object where, Map<?, ?> keys, Set<String> known, List<String> wrong) {
        keys.keySet().stream()
                .map(Object::toString)
                .filter(key -> !known.contains(key))
                .forEach(key -> wrong.add(where + " has no key " + key));
    }

    private static void pinned(Object what, Pattern pattern, List<String> wrong) {
        if (what != null && !pattern.matcher(what.toString()).matches()) {
            wrong.add(what + " isn't pinned to a version");
        }
    }

    private static List<Map<?, ?>> steps(Map<?, ?> job) {
        List<Map<?, ?>> steps = new ArrayList<>();
        list(job.get("steps")).forEach(step -> steps.add(map(step)));
        return steps;
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }
}
