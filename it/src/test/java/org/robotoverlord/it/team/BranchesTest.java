package org.robotoverlord.it.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Branches with made-up changes are merged in each order, and every database comes to the same end. A failure names its seed: {@code
 * mvn verify -pl it -am -Dtest=BranchesTest -Dteam.from=SEED -Dteam.seeds=1}.
 */
class BranchesTest {
    private static final long FROM = Long.getLong("team.from", 0);
    private static final long SEEDS = Long.getLong("team.seeds", 0);

    @TempDir
    private Path folder;

    private int clean;
    private int told;
    private int refused;

    /** @param usual the seeds where nobody says which */
    private void run(int people, long seeds, List<Long> usual) throws Exception {
        List<String> failures = new ArrayList<>();
        long began = System.nanoTime();
        List<Long> all =
                SEEDS > 0 ? LongStream.range(FROM, FROM + seeds).boxed().toList() : usual;
        for (long seed : all) {
            try {
                run(people, seed, Files.createDirectory(folder.resolve(people + "_" + seed)));
            } catch (AssertionError | RuntimeException failure) {
                System.out.println("seed " + seed + " of " + people + " branches: " + failure);
                Arrays.stream(failure.getStackTrace()).limit(12).forEach(System.out::println);
                failures.add("seed " + seed + ": " + failure);
            }
        }
        System.out.printf(
                "%d branches in each order: seeds %s, %d merges free, %d where the order matters, of which %d made what a database"
                        + " refuses, %.1f s%n",
                people, all, clean, told, refused, (System.nanoTime() - began) / 1e9);
        assertThat(failures).isEmpty();
        assertThat(SEEDS > 0 || clean > 0).as("some are free").isTrue();
    }

    private void run(int people, long seed, Path own) throws Exception {
        Branches branches = new Branches(own, seed, people);
        List<Branches.End> ends = new ArrayList<>();
        if (branches.people().size() == people) {
            for (List<Integer> order : orders(branches.people())) {
                Branches.End end = branches.merged(order);
                ends.add(end);
                clean += end.clean() ? 1 : 0;
                told += end.clean() ? 0 : 1;
                refused += end.live().isEmpty() ? 1 : 0;
            }
        }
        branches.drop();
        if (ends.stream().allMatch(Branches.End::clean)) {
            assertThat(ends.stream().map(Branches.End::live).distinct().toList())
                    .as("the end, whatever the order")
                    .hasSizeLessThan(2);
        }
    }

    private static List<List<Integer>> orders(List<Integer> people) {
        if (people.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer first : people) {
            List<Integer> others = new ArrayList<>(people);
            others.remove(first);
            for (List<Integer> rest : orders(others)) {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    @Test
    void two_branches_come_to_one_end() throws Exception {
        run(2, SEEDS, List.of(3L, 4L));
        assertThat(SEEDS > 0 || told > 0).as("some orders matter").isTrue();
    }

    @Test
    void three_branches_come_to_one_end() throws Exception {
        run(3, SEEDS / 4 + 1, List.of(2L));
    }
}
