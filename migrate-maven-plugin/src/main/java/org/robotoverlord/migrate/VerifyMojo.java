package org.robotoverlord.migrate;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.Verified;
import org.robotoverlord.changelog.Workbench;
import org.robotoverlord.migrate.connection.EmbeddedBinaries;
import org.robotoverlord.migrate.connection.SecretConfigurator;

/**
 * Proves every changelog on a throw-away database: it goes up, its tables are filled with made-up rows that keep all constraints, it is
 * taken back and goes up again. At every stop the database is compared with what the changelogs say, and the rows of columns that
 * survive with what they were. Your own databases aren't touched: PostgreSQL is an embedded one, SQLite and H2 a temporary file; for
 * MariaDB and MySQL databases are made and dropped on the server that is set.
 *
 * <pre>{@code
 * mvn robot:verify
 * mvn robot:verify -Dpostgres=14 -Dsince=12
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", threadSafe = true, configurator = SecretConfigurator.NAME)
public class VerifyMojo extends AppsMojo {
    /**
     * The major version of PostgreSQL to try them on: 14 to 18.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.postgres", defaultValue = "18")
    String postgres;

    /**
     * The number or the id of a changelog: only those after it are tried, those up to it only applied. It means one app.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.since")
    String since;

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    List<String> meantForOne() {
        return given(since).map(number -> given().said("since")).stream().toList();
    }

    @Override
    void act(List<AppRun> runs) {
        int major = EmbeddedBinaries.major(given().said("postgres"), postgres);
        for (AppRun run : runs) {
            heading(run, runs);
            TrialPlace.Tried tried = new TrialPlace(run, binaries(), major).use(bench -> verify(run, bench));
            long held = tried.held();
            if (held == 0) {
                getLog().warn("No changelog was tried" + (since == null ? "" : ": none comes after " + since));
            } else {
                getLog().info((held == 1 ? "1 changelog holds on " : held + " changelogs hold on ") + tried.where());
            }
        }
    }

    private long verify(AppRun run, Workbench bench) {
        long[] held = {0};
        run.robot().verify(bench, given(since), verified -> {
            held[0]++;
            tell(verified);
        });
        return held[0];
    }

    private void tell(Verified verified) {
        getLog().info("Verified " + verified.id() + ".yaml with " + verified.rows()
                + (verified.rows() == 1 ? " row" : " rows"));
        verified.remarks().forEach(remark -> getLog().warn("  " + remark));
    }
}
