package org.robotoverlord.it.pages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what is wrong with a line for the shell: a goal, a parameter, a profile or a folder that there isn't. */
final class Commands {
    private static final Pattern GOAL =
            Pattern.compile("(?:robot|org\\.robotoverlord:migrate-maven-plugin:(.+)):([a-z-]+)");
    private static final Set<String> PHASES =
            Set.of("clean", "test", "package", "verify", "install", "site", "spotless:apply");
    private static final Set<String> OTHERS = Set.of("psql", "export", "git", "grep", "mkdir", "tar");

    private final Goals goals;
    private final Set<String> shortNames = Goals.shortNames();
    private final String sources = sources();

    Commands(Goals goals) {
        this.goals = goals;
    }

    /** What is wrong with a line; none where nothing is. */
    List<String> wrong(String line) {
        List<String> wrong = new ArrayList<>();
        for (String command : line.replaceFirst("(^|\\s)#.*", "").split("[|;]|&&")) {
            List<String> words = Arrays.asList(command.strip().split("\\s+"));
            switch (words.get(0)) {
                case "" -> {}
                case "mvn" -> wrong.addAll(maven(words.subList(1, words.size())));
                case "cd" ->
                    need(Files.isDirectory(Pages.ROOT.resolve(words.get(1))), "no folder", words.get(1), wrong);
                case "just" ->
                    need(
                            Pages.read("migrations/justfile").contains("\n" + words.get(1)),
                            "no recipe",
                            words.get(1),
                            wrong);
                default -> need(OTHERS.contains(words.get(0)), "an unknown command,", words.get(0), wrong);
            }
        }
        return wrong;
    }

    private List<String> maven(List<String> words) {
        List<String> wrong = new ArrayList<>();
        List<String> named = words.stream()
                .map(GOAL::matcher)
                .filter(Matcher::matches)
                .map(goal -> goal.group(2))
                .toList();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Matcher goal = GOAL.matcher(word);
            if (word.equals("robot:…")) {
                continue;
            }
            if (goal.matches()) {
                need(goals.parameters().containsKey(goal.group(2)), "no goal", goal.group(2), wrong);
                String version = Optional.ofNullable(goal.group(1)).orElse(goals.version());
                need(version.equals(goals.version()), "no version", version, wrong);
            } else if (word.startsWith("-D")) {
                property(word.substring(2).replaceFirst("=.*", ""), named).ifPresent(wrong::add);
            } else if (word.startsWith("-P")) {
                need(sources.contains("<id>" + word.substring(2) + "</id>"), "no profile", word, wrong);
            } else if (word.equals("-pl")) {
                i++;
            } else if (!word.startsWith("-")) {
                need(PHASES.contains(word), "no phase", word, wrong);
            }
        }
        return wrong;
    }

    /** What is wrong with {@code -Dname} beside goals; with none of them, it may be meant for any. */
    Optional<String> property(String name, List<String> beside) {
        boolean full = name.startsWith("robot.");
        String parameter = full ? name.substring("robot.".length()) : name;
        boolean taken = goals.typed().entrySet().stream()
                .filter(goal -> beside.isEmpty() || beside.contains(goal.getKey()))
                .anyMatch(goal -> goal.getValue().contains(parameter));
        boolean fine = taken && (full || shortNames.contains(name)) || beside.isEmpty() && isOfTheBuild(name);
        return fine ? Optional.empty() : Optional.of("no parameter -D" + name + " of " + beside);
    }

    private boolean isOfTheBuild(String name) {
        return Set.of("test", "it.test", "skipTests").contains(name)
                || name.contains(".") && sources.contains("\"" + name + "\"");
    }

    private static void need(boolean right, String what, String word, List<String> wrong) {
        if (!right) {
            wrong.add(what + " " + word);
        }
    }

    /** The POMs and the tests of the project, which name the profiles and properties of the build. */
    private static String sources() {
        Stream<Path> poms = Stream.of("pom.xml", "it/pom.xml").map(Pages.ROOT::resolve);
        Stream<String> tests = Stream.of("changelog-core", "migrate-maven-plugin", "it")
                .map(module -> Pages.ROOT.resolve(module).resolve("src/test/java"))
                .flatMap(folder -> Pages.texts(folder, ".java"));
        return Stream.concat(poms.map(Pages::read), tests).collect(Collectors.joining());
    }
}
