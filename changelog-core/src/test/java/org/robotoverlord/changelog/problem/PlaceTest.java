package org.robotoverlord.changelog.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {
    @Test
    void places_come_in_the_order_of_changelogs_lines_and_columns() {
        List<Place> inOrder = List.of(
                Place.of("migrations/models/1_20260101000000_init.yaml"),
                new Place("migrations/models/2_20260102000000_users.yaml", 2, 9),
                new Place("migrations/models/2_20260102000000_users.yaml", 10, 1),
                new Place("migrations/models/2_20260102000000_users.yaml", 10, 5),
                Place.of("migrations/models/10_20260101000000_posts.yaml"),
                Place.of("migrations/models/x.yaml"),
                Place.of("migrations/more/1_20260101000000_init.yaml"));
        assertThat(inOrder.stream().sorted(java.util.Comparator.reverseOrder()).sorted())
                .containsExactlyElementsOf(inOrder);
    }

    @Test
    void names_that_count_alike_are_still_two() {
        assertThat(Place.of("01.yaml")).isNotEqualByComparingTo(Place.of("1.yaml"));
        assertThat(Place.of("01.yaml")).isLessThan(Place.of("2.yaml"));
    }
}
