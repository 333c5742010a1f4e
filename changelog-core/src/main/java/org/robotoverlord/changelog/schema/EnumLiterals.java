package org.robotoverlord.changelog.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where expressions spell a value of an enum. A database keeps the value itself, not its name; from outside a literal is surely of the
 * enum where it is cast to it, to a domain over it or to an array of it, or is compared with a column of it: {@code role <> 'boss'},
 * {@code role in ('boss', 'robot')}, {@code role = any ('{boss}')}, {@code role between 'a' and 'b'}. What hides behind a function,
 * a {@code case} or a query can't be told.
 */
public final class EnumLiterals {
    private static final Set<String> COMPARING = Set.of("=", "<>", "!=", "<", ">", "<=", ">=");
    private static final Set<String> QUANTIFIERS = Set.of("any", "some", "all");
    private static final Set<String> BEFORE_OPERAND = Set.of("(", ",", "and", "or", "not", "when", "then", "else");
    private static final Set<String> AFTER_OPERAND = Set.of(")", ",", "and", "or", "when", "then", "else", "end");
    private static final Set<String> OF_DOMAIN = Set.of("value");

    private final Schema schema;
    private final Set<Name> types = new HashSet<>();
    private final Map<Name, List<String>> columns;
    private final String value;

    /** @param value the value that is looked for */
    public EnumLiterals(Schema schema, Name enumType, String value) {
        this.schema = schema;
        this.columns = Domains.columnsUnder(schema, enumType);
        this.value = value;
        types.add(schema.local(enumType));
        types.addAll(Domains.over(schema, enumType));
    }

    /** The schema with the value called otherwise wherever it is surely meant. */
    public Schema renamed(String to) {
        Schema after = Routines.mapSql(schema, sql -> renamed(sql, Set.of(), to));
        for (Map.Entry<Name, Domain> domain : schema.all(Kind.DOMAIN).entrySet()) {
            boolean over = types.contains(domain.getKey())
                    && isScalar(domain.getValue().type());
            after = after.with(
                    Kind.DOMAIN,
                    domain.getKey(),
                    domain.getValue().mapSql(sql -> renamed(sql, over ? OF_DOMAIN : Set.of(), to)));
        }
        for (Map.Entry<Name, Table> table : schema.tables().entrySet()) {
            Table mapped = Spelled.map(
                    table.getValue(), sql -> renamed(sql, sql.holdsQuery() ? Set.of() : compared(table.getKey()), to));
            after = mapped == table.getValue() ? after : after.with(table.getKey(), mapped);
        }
        return after;
    }

    /** Whether the value may be meant in an expression of a table, though it can't be told. */
    public boolean mayBeIn(Name table, Expression sql) {
        if (!mayHold(sql)) {
            return false;
        }
        boolean query = sql.holdsQuery();
        boolean meant =
                query || columns.getOrDefault(table, List.of()).stream().anyMatch(sql::mentions) || castsToOne(sql);
        return meant && isIn(renamed(sql, query ? Set.of() : compared(table), ""));
    }

    /** Whether the value may be meant in a column's default or computing, though it can't be told. */
    public boolean mayBeIn(Name table, String column, Expression sql) {
        boolean under = columns.getOrDefault(table, List.of()).contains(column);
        return mayBeIn(table, sql) || under && isIn(renamed(sql, compared(table), ""));
    }

    /** Whether the value may be meant in an expression of a domain, though it can't be told. */
    public boolean mayBeIn(Domain domain, Expression sql) {
        boolean over = domain.type().userType().filter(types::contains).isPresent();
        return (over || castsToOne(sql))
                && isIn(renamed(sql, over && isScalar(domain.type()) ? OF_DOMAIN : Set.of(), ""));
    }

    /** Whether the value is spelled in an expression, whatever is meant. */
    public boolean isIn(Expression sql) {
        return mayHold(sql) && sql.literals().stream().anyMatch(this::spells);
    }

    private boolean castsToOne(Expression sql) {
        return types.stream().anyMatch(type -> sql.castsTo(type.local()));
    }

    private boolean spells(String literal) {
        return literal.equals(value) || literal.startsWith("{") && literal.contains(value);
    }

    /** Looked for before the expression is taken apart: nearly all have nothing of the kind. */
    private boolean mayHold(Expression sql) {
        return sql.sql().indexOf('\'') >= 0 && sql.sql().contains(value.replace("'", "''"));
    }

    private boolean isScalar(ColumnType type) {
        return !Domains.base(schema, type).array();
    }

    private Set<String> compared(Name table) {
        List<String> under = columns.getOrDefault(table, List.of());
        return under.isEmpty()
                ? Set.of()
                : under.stream()
                        .filter(column ->
                                isScalar(schema.table(table).column(column).type()))
                        .collect(Collectors.toSet());
    }

    private Expression renamed(Expression sql, Set<String> comparable, String to) {
        return mayHold(sql) ? new InOne(sql, comparable).renamed(to) : sql;
    }

    /** One expression, and the columns of the enum that it may name. */
    private final class InOne {
        private final Expression sql;
        private final List<SqlToken> tokens;
        private final Set<String> comparable;

        InOne(Expression sql, Set<String> comparable) {
            this.sql = sql;
            this.tokens = SqlToken.of(sql.sql());
            this.comparable = comparable;
        }

        Expression renamed(String to) {
            StringBuilder text = new StringBuilder();
            int from = 0;
            for (int i = 0; i < tokens.size(); i++) {
                String literal = isLiteral(i) ? read(tokens.get(i).text()) : "";
                String changed = literal;
                if (literal.equals(value) && isValue(i)) {
                    changed = to;
                } else if (literal.startsWith("{") && literal.contains(value) && isArray(i)) {
                    changed = ArrayText.map(literal, element -> element.equals(value) ? to : element);
                }
                if (!changed.equals(literal)) {
                    text.append(sql.sql(), from, tokens.get(i).start()).append("'" + changed.replace("'", "''") + "'");
                    from = tokens.get(i).end();
                }
            }
            return from == 0
                    ? sql
                    : Expression.of(text.append(sql.sql().substring(from)).toString());
        }

        private boolean isLiteral(int i) {
            return i >= 0
                    && i < tokens.size()
                    && tokens.get(i).kind() == SqlToken.Kind.STRING
                    && tokens.get(i).text().startsWith("'");
        }

        private String read(String literal) {
            return literal.substring(1, Math.max(1, literal.length() - 1)).replace("''", "'");
        }

        private boolean isValue(int i) {
            int last = castAfter(i);
            if (last >= 0) {
                return !is(last + 1, "[");
            }
            return isTypeEnd(i - 1) && beginsLiteral(i) || isCompared(i) || isListed(i);
        }

        private boolean isArray(int i) {
            int last = castAfter(i);
            boolean cast = last >= 0 && is(last + 1, "[");
            return cast || is(i - 1, "(") && is(i + 1, ")") && isQuantified(i - 2) && isAfterOperand(i + 2);
        }

        /** {@code 'a'::role}, {@code cast('a' as role)}: where the type's name ends, or -1. */
        private int castAfter(int i) {
            boolean cast = is(i + 1, "as") && is(i - 1, "(") && is(i - 2, "cast");
            if (!cast && !is(i + 1, "::")) {
                return -1;
            }
            int last = is(i + 3, ".") ? i + 4 : i + 2;
            return isTypeEnd(last) ? last : -1;
        }

        private boolean isTypeEnd(int i) {
            return i >= 0
                    && i < tokens.size()
                    && types.stream()
                            .anyMatch(type -> Expression.isType(
                                    tokens, i, type, schema.setting().home()));
        }

        /** {@code role 'a'}, and no {@code 'a'::role 'b'}, which is nothing. */
        private boolean beginsLiteral(int i) {
            int first = is(i - 2, ".") ? i - 3 : i - 1;
            return !is(first - 1, "::") && !is(first - 1, "as");
        }

        private boolean isCompared(int i) {
            if (isAfterOperand(i + 1)) {
                boolean plain = isComparing(i - 1) && endsColumn(i - 2);
                boolean first = is(i - 1, "between") && is(i + 1, "and") && endsColumn(beforeNot(i - 2));
                boolean second =
                        is(i - 1, "and") && isLiteral(i - 2) && is(i - 3, "between") && endsColumn(beforeNot(i - 4));
                boolean distinct = is(i - 1, "from")
                        && is(i - 2, "distinct")
                        && is(beforeNot(i - 3), "is")
                        && endsColumn(beforeNot(i - 3) - 1);
                if (plain || first || second || distinct) {
                    return true;
                }
            }
            return isBeforeOperand(i - 1) && isComparing(i + 1) && beginsColumn(i + 2);
        }

        /** {@code role in ('a', 'b')}, {@code array['a', 'b']::role[]}. */
        private boolean isListed(int i) {
            int open = i - 1;
            while (is(open, ",") || isLiteral(open)) {
                open--;
            }
            int close = i + 1;
            while (is(close, ",") || isLiteral(close)) {
                close++;
            }
            if (is(open, "(") && is(open - 1, "in")) {
                return is(close, ")") && endsColumn(beforeNot(open - 2));
            }
            int last = castAfter(close);
            return is(open, "[") && is(open - 1, "array") && is(close, "]") && last >= 0 && is(last + 1, "[");
        }

        /** {@code role = any} */
        private boolean isQuantified(int i) {
            return i >= 0
                    && i < tokens.size()
                    && QUANTIFIERS.contains(tokens.get(i).folded())
                    && isComparing(i - 1)
                    && endsColumn(i - 2);
        }

        private int beforeNot(int i) {
            return is(i, "not") ? i - 1 : i;
        }

        private boolean isComparing(int i) {
            return i >= 0
                    && i < tokens.size()
                    && COMPARING.contains(tokens.get(i).text());
        }

        /** Whether a column of the enum, and nothing more, is the operand that ends here. */
        private boolean endsColumn(int i) {
            if (!isColumn(i)) {
                return false;
            }
            int first = i;
            while (is(first - 1, ".") && isName(first - 2)) {
                first -= 2;
            }
            return isBeforeOperand(first - 1);
        }

        private boolean beginsColumn(int i) {
            int last = i;
            while (isName(last) && is(last + 1, ".")) {
                last += 2;
            }
            return isColumn(last) && isAfterOperand(last + 1);
        }

        private boolean isColumn(int i) {
            return isName(i)
                    && Expression.spelled(tokens.get(i))
                            .filter(comparable::contains)
                            .isPresent();
        }

        private boolean isName(int i) {
            return i >= 0
                    && i < tokens.size()
                    && Expression.spelled(tokens.get(i)).isPresent();
        }

        private boolean isBeforeOperand(int i) {
            return i < 0 || BEFORE_OPERAND.contains(tokens.get(i).folded());
        }

        private boolean isAfterOperand(int i) {
            return i >= tokens.size() || AFTER_OPERAND.contains(tokens.get(i).folded());
        }

        private boolean is(int i, String folded) {
            return i >= 0 && i < tokens.size() && tokens.get(i).folded().equals(folded);
        }
    }
}
