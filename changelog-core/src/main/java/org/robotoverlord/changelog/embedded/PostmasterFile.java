package org.robotoverlord.changelog.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.disk.WholeFile;

/**
 * What a running server writes about itself into its data directory, line by line: its process, the directory, when it began,
 * its port, two addresses, its shared memory, its state.
 *
 * @see <a href="https://www.postgresql.org/docs/current/storage-file-layout.html">The file's place among the others</a>
 */
record PostmasterFile(Path path, List<String> lines) {
    private static final int PORT = 3;
    private static final int STATE = 7;

    /** More than any system counts processes to, so that no process ever has it. */
    private static final String NO_PROCESS = "4194305";

    static Optional<PostmasterFile> in(Path data) {
        Path path = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(path);
            return lines.isEmpty() ? Optional.empty() : Optional.of(new PostmasterFile(path, lines));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // Read while it was being written; whoever polls reads it again.
            return Optional.empty();
        }
    }

    long process() {
        try {
            return Long.parseLong(lines.get(0).strip());
        } catch (NumberFormatException e) {
            return Long.parseLong(NO_PROCESS);
        }
    }

    /** Whether the server takes connections on this port. */
    boolean readyOn(int port) {
        return lines.size() > STATE
                && lines.get(STATE).startsWith("ready")
                && lines.get(PORT).equals(Integer.toString(port));
    }

    /**
     * The server that wrote this, if it is alive: a process of that number which is a PostgreSQL and was started on this
     * directory. After a restart of the machine or the container the number may be anybody's.
     */
    Optional<ProcessHandle> server() {
        return ProcessHandle.of(process()).filter(ProcessHandle::isAlive).filter(this::isPostgres);
    }

    private boolean isPostgres(ProcessHandle process) {
        String data = path.getParent().toString();
        boolean program =
                process.info().command().map(each -> each.contains("postgres")).orElse(true);
        boolean directory = process.info()
                .arguments()
                .map(all -> List.of(all).contains(data))
                .orElse(true);
        return program && directory;
    }

    /**
     * Makes this file of a server that is gone say so: its number may be in use again, and it may have died ready. The rest is
     * kept: by the shared memory noted here a new server finds out whether a worker of the old one still writes to the directory.
     */
    void markGone() throws IOException {
        List<String> rest = new ArrayList<>(lines.subList(0, Math.min(STATE, lines.size())));
        rest.set(0, NO_PROCESS);
        WholeFile.replace(path, String.join("\n", rest) + "\n");
    }
}
