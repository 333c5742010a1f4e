package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AppSelectionTest {
    private static AppSelection of(String wanted, String... names) {
        return new AppSelection(Stream.of(names).map(AppSettings::named).toList(), Optional.ofNullable(wanted));
    }

    private static List<String> names(List<AppSettings> apps) {
        return apps.stream().map(AppSettings::name).toList();
    }

    @Test
    void there_is_one_app_where_none_is_named() {
        assertThat(of(null).names()).containsExactly("models");
        assertThat(of(null).isOne()).isTrue();
    }

    @Test
    void acts_on_all_in_order_or_on_the_wanted_one() {
        assertThat(names(of(null, "b", "a").chosen())).containsExactly("b", "a");
        assertThat(names(of("a", "b", "a").chosen())).containsExactly("a");
        assertThat(of("c", "b", "a").chosen()).isEmpty();
    }

    @Test
    void one_is_the_only_one_or_models_or_has_to_be_named() {
        assertThat(of(null, "audit").single("migrate").name()).isEqualTo("audit");
        assertThat(of(null, "audit", "models").single("migrate").name()).isEqualTo("models");
        assertThat(of("audit", "audit", "models").single("migrate").name()).isEqualTo("audit");
        assertThatThrownBy(() -> of(null, "audit", "shop").single("migrate"))
                .hasMessage("robot:migrate acts on one app, and there are several: audit, shop. Say which, as in"
                        + " -Dapp=audit");
    }

    @Test
    void what_is_meant_for_one_needs_one() {
        of(null, "audit").requireOneFor("-Dversion");
        of("audit", "audit", "models").requireOneFor("-Dversion");
        assertThatThrownBy(() -> of(null, "audit", "models").requireOneFor("-Dversion"))
                .hasMessageStartingWith("-Dversion is meant for one app, and there are several: audit, models.");
    }

    @Test
    void names_are_there_are_folders_and_are_different() {
        assertThatThrownBy(() -> of(null, "")).hasMessageStartingWith("an <app> has the name ''");
        assertThatThrownBy(() -> of(null, "../x")).hasMessageStartingWith("an <app> has the name '../x'");
        assertThatThrownBy(() -> of(null, "a", "a")).hasMessage("two apps have the name 'a'; rename one of them");
    }
}
