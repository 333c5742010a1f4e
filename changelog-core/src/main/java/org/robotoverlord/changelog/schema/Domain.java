package org.robotoverlord.changelog.schema;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.Key;

/**
 * A type that is another one with conditions: {@code {type: text, nullable: false, checks: {email_check: "value like '%@%'"}}}.
 *
 * @param type what it is made of: any type, also an enum or another domain
 * @param nullable whether a value may be NULL
 * @param defaultValue what a column of it gets that has no default of its own
 * @param checks name → condition that every value keeps; the value is called {@code value} in it
 * @param comment what people should know of it
 */
public record Domain(
        ColumnType type,
        @Absent("true") boolean nullable,
        @Key("default") Optional<Value> defaultValue,
        Map<String, Check> checks,
        Optional<String> comment) {
    public Domain {
        defaultValue = Column.of(type).withDefault(defaultValue).defaultValue();
        checks = OrderedMaps.copy(checks);
        comment = comment.filter(text -> !text.isEmpty());
    }

    public Domain withType(ColumnType other) {
        return new Domain(other, nullable, defaultValue, checks, comment);
    }

    public Domain withDefault(Optional<Value> other) {
        return new Domain(type, nullable, other, checks, comment);
    }

    public Domain withComment(Optional<String> other) {
        return new Domain(type, nullable, defaultValue, checks, other);
    }

    /** With the checks that are such, and no others. */
    public Domain onlyChecks(Predicate<Check> which) {
        Map<String, Check> left = new java.util.LinkedHashMap<>(checks);
        left.values().removeIf(which.negate());
        return new Domain(type, nullable, defaultValue, left, comment);
    }

    /** Whether its default or a check of it is such. */
    public boolean says(Predicate<Expression> which) {
        return Stream.concat(
                        checks.values().stream().map(Check::check),
                        defaultValue.orElse(Value.NULL) instanceof Value.Sql given
                                ? Stream.of(given.sql())
                                : Stream.empty())
                .anyMatch(which);
    }

    /** With the expressions of its default and its checks changed. */
    public Domain mapSql(UnaryOperator<Expression> change) {
        return new Domain(
                type,
                nullable,
                defaultValue.map(
                        value -> value instanceof Value.Sql given ? new Value.Sql(change.apply(given.sql())) : value),
                OrderedMaps.mapValues(checks, check -> new Check(change.apply(check.check()))),
                comment);
    }

    /** The same over an enum or domain of another name. */
    Domain mapNames(UnaryOperator<Name> change) {
        return type.userType()
                .filter(name -> !change.apply(name).equals(name))
                .map(name -> withType(type.named(change.apply(name))))
                .orElse(this);
    }
}
