package org.robotoverlord.changelog.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLineTest {
    @Test
    void is_one_line_that_is_not_long() {
        assertThat(QueryLine.of(" select *\n\tfrom users\n")).isEqualTo("select * from users");
        assertThat(QueryLine.of("select " + "x".repeat(500))).hasSize(202).endsWith("xx …");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter role ann password 'sesame'",
                "ALTER ROLE ann WITH LOGIN ENCRYPTED PASSWORD 'sesame' VALID UNTIL 'infinity'",
                "alter role ann password 'it''s sesame'",
                "create user 'ann'@'%' identified by 'sesame'",
                "alter user ann identified with caching_sha2_password as \"sesame\"",
                "set password for ann = password('sesame')",
                "create user mapping for ann server far options (user 'ann', password 'sesame')",
                "alter role ann password 'sesame"
            })
    void shows_no_password(String query) {
        assertThat(QueryLine.of(query)).contains("***").doesNotContain("sesame");
    }
}
