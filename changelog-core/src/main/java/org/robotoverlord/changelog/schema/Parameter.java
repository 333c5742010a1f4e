package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A parameter of a function or procedure: {@code integer}, {@code days integer}, {@code variadic ids bigint[]}, {@code days integer
 * default 7}. Numbers in a type's parentheses are left out, as databases do.
 *
 * @param name what the body calls it; empty where it goes by its number
 * @param type what it takes
 * @param variadic whether it takes all arguments that are left, as an array
 * @param defaultValue what it is where a call gives nothing
 */
public record Parameter(Optional<String> name, ColumnType type, boolean variadic, Optional<Expression> defaultValue) {
    private static final Set<String> MODES = Set.of("in", "out", "inout", "variadic");
    /** Types of two words and more, by their first two. */
    private static final Set<String> TWO_WORDS = Set.of(
            "double precision",
            "character varying",
            "bit varying",
            "time with",
            "time without",
            "timestamp with",
            "timestamp without");

    public Parameter {
        Objects.requireNonNull(name, "name");
        type = bare(type);
    }

    /** A type without the numbers in its parentheses. */
    static ColumnType bare(ColumnType type) {
        if (type.arguments().isEmpty()) {
            return type;
        }
        ColumnType plain = type.portable().isPresent() ? ColumnType.parse(type.name()) : ColumnType.of(type.name());
        return new ColumnType(plain.name(), plain.arguments(), type.array(), false);
    }

    /** Reads what stands between two commas. @throws Problem if that can't be a parameter */
    static Parameter parse(String text) {
        List<SqlToken> tokens = SqlToken.of(text);
        if (tokens.isEmpty()) {
            throw new Problem("a parameter is empty; write its type, or its name and type");
        }
        int from = 0;
        String mode = isName(tokens, 1) ? tokens.get(0).folded() : "";
        if (MODES.contains(mode)) {
            if (mode.endsWith("out")) {
                throw new Problem("parameter '" + text.strip() + "' gives something back, which a signature can't say;"
                        + " let a function return table(…), or make it with sql");
            }
            from = 1;
        }
        int end = from;
        while (end < tokens.size() && !isDefault(tokens.get(end))) {
            end++;
        }
        Optional<Expression> defaultValue = end == tokens.size()
                ? Optional.empty()
                : Optional.of(Expression.of(text.substring(tokens.get(end).end())));
        boolean named = isName(tokens, from) && from + 1 < end && isName(tokens, from + 1) && !isTwoWords(tokens, from);
        int type = named ? from + 1 : from;
        if (type >= end) {
            throw new Problem("parameter '" + text.strip() + "' has no type; write one before its default");
        }
        return new Parameter(
                named ? Optional.of(nameOf(tokens.get(from))) : Optional.empty(),
                ColumnType.parse(text.substring(
                        tokens.get(type).start(), tokens.get(end - 1).end())),
                mode.equals("variadic"),
                defaultValue);
    }

    /** Reads parameters with commas between. */
    static List<Parameter> parseAll(String text) {
        return text.isBlank()
                ? List.of()
                : SqlToken.split(text).stream().map(Parameter::parse).toList();
    }

    private static boolean isDefault(SqlToken token) {
        return token.text().equals("=")
                || token.text().equals(":=")
                || token.folded().equals("default");
    }

    private static boolean isName(List<SqlToken> tokens, int i) {
        SqlToken.Kind kind = i < tokens.size() ? tokens.get(i).kind() : SqlToken.Kind.PUNCTUATION;
        return kind == SqlToken.Kind.WORD || kind == SqlToken.Kind.QUOTED_NAME;
    }

    private static boolean isTwoWords(List<SqlToken> tokens, int i) {
        return TWO_WORDS.contains(
                tokens.get(i).folded() + " " + tokens.get(i + 1).folded());
    }

    private static String nameOf(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                ? token.text()
                : token.text().substring(1, token.text().length() - 1).replace("\"\"", "\"");
    }

    /** A name as it stands beside types: in double quotes where it has to be. */
    static String quoted(String name) {
        boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_]*") && !MODES.contains(ColumnType.lower(name));
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A type as it stands beside names. */
    static String text(ColumnType type) {
        return type.userType()
                .map(name -> Name.parts(name.toString()).stream()
                                .map(Parameter::quoted)
                                .collect(Collectors.joining("."))
                        + (type.array() ? "[]" : ""))
                .orElseGet(type::toString);
    }

    Parameter withType(ColumnType other) {
        return new Parameter(name, other, variadic, defaultValue);
    }

    Parameter mapSql(UnaryOperator<Expression> change) {
        return defaultValue.isEmpty() ? this : new Parameter(name, type, variadic, defaultValue.map(change));
    }

    /** As it is written. */
    @Override
    public String toString() {
        return (variadic ? "variadic " : "")
                + name.map(given -> quoted(given) + " ").orElse("")
                + text(type)
                + defaultValue.map(given -> " default " + given.sql()).orElse("");
    }
}
