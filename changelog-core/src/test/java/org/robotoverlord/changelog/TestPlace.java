package org.robotoverlord.changelog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the servers of tests have their data: in memory, where new tables cost a third; a container may have too little of that. */
public final class TestPlace {
    private static final long ENOUGH_SPACE = 2L << 30;

    private TestPlace() {}

    /** A folder that may be written to. */
    public static Path find() throws IOException {
        Path memory = Path.of("/dev/shm");
        boolean roomy = Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > ENOUGH_SPACE;
        return roomy ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
