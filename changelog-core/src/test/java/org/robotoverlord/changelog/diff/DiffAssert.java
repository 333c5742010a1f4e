package org.robotoverlord.changelog.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.yaml.YamlReader;
import org.robotoverlord.changelog.yaml.YamlText;
import org.robotoverlord.changelog.yaml.YamlWriter;

/** Says what a diff of two models gives, and holds whatever every diff has to keep. */
final class DiffAssert {
    private final String from;
    private final String to;
    private Decisions decisions = Deciding.yes();
    private List<Change> history = List.of();

    private DiffAssert(String from, String to) {
        this.from = from;
        this.to = to;
    }

    static DiffAssert from(String from, String to) {
        return new DiffAssert(from, to);
    }

    /** From nothing. */
    static DiffAssert to(String to) {
        return new DiffAssert("", to);
    }

    DiffAssert deciding(Decisions other) {
        decisions = other;
        return this;
    }

    DiffAssert after(List<Change> past) {
        history = past;
        return this;
    }

    Difference difference() {
        Models.Read after = Models.read(to);
        return new Differ(decisions, Past.of(Models.SETTING, history))
                .diff(Models.read(from).schema(), after.schema(), after.hints());
    }

    /** The changes as a changelog would hold them, one a line. */
    DiffAssert gives(String changes) {
        Difference difference = difference();
        assertThat(text(difference.changes())).isEqualTo(rewritten(changes));
        Schema before = Models.read(from).schema();
        Schema after = Models.read(to).schema();
        assertHolds(before, after, difference);
        return this;
    }

    DiffAssert givesNothing() {
        return gives("");
    }

    DiffAssert warns(String... messages) {
        assertThat(difference().warnings()).extracting(Problem::getMessage).containsExactly(messages);
        return this;
    }

    DiffAssert loses(String... losses) {
        assertThat(difference().steps())
                .flatExtracting(step -> step.loses().stream().toList())
                .containsExactly(losses);
        return this;
    }

    void isRefused(String... words) {
        assertThatThrownBy(this::difference)
                .isInstanceOf(Problem.class)
                .message()
                .contains(words);
    }

    static String text(List<Change> changes) {
        return changes.isEmpty()
                ? ""
                : YamlText.of(YamlWriter.sequence(
                        changes.stream().map(YamlWriter::node).toList()));
    }

    /** The same changes as the writer would lay them out, so that a test needn't know how it does. */
    private static String rewritten(String changes) {
        return YamlReader.parse("changes.yaml", changes.getBytes(StandardCharsets.UTF_8))
                .map(YamlText::of)
                .orElse("");
    }

    /** The changes lead there, their reverses lead back, and there is nothing left to change. */
    static void assertHolds(Schema before, Schema after, Difference difference) {
        Schema at = before;
        List<Change> reverses = new ArrayList<>();
        for (Change change : difference.changes()) {
            reverses.add(0, change.reverse(at));
            at = change.apply(at);
        }
        assertEqual(at, after, difference.changes());
        for (Change reverse : reverses) {
            at = reverse.apply(at);
        }
        assertEqual(at, before, reverses);
        assertThat(new Differ(Deciding.yes(), Past.NONE)
                        .diff(after, after, List.of())
                        .changes())
                .isEmpty();
    }

    /** Says what differs as changes, which are short. */
    private static void assertEqual(Schema is, Schema expected, List<Change> changes) {
        if (!is.equals(expected)) {
            throw new AssertionError("what is missing:\n"
                    + text(new Differ(Deciding.no(), Past.NONE)
                            .diff(is, expected, List.of())
                            .changes())
                    + "after:\n" + text(changes));
        }
    }
}
