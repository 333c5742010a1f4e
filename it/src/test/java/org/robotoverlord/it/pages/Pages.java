package org.robotoverlord.it.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is written for users: README and the pages of the site. */
final class Pages {
    static final Path ROOT = Path.of("..");
    static final Path SITE = ROOT.resolve("src-site");

    private Pages() {}

    /** File, from the folder of the site's pages → text. */
    static Map<String, String> all() {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", read("README.md"));
        Path folder = SITE.resolve("markdown");
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(
                            file -> pages.put(folder.relativize(file).toString().replace('\\', '/'), read(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return pages;
    }

    /** The texts of the files under a folder. */
    static Stream<String> texts(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream()
                    .map(Pages::read);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The text of a file, named from the root of the project. */
    static String read(String path) {
        return read(ROOT.resolve(path));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
