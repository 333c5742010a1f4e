package org.robotoverlord.it.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.Draft;
import org.robotoverlord.changelog.DraftRequest;
import org.robotoverlord.changelog.Project;
import org.robotoverlord.changelog.changelog.ChangelogWriter;
import org.robotoverlord.changelog.diff.Asker;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;

/**
 * What a page tells, done step by step on a real database, with the clock at 2026-05-25 08:15:
 *
 * <ul>
 *   <li>{@code yaml model} begins a project with these models: changelog {@code init} is drafted, applied, taken back and applied.
 *       With {@code next} they take the place of the models before; with {@code refused} they are refused.
 *   <li>{@code sh} with {@code robot:migrate} says how that is called. With {@code refused} it is refused.
 *   <li>{@code yaml written} is what it writes then, byte for byte, given the {@code answers=} of a person; it is applied, taken
 *       back and applied.
 *   <li>{@code text asked} is what that person was asked, {@code text told} what the last refusal says.
 *   <li>{@code yaml changes} is the list of changes of a changelog written by hand: it is applied and taken back, and forgotten.
 *       With {@code refused} it is refused; with {@code oneway} its way back is.
 *   <li>{@code sql script} is what {@code -DdryRun} prints for what is pending, or for {@code changes} that follow it.
 *   <li>{@code sql hand} is run on the database behind the changelogs' back; {@code yaml drift} is what {@code robot:diff} says then,
 *       {@code yaml inspected} the models that {@code robot:inspectdb} makes of it.
 * </ul>
 *
 * In what is compared as text, {@code …} stands for anything.
 */
final class Story {
    private static final String MODELS = "src/main/models/models/users.yaml";

    private static final Pattern TYPED = Pattern.compile("-D(\\w+)(?:=(\"[^\"]*\"|\\S*))?");

    private final Path folder;
    private int projects;
    private Project project;
    private String head = "";
    private String told = "";
    private String script = "";
    private DraftRequest migrate = DraftRequest.named("init");
    private List<String> asked = List.of();

    Story(Path folder) {
        this.folder = folder;
    }

    void model(Block block) {
        if (block.is("refused")) {
            Project other = new Project(folder.resolve("project-" + ++projects)).file(MODELS, block.text());
            told = refusal(() -> other.robot().draft(DraftRequest.named("init"), Optional.empty()));
            return;
        }
        if (!block.is("next")) {
            begin();
        }
        project.file(MODELS, block.text());
        if (!block.is("next")) {
            applied(draft(DraftRequest.named("init"), Optional.empty()));
        }
    }

    private void begin() {
        project = new Project(folder.resolve("project-" + ++projects));
        head = "";
    }

    /** Takes note of a command; only {@code robot:migrate} matters here. */
    void command(Block block) {
        block.text().lines().filter(line -> line.contains("robot:migrate ")).forEach(line -> {
            Map<String, String> typed = TYPED.matcher(line)
                    .results()
                    .collect(Collectors.toMap(
                            found -> found.group(1),
                            found ->
                                    found.group(2) == null ? "" : found.group(2).replace("\"", "")));
            migrate = new DraftRequest(
                    Optional.ofNullable(typed.get("name")),
                    Optional.ofNullable(typed.get("rename")),
                    Optional.ofNullable(typed.get("fill")),
                    Optional.ofNullable(typed.get("map")),
                    typed.containsKey("allowDataLoss"));
        });
        if (block.is("refused")) {
            told = refusal(() -> draft(migrate, Optional.empty()));
        }
    }

    void written(Block block) {
        Optional<Person> person = block.option("answers").map(given -> new Person(given.split(",")));
        Draft draft = draft(migrate, person.map(each -> each));
        asked = person.map(each -> each.asked).orElse(List.of());
        assertThat(draft.text()).as("%s is what robot:migrate writes", block).isEqualTo(block.text());
        applied(draft);
    }

    private Draft draft(DraftRequest request, Optional<Asker> asker) {
        return project.robot().draft(request, asker).orElseThrow(() -> new AssertionError("nothing differs"));
    }

    private void applied(Draft draft) {
        project.robot().write(draft);
        head = draft.id().toString();
        script = script();
        upDownUp();
    }

    private void upDownUp() {
        assertThat(project.upgrade().changelogs()).hasSize(1);
        assertThat(project.downgrade(Target.USUAL).changelogs()).hasSize(1);
        assertThat(project.upgrade().changelogs()).hasSize(1);
    }

    private String script() {
        try (Database database = project.database()) {
            return project.robot().script(database, Direction.UP, Target.USUAL);
        }
    }

    void changes(Block block) {
        if (project == null) {
            begin();
        }
        String file = "migrations/models/1000_20260525081500_by_hand.yaml";
        String parent = head.isEmpty() ? "" : "parent: " + head + "\n";
        project.file(file, parent + "changes:\n" + block.text().indent(2));
        if (block.is("refused")) {
            told = refusal(project::upgrade);
        } else {
            script = script();
            assertThat(project.upgrade().changelogs()).hasSize(1);
            if (block.is("oneway")) {
                told = refusal(() -> project.downgrade(Target.USUAL));
                project = null;
                return;
            }
            assertThat(project.downgrade(Target.USUAL).changelogs()).hasSize(1);
        }
        delete(file);
    }

    private void delete(String file) {
        try {
            Files.delete(project.folder().resolve(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void script(Block block) {
        assertThat(block.shows(script))
                .as("%s is the script:%n%s", block, script)
                .isTrue();
    }

    void byHand(Block block) {
        project.execute(block.text());
    }

    void drift(Block block) {
        try (Database database = project.database()) {
            assertThat(ChangelogWriter.changes(project.robot().drift(database).changes()))
                    .as("%s is the drift", block)
                    .isEqualTo(block.text());
        }
    }

    void inspected(Block block) {
        try (Database database = project.database()) {
            assertThat(project.robot().inspect(database, List.of()).text())
                    .as("%s is what robot:inspectdb writes", block)
                    .isEqualTo(block.text());
        }
    }

    void asked(Block block) {
        String all = String.join("\n", asked);
        assertThat(block.shows(all)).as("%s is asked:%n%s", block, all).isTrue();
    }

    void told(Block block) {
        assertThat(block.shows(told)).as("%s is told:%n%s", block, told).isTrue();
    }

    private static String refusal(Runnable work) {
        Problem problem = catchThrowableOfType(Problem.class, work::run);
        assertThat(problem).as("a refusal").isNotNull();
        return problem.getMessage();
    }

    /** Gives the answers of a page, one after the other; Enter where none is left. */
    private static final class Person implements Asker {
        private final Deque<String> answers;
        private final List<String> asked = new ArrayList<>();

        Person(String... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public boolean yes(String question, boolean defaultAnswer) {
            asked.add(question);
            String answer = answers.isEmpty() ? "" : answers.removeFirst();
            return answer.isEmpty() ? defaultAnswer : answer.equals("yes");
        }

        @Override
        public String text(String question) {
            asked.add(question);
            return answers.isEmpty() ? "" : answers.removeFirst();
        }
    }
}
