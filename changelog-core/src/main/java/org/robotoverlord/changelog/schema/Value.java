package org.robotoverlord.changelog.schema;

import java.util.Objects;
import java.util.Optional;
import org.robotoverlord.changelog.form.MappingForm;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;

/**
 * A default, a fill or the value of a row: a literal, an SQL expression, or NULL. A literal is always data: it never becomes SQL
 * but through a dialect's quoting.
 */
@MappingForm(Value.Sql.class)
public sealed interface Value extends Written {
    /** NULL; as a default, the same as none. */
    Value NULL = new Null();

    /** A literal in the database's text form. */
    static Value literal(String text) {
        return new Literal(text);
    }

    /** An SQL expression. */
    static Value sql(String expression) {
        return new Sql(Expression.of(expression));
    }

    /** Reads a scalar: an unquoted {@code null}, {@code ~} or nothing is NULL, all else a literal. */
    static Value parse(Scalar scalar) {
        return scalar.isNull() ? NULL : literal(scalar.text());
    }

    /** How a person would write it: {@code 15}, {@code now()}, {@code null}. */
    String shown();

    /**
     * A value in the database's text form, without quotes.
     *
     * @param text never null
     */
    record Literal(String text) implements Value {
        public Literal {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Optional<Scalar> written() {
            return Optional.of(Scalar.text(text));
        }

        @Override
        public String shown() {
            return "'" + text + "'";
        }
    }

    /**
     * {@code {sql: now()}}.
     *
     * @param sql the expression
     */
    record Sql(Expression sql) implements Value {
        public Sql {
            Objects.requireNonNull(sql, "sql");
        }

        @Override
        public Optional<Scalar> written() {
            return Optional.empty();
        }

        @Override
        public String shown() {
            return sql.sql();
        }
    }

    /** NULL. */
    record Null() implements Value {
        @Override
        public Optional<Scalar> written() {
            return Optional.of(Scalar.plain("null"));
        }

        @Override
        public String shown() {
            return "null";
        }
    }
}
