package org.robotoverlord.it.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.robotoverlord.changelog.dialect.sqlite.SqliteProfile;
import org.robotoverlord.changelog.schema.Schema;

/** Generated pairs on SQLite. */
class GeneratedSqliteTest extends GeneratedPairs {
    private static final String SCHEME = "jdbc:sqlite:";
    private static final String NOT_WAITING_FOR_THE_DISK = "?synchronous=OFF";

    @Override
    List<String> servers() {
        return List.of("SQLite");
    }

    @Override
    String freshDatabase(String server) {
        try {
            return SCHEME + Files.createTempFile(folder, "pair", ".db") + NOT_WAITING_FOR_THE_DISK;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    void drop(String url) {
        try {
            Files.delete(Path.of(url.substring(SCHEME.length(), url.length() - NOT_WAITING_FOR_THE_DISK.length())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    Schema asFarAsItCan(Schema schema) {
        return SqliteProfile.profile().of(schema);
    }
}
