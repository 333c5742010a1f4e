package org.robotoverlord.changelog.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.model.ModelFile;
import org.robotoverlord.changelog.model.ModelSource;
import org.robotoverlord.changelog.model.ModelWriter;
import org.robotoverlord.changelog.model.YamlModels;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/** One file of models: the schema that was read is written as models that say the same. */
final class ModelTarget implements FuzzTarget {
    static final Setting SETTING = Dialects.embedded().setting("public");

    @Override
    public String name() {
        return "model";
    }

    @Override
    public void take(byte[] input) {
        Schema schema = read(Places.PATH, input).schema();
        String text = new ModelWriter(schema).text();
        if (!read("written anew", text.getBytes(UTF_8)).schema().equals(schema)) {
            throw new IllegalStateException("it was written as\n" + text);
        }
    }

    static ModelSource.Models read(String path, byte[] bytes) {
        return new YamlModels(List.of(new ModelFile(path, bytes)), Name.of("robot_migrations"), table -> true)
                .read(SETTING);
    }

    @Override
    public boolean isTold(String problem) {
        return Places.isTold(problem);
    }

    @Override
    public List<byte[]> seeds() {
        return Corpus.bytes(Corpus.models());
    }
}
