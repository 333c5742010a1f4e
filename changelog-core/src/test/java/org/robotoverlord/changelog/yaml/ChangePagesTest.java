package org.robotoverlord.changelog.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The site's pages of the kinds of change are what the records, the examples and the SQL say. */
class ChangePagesTest {
    private static final Path SITE = Path.of("../src-site/markdown");

    @Test
    void the_pages_are_what_the_records_the_examples_and_the_sql_say() throws IOException {
        Map<String, String> made = ChangePages.all();
        if (System.getProperty("robot.pages", "").equals("write")) {
            Files.createDirectories(SITE.resolve("changes"));
            for (Map.Entry<String, String> page : made.entrySet()) {
                Files.writeString(SITE.resolve(page.getKey()), page.getValue());
            }
        }
        for (Map.Entry<String, String> page : made.entrySet()) {
            assertThat(SITE.resolve(page.getKey()))
                    .as("write it anew with mvn test -pl changelog-core -Dtest=ChangePagesTest -Drobot.pages=write")
                    .content()
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void no_page_is_kept_of_a_kind_that_is_gone() throws IOException {
        Set<String> made = ChangePages.all().keySet();
        try (Stream<Path> files = Files.list(SITE.resolve("changes"))) {
            assertThat(files.map(file -> "changes/" + file.getFileName()).collect(Collectors.toSet()))
                    .isSubsetOf(made);
        }
    }
}
