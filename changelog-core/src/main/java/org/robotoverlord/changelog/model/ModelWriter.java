package org.robotoverlord.changelog.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.EnumBody;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.RoutineBody;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.TableBody;
import org.robotoverlord.changelog.schema.View;
import org.robotoverlord.changelog.yaml.YamlText;
import org.robotoverlord.changelog.yaml.YamlWriter;

/** Writes a schema as models: the inverse of {@link YamlModels}, with shorthands where a person would write them. */
public final class ModelWriter {
    /** The file of everything but the tables. */
    private static final String COMMON = "schema";

    private static final ModelDocument EMPTY = ofTables(Map.of());

    private final Schema schema;

    public ModelWriter(Schema schema) {
        this.schema = schema;
    }

    /** All of it as one text; empty where there is nothing. */
    public String text() {
        return text(common(tables(schema.tables().keySet())));
    }

    /** A file for each table, and one for the rest, as file name → text. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        ModelDocument common = common(Map.of());
        if (!common.equals(EMPTY)) {
            files.put(COMMON + ".yaml", text(common));
        }
        for (Name table : schema.tables().keySet()) {
            files.put(fileName(table, files.keySet()), text(ofTables(tables(Set.of(table)))));
        }
        return files;
    }

    private static ModelDocument ofTables(Map<String, TableBody> tables) {
        return new ModelDocument(
                List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), tables);
    }

    private ModelDocument common(Map<String, TableBody> tables) {
        Map<String, EnumBody> enums = new LinkedHashMap<>();
        schema.enums().forEach((name, type) -> enums.put(name.toString(), body(type)));
        Map<String, Sequence> sequences = new LinkedHashMap<>();
        schema.all(Kind.SEQUENCE).forEach((name, sequence) -> sequences.put(name.toString(), sequence));
        Map<String, View> views = new LinkedHashMap<>();
        schema.all(Kind.VIEW).forEach((name, view) -> views.put(name.toString(), view));
        Map<String, Domain> domains = new LinkedHashMap<>();
        schema.all(Kind.DOMAIN).forEach((name, domain) -> domains.put(name.toString(), domain));
        return new ModelDocument(
                List.copyOf(schema.schemas()),
                schema.extensions(),
                enums,
                domains,
                routines(Kind.FUNCTION),
                routines(Kind.PROCEDURE),
                sequences,
                views,
                tables);
    }

    private <T extends RoutineBody> Map<String, T> routines(Kind<Routine<T>> kind) {
        Map<String, T> bodies = new LinkedHashMap<>();
        schema.all(kind)
                .values()
                .forEach(routine -> bodies.put(routine.signature().toString(), routine.body()));
        return bodies;
    }

    private static EnumBody body(EnumType type) {
        return new EnumBody(
                type.values().stream()
                        .map(value -> new EnumBody.EnumValue(value, Optional.empty()))
                        .toList(),
                Optional.empty(),
                type.comment());
    }

    private Map<String, TableBody> tables(Set<Name> names) {
        Map<String, TableBody> bodies = new LinkedHashMap<>();
        names.forEach(name -> bodies.put(name.toString(), TableBody.shortest(schema, name)));
        return bodies;
    }

    private static String text(ModelDocument document) {
        return document.equals(EMPTY) ? "" : YamlText.of(YamlWriter.node(document));
    }

    /** A name that every file system takes, and that no other file has, whatever its case. */
    private static String fileName(Name table, Set<String> taken) {
        Set<String> lower =
                taken.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        String full = table.schema().map(in -> in + ".").orElse("") + table.local();
        String plain = full.replaceAll("[^A-Za-z0-9_.-]", "_").replaceFirst("^\\.", "_");
        String name = plain + ".yaml";
        for (int i = 2; lower.contains(name.toLowerCase(Locale.ROOT)) || name.equals(COMMON + ".yaml"); i++) {
            name = plain + "_" + i + ".yaml";
        }
        return name;
    }
}
