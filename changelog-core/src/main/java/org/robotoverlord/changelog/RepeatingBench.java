package org.robotoverlord.changelog;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;

/**
 * A workbench on somebody's server that can't copy databases. What is done to the database is only noted: a copy is a new database, to
 * which all of it is done again. Names of such databases are nobody else's, and each is dropped however the work on it ends.
 */
public final class RepeatingBench implements Workbench {
    private static final String PREFIX = "robot_verify_";

    private final Dialect dialect;
    private final Database administration;
    private final Function<String, Database> open;
    private final List<Consumer<Database>> done = new ArrayList<>();

    /**
     * @param administration the database that is set, which is left alone
     * @param open opens another one of its server by its name
     */
    public RepeatingBench(Database administration, Function<String, Database> open) {
        this.dialect = administration.dialect();
        this.administration = administration;
        this.open = open;
    }

    @Override
    public void use(Consumer<Database> work) {
        done.add(work);
    }

    @Override
    public <T> T onCopy(Function<Database, T> work) {
        String name =
                PREFIX + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        create(name);
        try (Database database = open.apply(name)) {
            done.forEach(each -> each.accept(database));
            return work.apply(database);
        } finally {
            administration.execute(dialect.dropDatabase(name));
        }
    }

    private void create(String name) {
        String create = dialect.createDatabase(name)
                .orElseThrow(() -> new IllegalArgumentException(dialect.title() + " makes no databases"));
        try {
            administration.execute(create);
        } catch (Problem refused) {
            throw new Problem(
                    refused.text()
                            + ". Changelogs are tried on databases that are made and dropped on the server"
                            + " that is set; let its user do that with all whose names begin with " + PREFIX
                            + ", or set the URL of a server where it may.",
                    refused);
        }
    }

    /** Other databases of the server are other people's. */
    @Override
    public boolean isShared() {
        return true;
    }
}
