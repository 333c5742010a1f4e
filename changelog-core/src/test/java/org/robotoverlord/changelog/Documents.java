package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ChangelogReader;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.model.ModelFile;
import org.robotoverlord.changelog.model.ModelSource.Models;
import org.robotoverlord.changelog.model.YamlModels;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/** Reads texts as users write them, and tells what a user would be told of them. Their file is called {@code f}. */
public final class Documents {
    /** As PostgreSQL would have it. */
    public static final Setting SETTING = new Setting("public", Set.of("inet", "citext", "int4range", "bit"));

    private Documents() {}

    /** The bytes of a text. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A changelog of the text, the first of its line. */
    public static Changelog changelog(String text) {
        return changelog("1_20260524193000_init", text);
    }

    /** A changelog of the text. */
    public static Changelog changelog(String id, String text) {
        return ChangelogReader.read(ChangelogId.parse(id).orElseThrow(), "f", bytes(text));
    }

    /** The changes that items of {@code changes} say. */
    public static List<Change> changes(String items) {
        return changelog("changes:\n" + items.indent(2)).plainChanges();
    }

    /** The only change that an item of {@code changes} says. */
    public static Change change(String item) {
        List<Change> changes = changes(item);
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    /** The schema that items of {@code changes} make of nothing. */
    public static Schema replayed(String items) {
        return replayed(Schema.empty(SETTING), items);
    }

    /** The schema that items of {@code changes} make of another. */
    public static Schema replayed(Schema before, String items) {
        return SchemaAt.after(List.of(changelog("changes:\n" + items.indent(2))), before);
    }

    /** What a user is told of items of {@code changes}, which stand from line 2 and column 3 on. */
    public static List<String> refusals(Schema before, String items) {
        return told(() -> replayed(before, items));
    }

    /** What a user is told of items of {@code changes} that come first. */
    public static List<String> refusals(String items) {
        return refusals(Schema.empty(SETTING), items);
    }

    /** The schema that a file of models says. */
    public static Schema models(String text) {
        return modelsOf(text).schema();
    }

    /** What files of models say; they are called {@code f}, {@code g} and so on. */
    public static Models modelsOf(String... texts) {
        List<ModelFile> files = new ArrayList<>();
        for (String text : texts) {
            files.add(new ModelFile(String.valueOf((char) ('f' + files.size())), bytes(text)));
        }
        return new YamlModels(files, Name.of("robot_migrations"), table -> true).read(SETTING);
    }

    /** What a user is told of files of models. */
    public static List<String> modelRefusals(String... texts) {
        return told(() -> modelsOf(texts));
    }

    /** The lines of the problem that the work ends in. */
    public static List<String> told(Runnable work) {
        Problem problem = catchThrowableOfType(Problem.class, work::run);
        assertThat(problem).as("a problem").isNotNull();
        return Problems.of(problem).stream().map(Problem::getMessage).toList();
    }
}
