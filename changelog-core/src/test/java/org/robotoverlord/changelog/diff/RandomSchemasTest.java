package org.robotoverlord.changelog.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.schema.Schema;

/** Holds the law of the differ over schemas that nobody thought of: there, back, and nothing left. */
class RandomSchemasTest {
    private static final int PAIRS = Integer.getInteger("robot.pairs", 600);

    @Test
    void the_changes_between_any_two_schemas_lead_there_and_back() {
        for (long seed = 0; seed < PAIRS; seed++) {
            RandomSchemas schemas = new RandomSchemas(seed);
            Schema before = schemas.next();
            Schema after = seed % 2 == 0 ? schemas.next() : schemas.after(before);
            try {
                Difference difference = diff(seed, before, after);
                DiffAssert.assertHolds(before, after, difference);
                assertThat(diff(seed, before, after)).isEqualTo(difference);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    private static Difference diff(long seed, Schema before, Schema after) {
        Random random = new Random(seed);
        return new Differ(Deciding.by(pair -> random.nextInt(3) > 0), Past.NONE).diff(before, after, List.of());
    }
}
