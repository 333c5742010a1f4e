package org.robotoverlord.changelog.dialect.mysql;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Value;

/** Reads a column of SHOW CREATE TABLE. */
final class MysqlColumnText {
    private static final Pattern INTRODUCED =
            Pattern.compile("(?:_utf8(?:mb[34])?)?\\s*'(?:[^'\\\\]|''|\\\\.)*+'", Pattern.DOTALL);
    private static final Pattern NOW = Pattern.compile("current_timestamp(?:\\((\\d*)\\))?");
    private static final Pattern BYTES = Pattern.compile("(?:0x([0-9a-f]*)|x'([0-9a-f]*)')", Pattern.CASE_INSENSITIVE);

    private final MysqlTokens tokens;
    private final String sorting;
    private String printed = "";
    private boolean json;
    private boolean nullable = true;
    private Optional<String> collation = Optional.empty();
    private Optional<String> defaultValue = Optional.empty();
    private boolean defaultIsText;
    private Optional<Generated> generated = Optional.empty();
    private boolean numbered;
    private Optional<String> comment = Optional.empty();

    private MysqlColumnText(MysqlTokens tokens, String sorting) {
        this.tokens = tokens;
        this.sorting = sorting;
    }

    /** @param sorting how texts of the table sort */
    static Column read(MysqlTokens tokens, String sorting) {
        MysqlColumnText text = new MysqlColumnText(tokens, sorting);
        text.type();
        while (tokens.hasNext()) {
            text.attribute();
        }
        return text.column();
    }

    private void type() {
        printed = tokens.next().toLowerCase(Locale.ROOT);
        if (tokens.isGroup()) {
            printed += tokens.next();
        }
        while (tokens.take("UNSIGNED") || tokens.take("ZEROFILL")) {
            printed += printed.endsWith(" unsigned") ? " zerofill" : " unsigned";
        }
    }

    private void attribute() {
        if (tokens.take("CHARACTER", "SET")) {
            tokens.next();
        } else if (tokens.take("COLLATE")) {
            collation = Optional.of(tokens.next()).filter(is -> !is.equals(sorting));
        } else if (tokens.take("GENERATED", "ALWAYS", "AS")) {
            Expression sql = Expression.of(MysqlQuotes.read(MysqlTokens.inside(tokens.next())))
                    .bare();
            generated = Optional.of(new Generated(sql, !tokens.take("VIRTUAL")));
        } else if (tokens.take("NOT", "NULL")) {
            nullable = false;
        } else if (tokens.take("DEFAULT")) {
            defaultIsText = tokens.isText();
            defaultValue = Optional.of(taken());
        } else if (tokens.take("ON", "UPDATE")) {
            taken();
        } else if (tokens.take("AUTO_INCREMENT")) {
            numbered = true;
        } else if (tokens.take("COMMENT")) {
            comment = Optional.of(MysqlQuotes.meant(tokens.next()));
        } else if (tokens.take("CHECK")) {
            json = tokens.next().toLowerCase(Locale.ROOT).startsWith("(json_valid(");
        } else {
            tokens.next();
        }
    }

    /** A value: {@code 'x'}, {@code 5}, {@code (now())}, {@code uuid()}, {@code x'00'}. */
    private String taken() {
        StringBuilder value = new StringBuilder(tokens.next());
        boolean open = !value.toString().startsWith("'") && !value.toString().startsWith("(");
        while (open && (tokens.isGroup() || tokens.isText())) {
            value.append(tokens.next());
        }
        return value.toString();
    }

    private Column column() {
        boolean isJson = json && printed.equals("longtext");
        ColumnType type = isJson ? ColumnType.of("json") : MysqlTypes.read(printed);
        if (numbered && !Column.takesIdentity(type)) {
            type = MysqlTypes.asItIs(printed.replaceFirst("\\(\\d+\\)", ""));
        }
        Optional<Identity> identity = numbered ? Optional.of(Identity.simple(false)) : Optional.empty();
        Optional<Value> value = numbered || generated.isPresent() ? Optional.empty() : value(type);
        Optional<String> own = isJson ? Optional.empty() : collation;
        try {
            return new Column(type, nullable, value, identity, generated, own, comment);
        } catch (Problem misfit) {
            Optional<Value> asItIs = defaultValue.map(MysqlQuotes::read).map(Value::sql);
            return new Column(type, nullable, asItIs, identity, generated, own, comment);
        }
    }

    private Optional<Value> value(ColumnType type) {
        if (defaultValue.isEmpty() || defaultValue.get().equalsIgnoreCase("null")) {
            return Optional.empty();
        }
        String text = defaultValue.get();
        String inner = text.startsWith("(") ? MysqlTokens.inside(text) : text;
        if (INTRODUCED.matcher(inner).matches()) {
            return Optional.of(literal(type, MysqlQuotes.meant(inner.substring(inner.indexOf('\'')))));
        }
        Matcher now = NOW.matcher(inner.toLowerCase(Locale.ROOT));
        if (now.matches()) {
            return Optional.of(now(type, Optional.ofNullable(now.group(1)).orElse("")));
        }
        Matcher bytes = BYTES.matcher(inner);
        if (bytes.matches() && type.is(PortableType.BINARY)) {
            String hex = bytes.group(1) == null ? bytes.group(2) : bytes.group(1);
            return Optional.of(Value.literal("\\x" + hex.toLowerCase(Locale.ROOT)));
        }
        boolean number = inner.matches("-?[0-9.]+(?:e[+-]?\\d+)?");
        return Optional.of(number && !text.startsWith("(") ? literal(type, inner) : Value.sql(MysqlQuotes.read(inner)));
    }

    private Value literal(ColumnType type, String text) {
        if (type.is(PortableType.BOOLEAN) && (text.equals("0") || text.equals("1"))) {
            return Value.literal(text.equals("1") ? "true" : "false");
        }
        return type.isNative() && !defaultIsText ? Value.sql(text) : Value.literal(text);
    }

    /** The clock with as many digits as the column keeps is what {@code now()} means in a model. */
    private static Value now(ColumnType type, String digits) {
        boolean clock = type.is(PortableType.TIMESTAMP) || type.is(PortableType.TIMESTAMPTZ);
        int kept = type.arguments().isEmpty()
                ? MysqlTypes.FINEST
                : type.arguments().get(0);
        boolean same = digits.isEmpty() ? kept == 0 : kept == Integer.parseInt(digits);
        return Value.sql(clock && same || digits.isEmpty() ? "current_timestamp" : "current_timestamp(" + digits + ")");
    }
}
