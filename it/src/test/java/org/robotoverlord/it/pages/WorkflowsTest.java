package org.robotoverlord.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The files for servers that build can be read, name what there is, stay as they are tomorrow, and stand on a page as a whole. */
class WorkflowsTest {
    private static final Commands COMMANDS = new Commands(Goals.ofPlugin());

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(Pages.SITE.resolve("examples"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_has_known_keys_and_pinned_versions(String name) {
        assertThat(Workflow.of(name).wrong()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void its_commands_name_goals_and_parameters_that_there_are(String name) {
        Workflow workflow = Workflow.of(name);
        assertThat(workflow.jobs()).isNotEmpty();
        for (String job : workflow.jobs()) {
            assertThat(workflow.commands(job))
                    .isNotEmpty()
                    .allSatisfy(command -> assertThat(COMMANDS.wrong(command)).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void all_of_it_stands_on_pages(String name) {
        String shown = Pages.all().entrySet().stream()
                .flatMap(page -> Block.of(page.getKey(), page.getValue()).stream())
                .filter(block -> block.option("from").equals(Optional.of("src-site/examples/" + name)))
                .map(Block::text)
                .collect(Collectors.joining("\n"));
        assertThat(Workflow.of(name).text()).isEqualTo(shown);
    }

    @Test
    void what_a_server_would_refuse_or_take_otherwise_tomorrow_is_found() {
        assertThat(workflow("jobs: {a: {runs_on: x, steps: [{uses: actions/checkout@main}, {uses: a/b@v6, rum: mvn}]}}")
                        .wrong())
                .containsExactly(
                        "a has no key runs_on", "a has no key rum", "actions/checkout@main isn't pinned to a version");
        assertThat(workflow("{image: 'maven:latest', stages: [b], a: {stage: c, scripts: []}}")
                        .wrong())
                .containsExactly("a has no key scripts", "a is of no stage", "maven:latest isn't pinned to a version");
    }

    private static Workflow workflow(String yaml) {
        return new Workflow(yaml, (Map<?, ?>) new Yaml().load(new StringReader(yaml)));
    }
}
