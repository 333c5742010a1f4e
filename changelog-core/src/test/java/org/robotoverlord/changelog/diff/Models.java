package org.robotoverlord.changelog.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.robotoverlord.changelog.form.NameList;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.EnumBody;
import org.robotoverlord.changelog.schema.Expansion;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Procedure;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.changelog.schema.Signature;
import org.robotoverlord.changelog.schema.TableBody;
import org.robotoverlord.changelog.schema.View;
import org.robotoverlord.changelog.yaml.YamlNode;
import org.robotoverlord.changelog.yaml.YamlReader;

/** Models as a test writes them: the text of one file, with a place for every hint. */
public record Models(
        List<String> schemas,
        @NameList Map<String, Extension> extensions,
        Map<String, EnumBody> enums,
        Map<String, Domain> domains,
        Map<String, Function> functions,
        Map<String, Procedure> procedures,
        Map<String, Sequence> sequences,
        Map<String, View> views,
        Map<String, TableBody> tables) {
    /** What PostgreSQL would bring, as far as tests use it. */
    public static final Setting SETTING = new Setting("public", Set.of("citext", "inet", "tsvector"));

    /** A schema and the hints beside it. */
    public record Read(Schema schema, List<Hint> hints) {}

    /** Reads a file of models; what doesn't hold together is thrown. */
    public static Read read(String text) {
        if (text.isBlank()) {
            return new Read(Schema.empty(SETTING), List.of());
        }
        YamlReader reader = new YamlReader();
        YamlNode node = YamlReader.parse("models.yaml", text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        Models models = reader.read(node, Models.class, "the models").orElse(null);
        Problems.throwIfAny(reader.problems());
        return models.expand(node);
    }

    private Read expand(YamlNode node) {
        List<Hint> hints = new ArrayList<>();
        Schema schema = Schema.empty(SETTING);
        for (String name : schemas) {
            schema = schema.withSchema(name);
        }
        for (var extension : extensions.entrySet()) {
            schema = schema.withExtension(extension.getKey(), extension.getValue());
        }
        for (var entry : enums.entrySet()) {
            Name name = Name.parse(entry.getKey());
            schema = schema.with(Kind.ENUM, name, entry.getValue().type());
            place(entry.getValue().hints(name), node, "enums", entry.getKey(), hints);
        }
        for (var entry : domains.entrySet()) {
            schema = schema.with(Kind.DOMAIN, Name.parse(entry.getKey()), entry.getValue());
        }
        for (var entry : sequences.entrySet()) {
            schema = schema.with(Kind.SEQUENCE, Name.parse(entry.getKey()), entry.getValue());
        }
        for (var entry : tables.entrySet()) {
            Expansion expansion = entry.getValue().expand(Name.parse(entry.getKey()));
            schema = schema.with(Name.parse(entry.getKey()), expansion.table());
            place(expansion.hints(), node, "tables", entry.getKey(), hints);
        }
        for (var function : functions.entrySet()) {
            schema = Routines.with(schema, Kind.FUNCTION, Signature.parse(function.getKey()), function.getValue());
        }
        for (var procedure : procedures.entrySet()) {
            schema = Routines.with(schema, Kind.PROCEDURE, Signature.parse(procedure.getKey()), procedure.getValue());
        }
        for (var view : views.entrySet()) {
            schema = schema.with(Kind.VIEW, Name.parse(view.getKey()), view.getValue());
        }
        // A foreign key may point to a table further down, whose key completes it.
        for (Name name : List.copyOf(schema.tables().keySet())) {
            schema = schema.with(name, schema.table(name));
        }
        for (Name name : schema.tables().keySet()) {
            schema.require(name);
        }
        return new Read(schema, hints);
    }

    private static void place(List<Hint> found, YamlNode node, String group, String name, List<Hint> into) {
        for (Hint hint : found) {
            into.add(hint.at(
                    node.follow(List.of(group, name)).follow(hint.path()).place()));
        }
    }
}
