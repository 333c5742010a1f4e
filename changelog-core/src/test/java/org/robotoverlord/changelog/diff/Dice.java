package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;

/** Chance, the same for the same seed. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** A number from 0 to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Whether something happens that does so many times of a hundred. */
    boolean chance(int percent) {
        return below(100) < percent;
    }

    boolean either() {
        return random.nextBoolean();
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /** Those that so many of a hundred are of. */
    <T> List<T> some(List<T> from, int percent) {
        return from.stream().filter(each -> chance(percent)).toList();
    }

    /** One or two, in any order. */
    <T> List<T> few(List<T> from) {
        List<T> shuffled = shuffled(from);
        return shuffled.subList(0, Math.min(shuffled.size(), chance(65) ? 1 : 2));
    }

    <T> List<T> atLeastOne(List<T> some, List<T> from) {
        return some.isEmpty() ? List.of(pick(from)) : some;
    }

    <T> List<T> shuffled(List<T> from) {
        List<T> list = new ArrayList<>(from);
        Collections.shuffle(list, random);
        return list;
    }

    /** A name that isn't taken. */
    Name fresh(List<String> from, Map<Name, ?> taken) {
        List<Name> free = from.stream()
                .map(Name::of)
                .filter(name -> !taken.containsKey(name))
                .toList();
        if (free.isEmpty()) {
            throw new Problem("no name is free");
        }
        return pick(free);
    }
}
