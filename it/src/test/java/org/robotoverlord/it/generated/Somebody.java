package org.robotoverlord.it.generated;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Predicate;
import org.robotoverlord.changelog.diff.Asker;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.yaml.YamlText;
import org.robotoverlord.changelog.yaml.YamlWriter;

/** Answers whatever is asked, the same each time for the same seed. */
public final class Somebody implements Asker {
    private final Random random;
    private final Predicate<String> may;
    private final Schema[] schemas;

    /**
     * @param may whether the database can do what a question asks, so that yes is an answer
     * @param schemas where the types are that questions name
     */
    public Somebody(Random random, Predicate<String> may, Schema... schemas) {
        this.random = random;
        this.may = may;
        this.schemas = schemas.clone();
    }

    @Override
    public boolean yes(String question, boolean defaultAnswer) {
        return random.nextInt(3) > 0 && may.test(question);
    }

    @Override
    public String text(String question) {
        return question.contains(", one of [") ? listed(question) : fill(question, schemas);
    }

    /** One of the values that the question lists. */
    private static String listed(String question) {
        String listed = question.substring(question.indexOf(", one of [") + 10);
        String first = listed.substring(0, listed.indexOf(']')).split(", ")[0];
        boolean asYaml = question.contains("as YAML") && !first.isEmpty();
        return asYaml ? YamlText.of(YamlWriter.text(first)).strip() : first;
    }

    /** A value of the type that the question names. */
    private static String fill(String question, Schema... schemas) {
        String type = question.substring(question.lastIndexOf(" (", question.lastIndexOf(") for rows")) + 2);
        ColumnType of = ColumnType.parse(type.substring(0, type.lastIndexOf(") for rows")));
        if (of.array()) {
            return "'{}'";
        }
        return Arrays.stream(schemas)
                .map(schema -> Domains.base(schema, of))
                .flatMap(base -> base.portable().stream())
                .findFirst()
                .map(Somebody::fill)
                .orElse("");
    }

    private static String fill(PortableType type) {
        return switch (type) {
            case BOOLEAN -> "false";
            case SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> "1";
            case CHAR, VARCHAR, TEXT -> "a";
            case BINARY -> "\\x00";
            case DATE, TIMESTAMP, TIMESTAMPTZ -> "2026-01-01";
            case TIME -> "'10:00'";
            case INTERVAL -> "1 day";
            case UUID -> "00000000-0000-4000-8000-000000000001";
            case JSON, JSONB -> "'{}'";
        };
    }
}
