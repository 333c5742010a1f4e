package org.robotoverlord.changelog.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.Project;
import org.robotoverlord.changelog.TestMysql;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;

/** A database whose migration table isn't of the form that is known is left alone, whichever database it is. */
class JournalFormTest {
    private static final String ONE = "- createTable: {name: one, columns: {id: bigint}}";

    @TempDir
    private Path folder;

    static List<String> databases() {
        List<String> all = new ArrayList<>(List.of("postgresql", "sqlite", "h2"));
        TestMysql.majors().forEach(major -> all.add("mysql " + major));
        return all;
    }

    private Project project(String database) {
        String url = switch (database) {
            case "postgresql" -> TestPostgres.freshDatabase();
            case "sqlite" -> "jdbc:sqlite:" + folder.resolve("shop.db");
            case "h2" -> "jdbc:h2:" + folder.resolve("shop") + ";DATABASE_TO_LOWER=TRUE";
            default -> TestMysql.freshDatabase(Integer.parseInt(database.substring("mysql ".length())));
        };
        return Project.on(folder, url).changelog(1, "one", ONE);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_form_that_is_made_is_known(String database) {
        Project project = project(database);
        assertThat(project.upgrade().changelogs()).hasSize(1);
        assertThat(project.upgrade().changelogs()).isEmpty();
        assertThat(project.downgrade(Target.USUAL).changelogs()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_unknown_column_is_refused_by_whatever_reads_or_writes(String database) {
        Project project = project(database);
        project.upgrade();
        String quote = database.startsWith("mysql") ? "`" : "\"";
        project.execute("alter table " + quote + "robot_migrations" + quote + " add column " + quote + "phase" + quote
                + " integer");
        project.changelog(2, "two", "- dropTable: {name: one}");
        String refused = "has a form that this version (test) doesn't know: it has a column 'phase'";
        assertThatThrownBy(project::upgrade).isInstanceOf(Problem.class).hasMessageContaining(refused);
        assertThatThrownBy(() -> project.downgrade(Target.USUAL)).hasMessageContaining(refused);
        try (Database open = project.database()) {
            assertThatThrownBy(() -> project.robot().history(Optional.of(open))).hasMessageContaining(refused);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void somebody_elses_table_of_that_name_is_refused(String database) {
        Project project = project(database);
        String quote = database.startsWith("mysql") ? "`" : "\"";
        project.execute("create table " + quote + "robot_migrations" + quote + " (" + quote + "id" + quote
                + " integer primary key, " + quote + "number" + quote + " varchar(10))");
        assertThatThrownBy(project::upgrade)
                .hasMessageContaining("where varchar(200) is meant")
                .hasMessageContaining("where bigint is meant")
                .hasMessageContaining("it has no column 'app'")
                .hasMessageContaining("nothing was touched");
    }
}
