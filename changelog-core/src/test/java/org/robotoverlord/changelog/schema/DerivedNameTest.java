package org.robotoverlord.changelog.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DerivedNameTest {
    private static final Name USERS = Name.of("auth", "users");

    @Test
    void a_name_says_the_table_the_columns_and_what_it_is() {
        assertThat(DerivedName.primaryKey(USERS)).isEqualTo("users_pkey");
        assertThat(DerivedName.unique(USERS, List.of("a", "b"))).isEqualTo("users_a_b_key");
        assertThat(DerivedName.foreignKey(USERS, List.of("a", "b"))).isEqualTo("users_a_b_fkey");
        assertThat(DerivedName.index(USERS, List.of("a"))).isEqualTo("users_a_idx");
        assertThat(DerivedName.check(USERS, "a")).isEqualTo("users_a_check");
    }

    @Test
    void sixty_three_bytes_are_kept_as_they_are() {
        String longest = "t".repeat(58);

        assertThat(DerivedName.primaryKey(Name.of(longest)))
                .isEqualTo(longest + "_pkey")
                .hasSize(63);
    }

    /** The sums are those of {@code printf %s … | sha256sum}: the same on every dialect and in every version. */
    @Test
    void a_longer_one_keeps_54_bytes_and_eight_digits_of_its_sum() {
        String table = "t".repeat(59);

        assertThat(DerivedName.primaryKey(Name.of(table)))
                .isEqualTo("t".repeat(54) + "_" + "764fad9c")
                .hasSize(63);
    }

    @Test
    void a_character_is_kept_whole_or_not_at_all() {
        assertThat(DerivedName.unique(Name.of("x".repeat(52)), List.of("é".repeat(5))))
                .matches("x{52}__[0-9a-f]{8}");
        assertThat(DerivedName.unique(Name.of("x".repeat(51)), List.of("é".repeat(5))))
                .matches("x{51}_é_[0-9a-f]{8}");
        assertThat(DerivedName.unique(Name.of("😀".repeat(20)), List.of("a"))).matches("(?:😀){13}_[0-9a-f]{8}");
    }

    @Test
    void length_is_counted_in_bytes_of_utf_8() {
        assertThat(DerivedName.isTooLong("é".repeat(31) + "x")).isFalse();
        assertThat(DerivedName.isTooLong("é".repeat(32))).isTrue();
        assertThat(DerivedName.isTooLong("😀".repeat(15) + "xxx")).isFalse();
        assertThat(DerivedName.isTooLong("😀".repeat(16))).isTrue();
    }
}
