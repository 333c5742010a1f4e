package org.robotoverlord.changelog.fuzz;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Beside {@link FuzzTest}, where one asks for it. */
@EnabledIfSystemProperty(named = "fuzz.seconds", matches = "[1-9]\\d*", disabledReason = "only with -Pfuzz")
class GuidedFuzzTest {
    @TempDir
    static Path folder;

    static List<FuzzTarget> targets() {
        return Targets.all(folder);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void what_reaches_new_code_is_taken_or_refused_with_its_place(FuzzTarget target) {
        GuidedRun.of(target);
    }
}
