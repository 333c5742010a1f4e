package org.robotoverlord.changelog.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.diff.Models;
import org.robotoverlord.changelog.diff.RandomSchemas;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

class ModelWriterTest {
    @Test
    void a_table_is_written_with_the_shorthands_that_a_person_would_use() {
        String text = """
                enums:
                  user_role: [citizen, overlord]
                tables:
                  teams:
                    columns:
                      id: {type: bigint, identity: true}
                      name: {type: text, nullable: false, unique: true}
                    primaryKey: [id]
                  users:
                    comment: People and robots that post.
                    columns:
                      id: {type: bigint, identity: true}
                      role: {type: user_role, nullable: false, default: citizen, index: users_by_role}
                      score: {type: integer, nullable: false, default: 0, check: score >= 0}
                      team_id: {type: bigint, index: true, references: teams}
                      boss_id: {type: bigint, references: {table: users, onDelete: cascade}}
                      team_name: {type: text, references: teams.name}
                      bio: text
                    primaryKey: [id]
                    indexes:
                      users_bio_idx: {columns: [bio], where: bio <> ''}
                """;
        assertThat(new ModelWriter(read(Map.of("all.yaml", text))).text()).isEqualTo(text);
    }

    @Test
    void nothing_is_no_text_and_no_file() {
        ModelWriter writer = new ModelWriter(Schema.empty(Models.SETTING));
        assertThat(writer.text()).isEmpty();
        assertThat(writer.files()).isEmpty();
    }

    @Test
    void each_table_has_a_file_that_every_file_system_takes() {
        Schema schema = read(Map.of("all.yaml", """
                schemas: [audit]
                tables:
                  users: {columns: {id: bigint}}
                  Users: {columns: {id: bigint}}
                  audit.users: {columns: {id: bigint}}
                  'a/b "c"': {columns: {id: bigint}}
                  schema: {columns: {id: bigint}}
                """));
        assertThat(new ModelWriter(schema).files().keySet())
                .containsExactly(
                        "schema.yaml",
                        "users.yaml",
                        "Users_2.yaml",
                        "audit.users.yaml",
                        "a_b__c_.yaml",
                        "schema_2.yaml");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_was_written_reads_the_same(long seed) {
        RandomSchemas random = new RandomSchemas(seed);
        for (int i = 0; i < 25; i++) {
            Schema schema = random.next();
            ModelWriter writer = new ModelWriter(schema);
            assertThat(read(writer.files())).isEqualTo(schema);
            assertThat(read(Map.of("all.yaml", writer.text()))).isEqualTo(schema);
        }
    }

    private static Schema read(Map<String, String> files) {
        List<ModelFile> read = files.entrySet().stream()
                .map(file -> new ModelFile(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        return new YamlModels(read, Name.of("robot_migrations"), table -> true)
                .read(Models.SETTING)
                .schema();
    }
}
