package org.robotoverlord.changelog.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files take the place of others, whenever it stops in between and however often. */
class FileSwapTest {
    private static final Map<String, String> COME = new TreeMap<>(Map.of("3_a", "A3", "4_b", "B4", "5_c", "C5"));
    private static final Map<String, byte[]> GO = new TreeMap<>(Map.of("2_a", bytes("A2"), "3_b", bytes("B3")));

    @TempDir
    private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path before(int number) throws IOException {
        Path place = Files.createDirectory(folder.resolve("f" + number));
        for (String file : List.of("1_x=X", "2_a=A2", "3_b=B3", "5_c=old")) {
            Files.writeString(place.resolve(file.substring(0, 3)), file.substring(4));
        }
        return place;
    }

    private static Map<String, String> contents(Path place) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    @Test
    void what_comes_is_there_and_what_goes_is_not() throws IOException {
        Path place = before(0);
        FileSwap swap = new FileSwap(place);
        swap.run(COME, GO);
        assertThat(contents(place)).isEqualTo(Map.of("1_x", "X", "3_a", "A3", "4_b", "B4", "5_c", "C5"));
        assertThat(swap.isOpen()).isFalse();
        assertThat(Files.list(place)).hasSize(4);
    }

    @Test
    void wherever_it_stops_nothing_is_lost_and_the_next_finishes() throws IOException {
        int steps = 0;
        for (int stop = 0; steps == 0 || stop <= steps; stop++) {
            Path place = before(stop + 1);
            FileSwap swap = new FileSwap(place);
            swap.begin(COME, GO);
            List<FileSwap.Act> acts = swap.acts();
            steps = acts.size();
            for (FileSwap.Act act : acts.subList(0, stop)) {
                act.run();
                assertThat(contents(place).values())
                        .as("after %s", stop)
                        .containsAnyOf("A2", "A3")
                        .containsAnyOf("B3", "B4");
            }
            FileSwap next = new FileSwap(place);
            if (next.isOpen()) {
                assertThat(next.changed()).isEmpty();
                next.finish();
            }
            assertThat(contents(place)).isEqualTo(Map.of("1_x", "X", "3_a", "A3", "4_b", "B4", "5_c", "C5"));
            assertThat(next.isOpen()).isFalse();
        }
        assertThat(steps).isGreaterThan(8);
    }

    @Test
    void what_was_changed_since_is_told() throws IOException {
        Path place = before(0);
        FileSwap swap = new FileSwap(place);
        swap.begin(COME, GO);
        Files.writeString(place.resolve("2_a"), "mine");
        assertThat(swap.changed()).contains(place.resolve("2_a"));
    }
}
