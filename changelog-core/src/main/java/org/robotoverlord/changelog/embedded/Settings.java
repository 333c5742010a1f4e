package org.robotoverlord.changelog.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What an embedded PostgreSQL is started from.
 *
 * @param binaries the jar of this platform's PostgreSQL, see {@link Platform#binaries}
 * @param directory where its data and log are kept; made where it is missing
 * @param cache where binaries are unpacked, once a version; absent: a folder that fits the user, see {@link BinariesCache}
 * @param patience how long to wait while another process uses the directory
 * @param parameters of the server beside our own: {@code wal_level} → {@code logical}
 * @param tell takes a line for the user, when something takes its time
 */
public record Settings(
        Path binaries,
        Path directory,
        Optional<Path> cache,
        Duration patience,
        Map<String, String> parameters,
        Consumer<String> tell) {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    public Settings {
        Objects.requireNonNull(binaries, "binaries");
        Objects.requireNonNull(patience, "patience");
        Objects.requireNonNull(tell, "tell");
        directory = directory.toAbsolutePath().normalize();
        cache = cache.map(Path::toAbsolutePath).map(Path::normalize);
        parameters = Map.copyOf(parameters);
    }

    /** The settings for most: data in {@code directory}, half a minute of patience, nothing told. */
    public static Settings of(Path binaries, Path directory) {
        return new Settings(binaries, directory, Optional.empty(), PATIENCE, Map.of(), line -> {});
    }

    /** The same with its binaries unpacked under {@code folder}. */
    public Settings withCache(Path folder) {
        return new Settings(binaries, directory, Optional.of(folder), patience, parameters, tell);
    }

    /** The same, waiting at most this long while another process uses the directory. */
    public Settings withPatience(Duration most) {
        return new Settings(binaries, directory, cache, most, parameters, tell);
    }

    /** The same with one more parameter of the server. */
    public Settings with(String parameter, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return new Settings(binaries, directory, cache, patience, more, tell);
    }

    /** The same with its lines for the user going to {@code listener}. */
    public Settings telling(Consumer<String> listener) {
        return new Settings(binaries, directory, cache, patience, parameters, listener);
    }
}
