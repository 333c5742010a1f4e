package org.robotoverlord.changelog.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GithubAnnotationsTest {
    @Test
    void each_is_a_command_on_a_line_of_its_own_with_what_would_end_it_escaped() {
        assertThat(GithubAnnotations.commands(SomeFindings.ALL, path -> "shop/" + path))
                .containsExactly(
                        "::error file=shop/db/a%2Cb%3Ac.yaml,line=3,col=7,title=robot%3Acheck/models"
                                + "::100%25 of it: 'a | <b>_c_',%0Aand \"more\". Mend it.",
                        "::warning file=shop/db,title=robot%3Acheck/models::A hint is spent.",
                        "::error title=robot%3Acheck/database::It isn't here. Bring it back.");
    }

    @Test
    void the_summary_is_a_table_in_which_texts_stay_what_they_are() {
        assertThat(GithubAnnotations.summary("check", SomeFindings.ALL, path -> "shop/" + path))
                .isEqualTo("""
                        ### robot:check: 1 finding and 1 warning in app 'models', 1 finding in app 'audit'

                        | | where | what |
                        |---|---|---|
                        | error | shop/db/a,b:c.yaml:3:7 | 100% of it: 'a \\| \\<b\\>\\_c\\_',<br>and "more". Mend it. |
                        | warning | shop/db | A hint is spent. |
                        | error |  | It isn't here. Bring it back. |

                        """);
        assertThat(GithubAnnotations.summary("check", List.of(), path -> path)).isEmpty();
    }
}
