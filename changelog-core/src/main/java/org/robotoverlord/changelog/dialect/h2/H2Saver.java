package org.robotoverlord.changelog.dialect.h2;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.robotoverlord.changelog.dialect.Access;
import org.robotoverlord.changelog.dialect.Saver;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.problem.Problem;

/** A zip of the database's file, which H2 makes while it is open. */
final class H2Saver implements Saver {
    /** Databases in memory and on servers, whose files would be made there. */
    private static final Pattern ELSEWHERE = Pattern.compile("jdbc:h2:(?:mem|tcp|ssl|zip):.*", Pattern.DOTALL);

    private final Connection connection;

    private H2Saver(Connection connection) {
        this.connection = connection;
    }

    static H2Saver of(Connection connection, Access access) {
        if (ELSEWHERE.matcher(access.url()).matches()) {
            throw new Unsupported("H2 saves databases in files of this machine alone, and " + access
                    + " is none; take the backup where it lies, as with SCRIPT TO, and leave -Dbackup out");
        }
        return new H2Saver(connection);
    }

    @Override
    public void save(Path file) throws IOException, SQLException {
        try (PreparedStatement statement = connection.prepareStatement("backup to ?")) {
            statement.setString(1, file.toAbsolutePath().toString());
            statement.execute();
        }
        boolean any = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                // Reading to the end compares the checksums.
                try (InputStream in = zip.getInputStream(entry)) {
                    any |= in.transferTo(OutputStream.nullOutputStream()) > 0;
                }
            }
        }
        if (!any) {
            throw new Problem("the backup holds nothing, and nothing was done");
        }
    }

    @Override
    public String restoring(String file) {
        return "unzip " + file + " into the database's folder while nobody has it open";
    }
}
