package org.robotoverlord.changelog.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.change.ChangeExamples;
import org.robotoverlord.changelog.changelog.Document;
import org.robotoverlord.changelog.model.ModelDocument;

/** The site's page of keys is what the records say, and what it calls needed is. */
class KeyPageTest {
    private static final Path PAGE = Path.of("../src-site/markdown/keys.md");

    @Test
    void the_page_is_what_the_records_say() throws IOException {
        String made = KeyPage.of(ModelDocument.class, Document.class);
        if (System.getProperty("robot.pages", "").equals("write")) {
            Files.writeString(PAGE, made);
        }
        assertThat(Files.readString(PAGE))
                .as(
                        "%s is made of the records; write it anew with"
                                + " mvn test -pl changelog-core -Dtest=KeyPageTest -Drobot.pages=write, and read the difference",
                        PAGE)
                .isEqualTo(made);
    }

    /** Of the kinds that {@link ChangeExamples} has, and so of the bodies that stand in their mappings. */
    @Test
    void a_change_without_a_key_is_refused_exactly_where_the_page_says_it_is_needed() {
        List<String> wrong = new ArrayList<>();
        for (ChangeExample example : ChangeExamples.all()) {
            Class<?> kind = example.change().getClass();
            KeyPage.needs(kind).forEach((key, needed) -> {
                Optional<YamlNode> without = without(key, YamlWriter.node(example.change()));
                if (without.isPresent() && isRefused(without.get()) != needed) {
                    wrong.add(Kinds.nameOf(kind) + "." + key + " is " + (needed ? "said to be needed" : "needed"));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isRefused(YamlNode node) {
        YamlReader reader = new YamlReader();
        reader.read(node, Change.class, "a change");
        return !reader.problems().isEmpty();
    }

    private static Optional<YamlNode> without(String key, YamlNode change) {
        YamlNode.Entry kind = ((YamlNode.Mapping) change).entries().get(0);
        Map<String, YamlNode> left = new LinkedHashMap<>();
        if (!(kind.value() instanceof YamlNode.Mapping mapping)
                || mapping.child(key).isEmpty()) {
            return Optional.empty();
        }
        mapping.entries().forEach(entry -> left.put(entry.key(), entry.value()));
        left.remove(key);
        return Optional.of(YamlWriter.mapping(Map.of(kind.key(), YamlWriter.mapping(left))));
    }
}
