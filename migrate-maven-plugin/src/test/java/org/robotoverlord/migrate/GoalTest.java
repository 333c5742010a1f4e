package org.robotoverlord.migrate;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.App;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.Surroundings;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.schema.Name;

/** What the tests of goals share: a module to run them in. */
@MojoTest
abstract class GoalTest {
    static final String FIRST = "1_20260524193000_init";
    static final String SECOND = "2_20260525081500_audit";

    static final String TWO_APPS = """
            <project><build><plugins><plugin>
              <artifactId>migrate-maven-plugin</artifactId>
              <configuration>
                <apps>
                  <app><name>models</name></app>
                  <app><name>audit</name></app>
                </apps>
              </configuration>
            </plugin></plugins></build></project>
            """;

    @Inject
    private MavenSession session;

    @Inject
    private MavenProject project;

    @Inject
    private MojoExecution execution;

    @TempDir
    private Path folder;

    Module module;

    @BeforeEach
    void aModule() {
        module = new Module(folder, session, project, execution);
    }

    /** A module with two changelogs, and the URL of an empty database. */
    String twoChangelogs() {
        module.changelog(FIRST, "changes:\n  - createTable: {name: users, columns: {id: {type: bigint}}}\n");
        module.changelog(
                SECOND, "description: Looks on.\nparent: " + FIRST + "\nchanges:\n  - createSchema: {name: audit}\n");
        String url = TestPostgres.freshDatabase();
        module.typing("robot.url", url);
        return url;
    }

    /** Applies what is pending, as another program would. */
    void applied(String url) throws Exception {
        App app = new App(
                "models",
                folder,
                folder.resolve("src/main/models/models"),
                folder.resolve("migrations/models"),
                Optional.empty(),
                Optional.empty(),
                Name.of("robot_migrations"),
                Map.of(),
                List.of(),
                List.of());
        Robot robot = new Robot(app, new Surroundings(Clock.systemUTC(), "test", "0", Duration.ofSeconds(10)));
        try (Database database = new Database(DriverManager.getConnection(url), Dialects.of(url), robot.home())) {
            robot.upgrade(database, Target.USUAL, Progress.NONE);
        }
    }

    /** Lets a goal find the jar of the embedded PostgreSQL. */
    static <M extends AppsMojo> M withBinaries(M goal) throws Exception {
        RepositorySystem repositories = mock(RepositorySystem.class);
        ArtifactResult found = new ArtifactResult(new ArtifactRequest());
        found.setArtifact(new DefaultArtifact("a:b:1")
                .setFile(TestPostgres.binaries(TestPostgres.NEWEST).toFile()));
        when(repositories.resolveArtifact(any(), any())).thenReturn(found);
        goal.repositories = () -> repositories;
        return goal;
    }
}
