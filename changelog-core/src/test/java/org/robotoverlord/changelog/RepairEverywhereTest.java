package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;

/** The migration table is mended alike on every database. */
class RepairEverywhereTest {
    private static final String ONE = "- createTable: {name: one, columns: {id: bigint, n: bigint}}";
    private static final String TWO = "- createTable: {name: two, columns: {id: bigint}}";
    private static final String STEPS = """
            - createTable: {name: three, columns: {id: bigint, name: varchar(10)}}
            - createIndex: {table: three, name: three_idx, columns: [name]}
            """;

    @TempDir
    private Path folder;

    static List<String> databases() {
        List<String> all = new ArrayList<>(List.of("sqlite", "h2"));
        TestMysql.majors().forEach(major -> all.add("mysql " + major));
        return all;
    }

    private Project project(String database) {
        String url = switch (database) {
            case "sqlite" -> "jdbc:sqlite:" + folder.resolve("shop.db");
            case "h2" -> "jdbc:h2:" + folder.resolve("shop") + ";DATABASE_TO_LOWER=TRUE";
            default -> TestMysql.freshDatabase(Integer.parseInt(database.substring("mysql ".length())));
        };
        return Project.on(folder, url);
    }

    private static List<String> repair(Project project) {
        List<String> done = new ArrayList<>();
        try (Database database = project.database()) {
            project.robot().repair(database, project.robot().diagnose(database).repairs(), Progress.NONE, done::add);
        }
        return done;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rows_follow_their_files_and_go_with_them(String which) throws IOException {
        Project project =
                project(which).changelog(1, "one", ONE).changelog(2, "two", TWO).changelog(3, "three", STEPS);
        project.upgrade();
        Path location = folder.resolve("migrations/models");
        Files.delete(location.resolve(Project.id(3, "three") + ".yaml"));
        Files.move(
                location.resolve(Project.id(2, "two") + ".yaml"), location.resolve(Project.id(2, "second") + ".yaml"));
        project.file(
                "migrations/models/" + Project.id(1, "one") + ".yaml",
                "changes:\n" + ONE.replace("n: bigint", "n: integer").indent(2));
        assertThat(repair(project))
                .containsExactly(
                        "Success repair adopt " + Project.id(2, "two"),
                        "Success repair accept " + Project.id(1, "one"),
                        "Success repair forget " + Project.id(3, "three"));
        assertThat(project.upgrade().isEmpty()).isTrue();
        assertThat(repair(project)).isEmpty();
        assertThat(project.query("select id from robot_migrations order by number"))
                .containsExactly(Project.id(1, "one"), Project.id(2, "second"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_interrupted_changelog_is_settled_where_there_are_steps(String which) {
        Project project = project(which).changelog(1, "three", STEPS);
        project.upgrade();
        int steps = Integer.parseInt(
                project.query("select steps_total from robot_migrations").get(0));
        if (steps == 1) {
            assertThat(repair(project)).isEmpty();
            return;
        }
        project.execute("update robot_migrations set steps_done = steps_total - 1");
        assertThat(repair(project))
                .containsExactly(
                        "Success repair settle " + Project.id(1, "three") + ": all of it was done; it is applied");
        assertThat(project.upgrade().isEmpty()).isTrue();
    }
}
