package org.robotoverlord.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.yaml.Kinds;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** README and the site say what is: their examples run, their commands, parameters and links exist. */
class PagesTest {
    private static final String NOT_YET = "not-yet.md";
    /** The folder of the pages that one other page leads to. */
    private static final String CHANGES = "changes/";

    private static final Goals GOALS = Goals.ofPlugin();
    private static final Commands COMMANDS = new Commands(GOALS);
    private static final Set<String> OF_MAVEN = Set.of(
            "plugin",
            "plugins",
            "configuration",
            "dependencies",
            "app",
            "execution",
            "executions",
            "server",
            "servers",
            "pluginManagement",
            "pluginGroups");

    @TempDir
    private Path folder;

    static Set<String> pages() {
        return Pages.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_examples_of_a_page_run(String page) {
        Story story = new Story(folder);
        for (Block block : Block.of(page, Pages.all().get(page))) {
            if (block.option("from").isPresent()) {
                String file = Pages.read(block.option("from").get());
                assertThat(unindented(file, block.text()))
                        .as("%s stands in %s", block, block.option("from").get())
                        .contains(block.text());
                continue;
            }
            switch (block.kind()) {
                case "yaml model" -> story.model(block);
                case "yaml written" -> story.written(block);
                case "yaml changes" -> story.changes(block);
                case "yaml drift" -> story.drift(block);
                case "yaml inspected" -> story.inspected(block);
                case "sql hand" -> story.byHand(block);
                case "sql script" -> story.script(block);
                case "text asked" -> story.asked(block);
                case "text told" -> story.told(block);
                case "xml" -> xml(block.toString(), block.text());
                case "sh", "sh refused" -> {
                    block.text()
                            .lines()
                            .forEach(line -> assertThat(COMMANDS.wrong(line))
                                    .as("%s: %s", block, line)
                                    .isEmpty());
                    story.command(block);
                }
                case "yaml tried", "sql tried" ->
                    assertThat(page)
                            .as("ChangePages made it of what ChangeExamples tries")
                            .startsWith(CHANGES);
                default -> throw new AssertionError(block + ": nobody knows how to try '" + block.kind() + "'");
            }
        }
    }

    /** A file, moved to the left by as much as a piece of it was. */
    private static String unindented(String file, String piece) {
        String first = piece.lines().findFirst().orElse("");
        return file.lines()
                .filter(line -> line.strip().equals(first.strip()))
                .map(line -> line.indexOf(first))
                .distinct()
                .map(by -> file.replaceAll("(?m)^ {" + by + "}", ""))
                .collect(Collectors.joining("\n"));
    }

    private static void xml(String where, String text) {
        try {
            Document xml =
                    Goals.parse(new ByteArrayInputStream(("<x>" + text + "</x>").getBytes(StandardCharsets.UTF_8)));
            all(xml, "configuration")
                    .forEach(each -> assertThat(GOALS.allParameters()).as(where).containsAll(children(each)));
            all(xml, "app")
                    .forEach(each -> assertThat(Goals.appKeys()).as(where).containsAll(children(each)));
            all(xml, "goal")
                    .forEach(each -> assertThat(GOALS.parameters()).as(where).containsKey(each.getTextContent()));
            all(xml, "servers")
                    .forEach(each -> assertThat(children(each)).as(where).containsOnly("server"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Iterable<Element> all(Document xml, String name) {
        return Goals.elements(xml.getElementsByTagName(name));
    }

    private static List<String> children(Element parent) {
        List<String> names = new ArrayList<>();
        Goals.elements(parent.getChildNodes()).forEach(child -> names.add(child.getTagName()));
        return names;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void goals_and_parameters_of_the_prose_exist(String page) {
        List<String> wrong = new ArrayList<>();
        for (String code : code(page)) {
            if (code.startsWith("mvn ") || code.startsWith("just ")) {
                wrong.addAll(COMMANDS.wrong(code));
            } else if (code.startsWith("robot:") && !page.equals(NOT_YET)) {
                wrong.addAll(COMMANDS.wrong("mvn " + code));
            } else if (code.startsWith("-D")) {
                Stream.of(code.split(" "))
                        .filter(word -> word.startsWith("-D"))
                        .flatMap(word ->
                                COMMANDS.property(word.substring(2).replaceFirst("=.*", ""), List.of()).stream())
                        .forEach(wrong::add);
            } else if (code.matches("<\\w+>")) {
                String element = code.substring(1, code.length() - 1);
                if (!OF_MAVEN.contains(element)
                        && !GOALS.allParameters().contains(element)
                        && !Goals.appKeys().contains(element)) {
                    wrong.add("no element " + code);
                }
            }
        }
        assertThat(wrong).as(page).isEmpty();
    }

    private static List<String> code(String page) {
        return Pattern.compile("`([^`\n]+)`")
                .matcher(Block.prose(Pages.all().get(page)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void the_examples_of_the_goals_own_pages_are_right() {
        assertThat(Goals.examples()).hasSizeGreaterThan(9);
        for (String example : Goals.examples()) {
            if (example.startsWith("<")) {
                xml(example, example);
            } else {
                example.lines()
                        .forEach(line ->
                                assertThat(COMMANDS.wrong(line)).as(line).isEmpty());
            }
        }
    }

    @Test
    void what_is_called_not_there_yet_is_not_there_yet() {
        Set<String> there = new TreeSet<>(Kinds.of(Change.class).names());
        GOALS.parameters().keySet().forEach(goal -> there.add("robot:" + goal));
        assertThat(code(NOT_YET)).isNotEmpty().doesNotContainAnyElementsOf(there);
    }

    @Test
    void the_menu_leads_to_every_page_and_every_goal() throws IOException {
        Set<String> pages = Pages.all().keySet().stream()
                .filter(page -> !page.equals("README.md") && !page.startsWith(CHANGES))
                .map(page -> page.replace(".md", ".html"))
                .collect(Collectors.toCollection(TreeSet::new));
        GOALS.parameters().keySet().forEach(goal -> pages.add("goals/" + goal + "-mojo.html"));
        pages.add("goals/plugin-info.html");
        assertThat(hrefs("site.xml")).containsExactlyInAnyOrderElementsOf(pages);
        assertThat(hrefs("goals/site.xml"))
                .containsExactlyElementsOf(hrefs("site.xml").stream()
                        .map(href -> href.startsWith("goals/") ? href.substring("goals/".length()) : "../" + href)
                        .toList());
    }

    private static List<String> hrefs(String menu) throws IOException {
        List<String> hrefs = new ArrayList<>();
        Document xml = Goals.parse(Files.newInputStream(Pages.SITE.resolve(menu)));
        all(xml, "item").forEach(item -> hrefs.add(item.getAttribute("href")));
        return hrefs;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_lead_somewhere(String page) {
        Set<String> targets = new TreeSet<>();
        Pages.all().forEach((name, text) -> {
            targets.add(name);
            headings(text).forEach(heading -> targets.add(name + "#" + heading));
        });
        GOALS.parameters().keySet().forEach(goal -> targets.add("goals/" + goal + "-mojo.html"));
        targets.add("goals/plugin-info.html");
        List<String> links = Pattern.compile("]\\(([^)]+)\\)")
                .matcher(Block.prose(Pages.all().get(page)))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.startsWith("http"))
                .map(link -> link.startsWith("#")
                        ? page + link
                        : Path.of(page).resolveSibling(link).normalize().toString())
                .toList();
        assertThat(targets).as("what %s links to", page).containsAll(links);
    }

    private static Stream<String> headings(String markdown) {
        return Pattern.compile("(?m)^#+ (.*)$")
                .matcher(markdown)
                .results()
                .map((MatchResult found) -> found.group(1).replace("`", "").replace(' ', '_'));
    }
}
