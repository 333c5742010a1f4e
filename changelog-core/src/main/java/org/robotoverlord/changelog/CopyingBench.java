package org.robotoverlord.changelog;

import java.util.function.Consumer;
import java.util.function.Function;
import org.robotoverlord.changelog.run.Database;

/** A workbench on a server that copies databases by itself. */
public final class CopyingBench implements Workbench {
    private final Function<String, Database> open;
    private final String other;
    private final String name;

    /**
     * @param open opens a database of the server by its name
     * @param other a database of the server from which others are made and dropped
     * @param name the throw-away one, which is there and empty
     */
    public CopyingBench(Function<String, Database> open, String other, String name) {
        this.open = open;
        this.other = other;
        this.name = name;
    }

    @Override
    public void use(Consumer<Database> work) {
        try (Database database = open.apply(name)) {
            work.accept(database);
        }
    }

    @Override
    public <T> T onCopy(Function<Database, T> work) {
        String copy = name + "_copy";
        try (Database administration = open.apply(other)) {
            administration.execute(administration.dialect().copyDatabase(name, copy));
            try (Database database = open.apply(copy)) {
                return work.apply(database);
            } finally {
                administration.execute(administration.dialect().dropDatabase(copy));
            }
        }
    }
}
