package org.robotoverlord.changelog.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts files of a folder in the place of others, all of them in the end, whatever happens in between: what comes and what goes is
 * made whole in a folder beside them, which gets its name at once. Who finds that folder goes on from there, and doing so again does
 * no harm.
 */
public final class FileSwap {
    private static final String WAITING = ".swap";
    private static final String COMES = "+";
    private static final String GOES = "-";

    private final Path folder;
    private final Path waiting;

    /** @param folder whose files are swapped */
    public FileSwap(Path folder) {
        this.folder = folder;
        this.waiting = folder.resolve(WAITING);
    }

    /** Where those wait that come, and those are kept that go, until all is done. */
    public Path folder() {
        return waiting;
    }

    /** Whether one was begun that isn't finished. */
    public boolean isOpen() {
        return Files.isDirectory(waiting, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Puts new files into the folder, in whose place others of their names may be, and takes others away.
     *
     * @param come name → text
     * @param go name → what was read of it
     */
    public void run(Map<String, String> come, Map<String, byte[]> go) throws IOException {
        begin(come, go);
        finish();
    }

    /** From here on all of it will be done, now or when somebody finishes. */
    void begin(Map<String, String> come, Map<String, byte[]> go) throws IOException {
        Path part = WholeFile.beside(waiting);
        try {
            for (Map.Entry<String, String> file : come.entrySet()) {
                WholeFile.create(part.resolve(COMES + file.getKey()), file.getValue());
            }
            for (Map.Entry<String, byte[]> file : go.entrySet()) {
                WholeFile.create(
                        part.resolve(GOES + file.getKey()), new String(file.getValue(), StandardCharsets.UTF_8));
            }
            WholeFile.keep(part, waiting);
        } catch (IOException failed) {
            delete(part);
            throw failed;
        }
    }

    /** A file that is to go and isn't what was read any more, so that nobody may take it away. */
    public Optional<Path> changed() throws IOException {
        for (Path old : files()) {
            Path file = target(old);
            if (isGoing(old)
                    && Files.exists(file)
                    && !Arrays.equals(Files.readAllBytes(file), Files.readAllBytes(old))) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Does what is left of one that was begun. */
    public void finish() throws IOException {
        for (Act act : acts()) {
            act.run();
        }
    }

    /** A step of the way; each may be done twice. */
    interface Act {
        void run() throws IOException;
    }

    /** What is left to do, in order: nothing goes before all is there that comes. */
    List<Act> acts() throws IOException {
        List<Act> come = new ArrayList<>();
        List<Act> go = new ArrayList<>();
        List<Act> forget = new ArrayList<>();
        for (Path file : files()) {
            if (isGoing(file)) {
                go.add(() -> Files.deleteIfExists(target(file)));
            } else {
                come.add(() -> WholeFile.replace(target(file), Files.readAllBytes(file)));
            }
            forget.add(() -> Files.deleteIfExists(file));
        }
        List<Act> acts = new ArrayList<>(come);
        acts.addAll(go);
        acts.add(() -> WholeFile.sync(folder));
        acts.addAll(forget);
        acts.add(() -> Files.deleteIfExists(waiting));
        return acts;
    }

    private static boolean isGoing(Path file) {
        return file.getFileName().toString().startsWith(GOES);
    }

    private Path target(Path file) {
        return folder.resolve(file.getFileName().toString().substring(1));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(waiting)) {
            return files.sorted().toList();
        }
    }

    private static void delete(Path all) throws IOException {
        if (!Files.isDirectory(all)) {
            return;
        }
        try (Stream<Path> files = Files.list(all)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(all);
    }
}
