package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.schema.Name;

/** An app's files under hostile conditions: links, files that change while they are used, folders that take none. */
class AppFilesTest {
    private static final String ONE = "- createTable: {name: one, columns: {id: bigint}}";
    private static final String TWO = "- createTable: {name: two, columns: {id: bigint}}";

    @TempDir
    private Path folder;

    private Project project;
    private Path location;

    @BeforeEach
    void makeProject() {
        project = new Project(folder.resolve("project"));
        location = folder.resolve("project/migrations/models");
    }

    @Test
    void a_link_that_leads_out_of_the_location_is_refused() throws IOException {
        project.changelog(1, "one", ONE);
        Path elsewhere = Files.writeString(folder.resolve("secret"), "password: hunter2");
        Files.createSymbolicLink(location.resolve(Project.id(2, "two") + ".yaml"), elsewhere);
        assertThatThrownBy(project::upgrade)
                .hasMessage("migrations/models/" + Project.id(2, "two")
                        + ".yaml: it is a link that leads out of its folder, and no link is followed there; put the file"
                        + " itself in its place");
    }

    @Test
    void a_file_of_gigabytes_is_refused_unread() throws IOException {
        project.changelog(1, "one", ONE);
        Path huge = location.resolve(Project.id(2, "two") + ".yaml");
        try (java.io.RandomAccessFile file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        assertThatThrownBy(project::upgrade)
                .hasMessage("migrations/models/" + Project.id(2, "two")
                        + ".yaml: the file has 3221225472 bytes, more than the 67108864 that are read; split it");
    }

    @Test
    void a_link_that_leads_nowhere_is_refused() throws IOException {
        project.changelog(1, "one", ONE);
        Files.createSymbolicLink(location.resolve(Project.id(2, "two") + ".yaml"), folder.resolve("gone"));
        assertThatThrownBy(project::upgrade).hasMessageContaining("it is a link that leads nowhere");
    }

    @Test
    void a_model_that_is_a_link_out_of_its_folder_is_refused() throws IOException {
        project.file("src/main/models/models/users.yaml", "tables: {}");
        Files.createSymbolicLink(
                folder.resolve("project/src/main/models/models/more.yaml"),
                Files.writeString(folder.resolve("secret"), "password: hunter2"));
        assertThatThrownBy(() -> project.robot().draft(DraftRequest.named("x"), Optional.empty()))
                .hasMessageContaining("models/more.yaml: it is a link that leads out of its folder");
    }

    @Test
    void a_location_that_is_a_link_itself_and_a_link_within_it_are_followed() throws IOException {
        project.changelog(1, "one", ONE).changelog(2, "two", TWO);
        Path real = folder.resolve("elsewhere");
        Files.move(location, real);
        Files.createSymbolicLink(location, real);
        Path two = real.resolve(Project.id(2, "two") + ".yaml");
        Files.createDirectory(real.resolve("kept"));
        Files.move(two, real.resolve("kept/two"));
        Files.createSymbolicLink(two, Path.of("kept/two"));
        assertThat(project.upgrade().changelogs()).hasSize(2);
    }

    @Test
    void what_was_read_is_what_is_run_and_recorded() {
        project.changelog(1, "one", ONE).changelog(2, "two", TWO).changelog(3, "three", "- dropTable: {name: one}");
        String before = read(location.resolve(Project.id(2, "two") + ".yaml"));
        Progress meddling = new Progress() {
            @Override
            public void begin(PlannedChangelog changelog) {
                if (changelog.file().id().number() == 1) {
                    project.file("migrations/models/" + Project.id(2, "two") + ".yaml", "changes: [nonsense");
                    delete(location.resolve(Project.id(3, "three") + ".yaml"));
                }
            }
        };
        try (Database database = project.database()) {
            project.robot().upgrade(database, Target.USUAL, meddling);
        }
        assertThat(project.tables()).containsExactly("two");
        assertThat(project.query("select encode(sha256('" + before.replace("'", "''")
                        + "'), 'hex') = file_hash from robot_migrations where number = 2"))
                .containsExactly("t");
        assertThat(project.rows()).hasSize(3);
    }

    @Test
    void a_file_that_was_edited_while_it_was_taken_back_is_not_deleted() {
        project.changelog(1, "one", ONE).changelog(2, "two", TWO);
        project.upgrade();
        Robot robot = project.robot();
        Plan done;
        try (Database database = project.database()) {
            done = robot.downgrade(database, Target.version("0"), plan -> true, Progress.NONE);
        }
        project.file("migrations/models/" + Project.id(1, "one") + ".yaml", "# work of an hour\nchanges: []\n");
        assertThatThrownBy(() -> robot.deleteFiles(done))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("the file was changed after it was read, so it wasn't deleted");
        assertThat(project.changelogs()).containsExactly(Project.id(1, "one") + ".yaml");
    }

    @Test
    void models_are_written_all_or_none() {
        Path models = folder.resolve("project/src/main/models/models");
        App app = new App(
                "models",
                folder,
                models,
                location,
                Optional.empty(),
                Optional.empty(),
                Name.of("robot_migrations"),
                Map.of(),
                List.of(),
                List.of());
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a.yaml", "tables: {}");
        texts.put("longer-than-any-file-system-takes".repeat(10) + ".yaml", "tables: {}");
        assertThatThrownBy(() -> new AppFiles(app).writeModels(texts))
                .hasMessageContaining("nothing of it was written");
        assertThat(models).isEmptyDirectory();
    }

    @Test
    void a_changelog_is_not_written_where_a_file_stands_in_the_folders_place() throws IOException {
        project.file("src/main/models/models/users.yaml", "tables: {users: {columns: {id: bigint}}}");
        Draft draft = project.robot()
                .draft(DraftRequest.named("init"), Optional.empty())
                .orElseThrow();
        Files.writeString(folder.resolve("project/migrations"), "no folder");
        assertThatThrownBy(() -> project.robot().write(draft))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("migrations/models/1_20260525081500_init.yaml: the file can't be written:"
                        + " 'migrations' is a file, and should be a folder")
                .hasMessageContaining("Look at the folder's permissions and the disk.");
        assertThat(folder.resolve("project/migrations")).hasContent("no folder");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
