package org.robotoverlord.changelog.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A piece of SQL as the user wrote it. Two are equal where they differ only in comments, white space, the case outside quotes,
 * quotes that a name does not need, and one outer pair of parentheses; {@code now()} is {@code current_timestamp}.
 */
public final class Expression implements Written {
    /** The words that PostgreSQL lets no column have for a name without quotes, and those of its expressions. */
    private static final Set<String> RESERVED = Set.of(
            ("all analyse analyze and any array as asc asymmetric authorization between binary both case cast check collate collation column "
                            + "concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp current_user "
                            + "default deferrable desc distinct do else end except exists false fetch for foreign freeze from full grant group having ilike in initially "
                            + "inner intersect interval into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on "
                            + "only or order outer overlaps placing primary references returning right select session_user similar some symmetric system_user table "
                            + "tablesample then to trailing true union unique user using variadic verbose when where window with")
                    .split(" "));

    /** The words that other databases let no column have for a name without quotes, which do no harm on any. */
    private static final Set<String> RESERVED_ELSEWHERE = Set.of(
            ("accessible add alter asensitive before bigint blob by call cascade change char character condition continue convert cube "
                            + "cume_dist cursor database databases day_hour day_microsecond day_minute day_second dec decimal declare delayed delete "
                            + "dense_rank describe deterministic distinctrow div double drop dual each elseif empty enclosed escaped exit explain "
                            + "first_value float float4 float8 force fulltext function general generated get grouping groups high_priority hour_microsecond "
                            + "hour_minute hour_second if ignore index infile inout insensitive insert int int1 int2 int3 int4 int8 integer io_after_gtids "
                            + "io_before_gtids iterate json_table key keys kill lag last_value lead leave linear lines load lock long longblob longtext loop "
                            + "low_priority master_bind master_ssl_verify_server_cert match maxvalue mediumblob mediumint mediumtext middleint "
                            + "minute_microsecond minute_second mod modifies no_write_to_binlog nth_value ntile numeric of optimize optimizer_costs option "
                            + "optionally out outfile over partition percent_rank precision procedure purge range rank read read_write reads real recursive "
                            + "regexp release rename repeat replace require resignal restrict return revoke rlike row row_number rows schema schemas "
                            + "second_microsecond sensitive separator set show signal smallint spatial specific sql sql_big_result sql_calc_found_rows "
                            + "sql_small_result sqlexception sqlstate sqlwarning ssl starting stored straight_join system terminated tinyblob tinyint "
                            + "tinytext trigger undo unlock unsigned update usage use utc_date utc_time utc_timestamp values varbinary varchar varcharacter "
                            + "varying virtual while write xor year_month zerofill")
                    .split(" "));

    private final String sql;
    private String folded;

    private Expression(String sql) {
        this.sql = sql;
    }

    /** @throws Problem if the text is empty, or a comment alone */
    public static Expression of(String sql) {
        String trimmed = withoutLastComment(sql.strip());
        if (trimmed.isEmpty()) {
            throw new Problem("an SQL expression is empty; write it or leave the key out");
        }
        return new Expression(trimmed);
    }

    /** What follows the last token goes: a comment to the line's end would swallow the parenthesis that a statement puts there. */
    private static String withoutLastComment(String sql) {
        if (!sql.contains("--") && !sql.startsWith("/*")) {
            return sql;
        }
        List<SqlToken> tokens = SqlToken.of(sql);
        return tokens.isEmpty()
                ? ""
                : sql.substring(0, tokens.get(tokens.size() - 1).end());
    }

    /** Reads the text of a scalar. */
    public static Expression parse(Scalar scalar) {
        return of(scalar.text());
    }

    /** The text, as the user wrote it. */
    public String sql() {
        return sql;
    }

    /** The text that equal expressions share. */
    public String folded() {
        if (folded == null) {
            folded = fold(SqlToken.of(sql));
        }
        return folded;
    }

    /** The expression without the pairs of parentheses that hold it as a whole. */
    public Expression bare() {
        List<SqlToken> tokens = SqlToken.of(sql);
        int pairs = outerPairs(tokens);
        return pairs == 0
                ? this
                : new Expression(sql.substring(
                        tokens.get(pairs).start(),
                        tokens.get(tokens.size() - 1 - pairs).end()));
    }

    /** Whether the expression names the column: exactly, or in any case where it stands without quotes and is all lower case. */
    public boolean mentions(String column) {
        if (!mayName(column)) {
            return false;
        }
        List<SqlToken> tokens = SqlToken.of(sql);
        return IntStream.range(0, tokens.size()).anyMatch(i -> names(tokens, i, column) && isColumn(tokens, i));
    }

    /** Whether any token can be the name: what is asked of every expression of a table, and nearly always no. */
    private boolean mayName(String name) {
        return name.indexOf('"') >= 0 || folded().contains(name);
    }

    /** Whether it asks other tables: {@code exists (select …)}. */
    public boolean holdsQuery() {
        return holds("select") || holds("table");
    }

    /** Whether it may mean all columns of something: {@code select *}. */
    public boolean holdsStar() {
        return holds("*");
    }

    private boolean holds(String token) {
        return mayName(token)
                && SqlToken.of(sql).stream().anyMatch(each -> each.folded().equals(token));
    }

    /** Whether it casts to a type of that name, in whatever schema. */
    public boolean castsTo(String type) {
        if (!mayName(type)) {
            return false;
        }
        List<SqlToken> tokens = SqlToken.of(sql);
        return IntStream.range(0, tokens.size())
                .anyMatch(i -> names(tokens, i, type) && isTypeFrom(tokens, first(tokens, i), i));
    }

    /** The texts and numbers that are spelled in it, without their quotes. */
    public List<String> literals() {
        List<String> literals = new ArrayList<>();
        for (SqlToken token : SqlToken.of(sql)) {
            if (token.kind() == SqlToken.Kind.NUMBER) {
                literals.add(token.text());
            } else if (token.kind() == SqlToken.Kind.STRING
                    && token.text().startsWith("'")
                    && token.text().length() > 1) {
                literals.add(
                        token.text().substring(1, token.text().length() - 1).replace("''", "'"));
            }
        }
        return literals;
    }

    /** The expression with a column's name replaced wherever it stands as a whole identifier. */
    public Expression renameColumn(String from, String to) {
        if (!mayName(from)) {
            return this;
        }
        List<SqlToken> tokens = SqlToken.of(sql);
        return replace(tokens, to, i -> names(tokens, i, from) && isColumn(tokens, i));
    }

    /** The expression with a table's name replaced wherever it qualifies a column. */
    public Expression renameTable(String from, String to) {
        if (!mayName(from)) {
            return this;
        }
        List<SqlToken> tokens = SqlToken.of(sql);
        return replace(tokens, to, i -> names(tokens, i, from) && is(tokens, i + 1, "."));
    }

    /** The expression with a type's name replaced wherever it makes a value of something: after a cast, before a literal. */
    public Expression renameType(Name from, Name to, String home) {
        if (!mayName(from.local())) {
            return this;
        }
        List<SqlToken> tokens = SqlToken.of(sql);
        return renameQualified(tokens, from, to, i -> isType(tokens, i, from, home));
    }

    /** Whether a token is the last of the type's name: by its name alone where it lies in the home, else by both names. */
    static boolean isType(List<SqlToken> tokens, int i, Name type, String home) {
        if (!names(tokens, i, type.local())) {
            return false;
        }
        int first = first(tokens, i);
        boolean lies = first < i
                ? names(tokens, first, type.schema().orElse(home))
                : type.schema().isEmpty();
        return lies && isTypeFrom(tokens, first, i);
    }

    /** Where the qualified name begins that ends with a token. */
    private static int first(List<SqlToken> tokens, int i) {
        return is(tokens, i - 1, ".") && i > 1 ? i - 2 : i;
    }

    private static boolean isTypeFrom(List<SqlToken> tokens, int first, int last) {
        boolean cast = is(tokens, first - 1, "::") || is(tokens, first - 1, "as");
        return cast || isBeforeLiteral(tokens, last) && beginsOperand(tokens, first);
    }

    private static boolean isBeforeLiteral(List<SqlToken> tokens, int i) {
        return i + 1 < tokens.size() && tokens.get(i + 1).kind() == SqlToken.Kind.STRING;
    }

    /** Whether a value begins here: no {@code at time zone 'UTC'}, {@code like 'a' escape 'b'}. */
    private static boolean beginsOperand(List<SqlToken> tokens, int i) {
        if (tokens.get(i).kind() == SqlToken.Kind.WORD
                && RESERVED.contains(tokens.get(i).folded())) {
            return false;
        }
        if (i == 0) {
            return true;
        }
        SqlToken before = tokens.get(i - 1);
        return switch (before.kind()) {
            case OPERATOR -> true;
            case PUNCTUATION ->
                before.text().equals("(")
                        || before.text().equals(",")
                        || before.text().equals("[");
            case WORD -> RESERVED.contains(before.folded());
            default -> false;
        };
    }

    /** Whether the expression calls the function: by its name alone where it lies in the home, else by both names. */
    boolean calls(Name function, String home) {
        if (!mayName(function.local())) {
            return false;
        }
        List<SqlToken> tokens = SqlToken.of(sql);
        return IntStream.range(0, tokens.size()).anyMatch(i -> isCall(tokens, i, function, home));
    }

    private static boolean isCall(List<SqlToken> tokens, int i, Name function, String home) {
        if (!names(tokens, i, function.local()) || !is(tokens, i + 1, "(")) {
            return false;
        }
        boolean qualified = is(tokens, i - 1, ".") && i > 1;
        return qualified
                ? names(tokens, i - 2, function.schema().orElse(home))
                : function.schema().isEmpty();
    }

    /** The expression with a function's name replaced wherever it is called. */
    Expression renameCall(Name from, Name to, String home) {
        if (!calls(from, home)) {
            return this;
        }
        List<SqlToken> tokens = SqlToken.of(sql);
        return renameQualified(tokens, from, to, i -> isCall(tokens, i, from, home));
    }

    /** The expression with a name replaced that may be qualified; where its schema stays, so does how it is qualified. */
    private Expression renameQualified(List<SqlToken> tokens, Name from, Name to, IntPredicate which) {
        String name = to.schema().map(schema -> identifier(schema) + ".").orElse("") + identifier(to.local());
        StringBuilder text = new StringBuilder();
        int end = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (which.test(i)) {
                boolean stays = from.schema().equals(to.schema());
                int first = stays ? i : first(tokens, i);
                text.append(sql, end, tokens.get(first).start()).append(stays ? identifier(to.local()) : name);
                end = tokens.get(i).end();
            }
        }
        return end == 0 ? this : new Expression(text.append(sql.substring(end)).toString());
    }

    /** The expression with the schema of each qualified name replaced by the one that the function gives the name. */
    public Expression requalify(UnaryOperator<Name> change) {
        return NamedInStrings.map(
                requalifyNames(change), name -> name.schema().isPresent() ? change.apply(name) : name);
    }

    private Expression requalifyNames(UnaryOperator<Name> change) {
        List<SqlToken> tokens = SqlToken.of(sql);
        return replace(
                tokens,
                i -> qualified(tokens, i)
                        .flatMap(name -> change.apply(name)
                                .schema()
                                .filter(schema -> !schema.equals(name.schema().orElseThrow()))));
    }

    /** The qualified name that begins at a token: a name, or an operator as {@code OPERATOR(ext.<>)} holds it. */
    private static Optional<Name> qualified(List<SqlToken> tokens, int i) {
        if (!is(tokens, i + 1, ".") || i + 2 >= tokens.size()) {
            return Optional.empty();
        }
        SqlToken last = tokens.get(i + 2);
        Optional<String> local = last.kind() == SqlToken.Kind.OPERATOR ? Optional.of(last.text()) : spelled(last);
        return spelled(tokens.get(i)).flatMap(schema -> local.map(name -> Name.of(schema, name)));
    }

    /** The name that a token stands for; empty for what is no name. */
    static Optional<String> spelled(SqlToken token) {
        return switch (token.kind()) {
            case WORD -> Optional.of(token.folded());
            case QUOTED_NAME ->
                // A quote that nothing follows opens no name.
                Optional.of(token.text())
                        .filter(text -> text.length() > 2)
                        .map(text -> text.substring(1, text.length() - 1).replace("\"\"", "\""));
            default -> Optional.empty();
        };
    }

    private Expression replace(List<SqlToken> tokens, String to, IntPredicate which) {
        return replace(tokens, i -> which.test(i) ? Optional.of(to) : Optional.empty());
    }

    private Expression replace(List<SqlToken> tokens, IntFunction<Optional<String>> names) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Optional<String> name = names.apply(i);
            if (name.isPresent()) {
                boolean elsewhere = RESERVED_ELSEWHERE.contains(name.get());
                text.append(sql, from, tokens.get(i).start())
                        .append(elsewhere ? quoted(name.get()) : identifier(name.get()));
                from = tokens.get(i).end();
            }
        }
        return from == 0
                ? this
                : new Expression(text.append(sql.substring(from)).toString());
    }

    private static boolean names(List<SqlToken> tokens, int i, String name) {
        SqlToken token = tokens.get(i);
        return switch (token.kind()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT).equals(name);
            case QUOTED_NAME -> token.text().equals(quoted(name));
            default -> false;
        };
    }

    private static boolean isColumn(List<SqlToken> tokens, int i) {
        boolean word = tokens.get(i).kind() == SqlToken.Kind.WORD;
        boolean keyword = word && RESERVED.contains(tokens.get(i).folded());
        return !keyword && !isQualifierOrFunction(tokens, i) && !isType(tokens, i) && !isFieldOrCollation(tokens, i);
    }

    private static boolean isQualifierOrFunction(List<SqlToken> tokens, int i) {
        return is(tokens, i + 1, "(") || is(tokens, i + 1, ".") || is(tokens, i + 1, "=>");
    }

    /** {@code a::date}, {@code cast(a as date)}, {@code date '2026-01-01'}. */
    private static boolean isType(List<SqlToken> tokens, int i) {
        boolean beforeLiteral = i + 1 < tokens.size() && tokens.get(i + 1).kind() == SqlToken.Kind.STRING;
        return is(tokens, i - 1, "::") || is(tokens, i - 1, "as") || beforeLiteral;
    }

    /** {@code extract(year from a)}, {@code a collate "de"}. */
    private static boolean isFieldOrCollation(List<SqlToken> tokens, int i) {
        boolean field = is(tokens, i - 2, "extract") && is(tokens, i - 1, "(") && is(tokens, i + 1, "from");
        return field || is(tokens, i - 1, "collate");
    }

    private static boolean is(List<SqlToken> tokens, int i, String folded) {
        return i >= 0 && i < tokens.size() && tokens.get(i).folded().equals(folded);
    }

    /** The name as SQL takes it, in quotes where it needs them. */
    static String identifier(String name) {
        return needsQuotes(name) ? quoted(name) : name;
    }

    /** Whether a name without quotes would be another name, or none. */
    static boolean needsQuotes(String name) {
        return !name.matches("[a-z_][a-z0-9_]*") || RESERVED.contains(name);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String fold(List<SqlToken> tokens) {
        List<SqlToken> inner = hasOuterPair(tokens) ? tokens.subList(1, tokens.size() - 1) : tokens;
        StringJoiner folded = new StringJoiner(" ");
        for (int i = 0; i < inner.size(); i++) {
            boolean now = is(inner, i, "now") && is(inner, i + 1, "(") && is(inner, i + 2, ")");
            folded.add(now ? "current_timestamp" : inner.get(i).folded());
            i += now ? 2 : 0;
        }
        return folded.toString();
    }

    private static boolean hasOuterPair(List<SqlToken> tokens) {
        return outerPairs(tokens) > 0;
    }

    /** How many pairs of parentheses, each in the other, hold all that is between them. */
    private static int outerPairs(List<SqlToken> tokens) {
        int last = tokens.size() - 1;
        if (last < 2 || !is(tokens, 0, "(")) {
            return 0;
        }
        Deque<Integer> open = new ArrayDeque<>();
        int pairs = 0;
        for (int i = 0; i <= last; i++) {
            if (is(tokens, i, "(")) {
                open.push(i);
            } else if (is(tokens, i, ")")) {
                if (open.isEmpty()) {
                    return 0;
                }
                // The pairs that end the text are counted from the innermost one on.
                pairs = open.pop() == last - i && last - i + 1 < i ? pairs + 1 : 0;
            } else if (pairs > 0) {
                pairs = 0;
            }
        }
        return open.isEmpty() ? pairs : 0;
    }

    @Override
    public Optional<Scalar> written() {
        return Optional.of(Scalar.text(sql));
    }

    @Override
    public Optional<Scalar> canonical() {
        return Optional.of(Scalar.text(folded()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression
                && (sql.equals(expression.sql) || folded().equals(expression.folded()));
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public String toString() {
        return sql;
    }
}
