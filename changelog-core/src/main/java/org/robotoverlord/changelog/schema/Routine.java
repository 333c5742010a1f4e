package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A function or procedure as a {@link Schema} keeps it, under the {@link Signature#key}.
 *
 * @param <T> which of the two it is
 * @param signature its name and its parameters
 * @param body what it is beside them
 */
public record Routine<T extends RoutineBody>(Signature signature, T body) {
    /** All types that its declaration names. */
    public List<ColumnType> types() {
        Stream<ColumnType> taken = signature.parameters().stream().map(Parameter::type);
        Stream<ColumnType> given =
                body instanceof Function function ? function.returns().types() : Stream.empty();
        return Stream.concat(taken, given).toList();
    }

    /** Whether another can be put in its place while all that calls it goes on: the same goes in, the same comes out. */
    public boolean isReplaceableBy(Routine<?> other) {
        boolean sameReturns = !(body instanceof Function mine)
                || !(other.body instanceof Function others)
                || mine.returns().equals(others.returns());
        return signature.equals(other.signature) && sameReturns;
    }

    /** The same with each type of its declaration changed; what stays of its kind stays so, and the cast holds. */
    @SuppressWarnings("unchecked")
    public Routine<T> mapTypes(UnaryOperator<ColumnType> change) {
        T changed = body instanceof Function function
                ? (T) function.withReturns(function.returns().mapTypes(change))
                : body;
        return new Routine<>(signature.mapTypes(change), changed);
    }

    /** The same with each expression of its declaration changed. */
    public Routine<T> mapSql(UnaryOperator<Expression> change) {
        return new Routine<>(signature.mapSql(change), body);
    }

    /** The same under another name. */
    public Routine<T> named(Name name) {
        return new Routine<>(signature.named(name), body);
    }
}
