package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.problem.Problem;

/** A project whose changelogs make several lines, and what is asked of rebasing them. */
abstract class Rebases {
    static final String USERS =
            "- createTable: {name: users, columns: {id: bigint, mail: text, age: integer}, primaryKey: [id]}";
    static final String FIRST = "1_20260524193000_users";
    static final String BIO = "2_20260525100000_bio";
    static final String TEAMS = "2_20260525110000_teams";
    static final String ADD_BIO = "- addColumn: {table: users, column: {bio: text}}";
    static final String ADD_TEAMS = "- createTable: {name: teams, columns: {id: bigint}, primaryKey: [id]}";

    @TempDir
    Path folder;

    Project project;

    @BeforeEach
    void makeProject() {
        project = Project.on(folder, "jdbc:postgresql://127.0.0.1:1/none");
        log(FIRST, "", USERS);
    }

    void log(String id, String parent, String changes) {
        String head = parent.isEmpty() ? "" : "parent: " + parent + "\n";
        project.file("migrations/models/" + id + ".yaml", head + "changes:\n" + changes.indent(2));
    }

    /** The columns of users, and of teams if there are some. */
    void models(String users, String teams) {
        String more = teams.isEmpty() ? "" : "  teams:\n    columns: {" + teams + "}\n    primaryKey: [id]\n";
        project.file(
                "src/main/models/models/all.yaml",
                "tables:\n  users:\n    columns: {" + users + "}\n    primaryKey: [id]\n" + more);
    }

    String read(String id) {
        try {
            return Files.readString(folder.resolve("migrations/models/" + id + ".yaml"));
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    Rebase rebase(String names) {
        return rebase(names, DraftRequest.named("x"));
    }

    Rebase rebase(String names, DraftRequest request) {
        Robot robot = project.robot();
        Rebase rebase = robot.rebase(named(names), request, Optional.empty());
        robot.write(rebase);
        return rebase;
    }

    static DraftRequest consent(Optional<String> rename) {
        return new DraftRequest(Optional.empty(), rename, Optional.empty(), Optional.empty(), true);
    }

    static Whose named(String names) {
        return new NamedLines(names, "-Dname", new AskedLines(Optional.empty()));
    }

    AbstractThrowableAssert<?, ?> stopped(String names) {
        return stopped(names, DraftRequest.named("x"));
    }

    AbstractThrowableAssert<?, ?> stopped(String names, DraftRequest request) {
        List<String> before = project.changelogs();
        AbstractThrowableAssert<?, ?> thrown =
                assertThatThrownBy(() -> rebase(names, request)).isInstanceOf(Problem.class);
        assertThat(project.changelogs()).isEqualTo(before);
        return thrown;
    }

    List<String> ids() {
        return project.changelogs().stream()
                .map(name -> name.replace(".yaml", ""))
                .toList();
    }

    void inLine(String... ids) {
        assertThat(project.robot().history(Optional.empty()))
                .extracting(HistoryEntry::id)
                .containsExactly(ids);
        assertThat(project.robot().conflicts()).isEmpty();
    }
}
