package org.robotoverlord.changelog.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.problem.Problem;

class ChangelogIdTest {
    @Test
    void a_files_name_says_number_time_and_name() {
        ChangelogId id = ChangelogId.ofFile("2_20260525081500_add_user_verification.yaml")
                .orElseThrow();

        assertThat(id.number()).isEqualTo(2);
        assertThat(id.time()).isEqualTo(LocalDateTime.of(2026, 5, 25, 8, 15));
        assertThat(id.name()).isEqualTo("add_user_verification");
        assertThat(id).hasToString("2_20260525081500_add_user_verification");
        assertThat(id.fileName()).isEqualTo("2_20260525081500_add_user_verification.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02_20260525081500_a.yaml",
                "0_20260525081500_a.yaml",
                "-1_20260525081500_a.yaml",
                "2_2026052508150_a.yaml",
                "2_202605250815000_a.yaml",
                "2_20260230000000_a.yaml",
                "2_20260525240000_a.yaml",
                "2_20260525081560_a.yaml",
                "2_20260525081500_.yaml",
                "2_20260525081500.yaml",
                "2_20260525081500_A.yaml",
                "2_20260525081500_a-b.yaml",
                "2_20260525081500_a.yml",
                "2_20260525081500_a.yaml.bak",
                "2_20260525081500_a",
                "99999999999999999999_20260525081500_a.yaml",
                "notes.yaml",
                ".yaml",
                "٢_20260525081500_a.yaml",
            })
    void what_does_not_fit_is_no_changelogs_name(String file) {
        assertThat(ChangelogId.ofFile(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "add_user_verification|add_user_verification",
                "Add users|add_users",
                "  Größe & Œuvre: déjà-vu!  |gro_e_uvre_deja_vu",
                "add--users__now|add_users_now",
                "İstanbul|istanbul",
                "42|42",
                "Ünï|uni",
            })
    void a_name_is_made_of_what_a_person_typed(String typed, String name) {
        assertThat(ChangelogId.name(typed)).isEqualTo(name);
    }

    @Test
    void a_name_is_cut_at_sixty() {
        assertThat(ChangelogId.name("x".repeat(70))).hasSize(60);
        assertThat(ChangelogId.name("x".repeat(59) + " y")).isEqualTo("x".repeat(59));
        assertThat(ChangelogId.ofFile("1_20260525081500_" + "x".repeat(60) + ".yaml"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "---", "日本"})
    void a_name_of_nothing_is_refused(String typed) {
        assertThatThrownBy(() -> ChangelogId.name(typed))
                .isInstanceOf(Problem.class)
                .hasMessage("'" + typed
                        + "' has no letter or digit to make a name of; take another, as in -Dname=add_users");
    }

    @Test
    void time_is_that_of_utc_to_the_second() {
        assertThat(ChangelogId.of(3, Instant.parse("2026-05-25T08:15:00.999Z"), "a"))
                .hasToString("3_20260525081500_a");
    }

    @Test
    void they_sort_by_their_numbers() {
        assertThat(ChangelogId.parse("10_20260525081500_a").orElseThrow())
                .isGreaterThan(ChangelogId.parse("9_20260525081500_b").orElseThrow());
    }
}
