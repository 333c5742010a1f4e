package org.robotoverlord.changelog.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder whose files are read, and no others: a link in it that leads out of it is none of them. The folder itself may be a link. */
public final class Within {
    private final Path folder;

    /** @param folder which need not be there */
    public Within(Path folder) {
        this.folder = folder;
    }

    /** Why a file of the folder isn't read, as the end of a sentence about it; empty where it is. */
    public Optional<String> objection(Path file) throws IOException {
        if (!Files.isSymbolicLink(file)) {
            return Optional.empty();
        }
        if (!Files.exists(file)) {
            return Optional.of("is a link that leads nowhere");
        }
        return file.toRealPath().startsWith(folder.toRealPath())
                ? Optional.empty()
                : Optional.of("is a link that leads out of its folder");
    }
}
