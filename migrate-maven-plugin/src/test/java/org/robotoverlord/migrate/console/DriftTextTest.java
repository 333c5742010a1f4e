package org.robotoverlord.migrate.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.change.DropTable;
import org.robotoverlord.changelog.schema.Name;

class DriftTextTest {
    @Test
    void programs_get_each_change_in_words_and_in_yaml() {
        assertThat(DriftText.json(Map.of("models", List.of(new DropTable(Name.of("users"))))))
                .isEqualTo(
                        "[{\"app\": \"models\", \"change\": \"drop table users\", \"yaml\": \"- dropTable: {name: users}\\n\"}]");
    }
}
