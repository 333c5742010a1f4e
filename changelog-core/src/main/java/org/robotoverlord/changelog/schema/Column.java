package org.robotoverlord.changelog.schema;

import java.util.Optional;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.Bare;
import org.robotoverlord.changelog.form.Elsewhere;
import org.robotoverlord.changelog.form.ImpliedBy;
import org.robotoverlord.changelog.form.Key;
import org.robotoverlord.changelog.problem.Problem;

/**
 * What a column is, but for its name: {@code {type: varchar(320), nullable: false}}, or {@code text} for the type alone.
 *
 * @param type its type
 * @param nullable whether it takes NULL; never true of an identity column
 * @param defaultValue what a row gets that doesn't say
 * @param identity that the database numbers the rows
 * @param generated that it is computed from other columns
 * @param collation how its text sorts, where it isn't the database's own way
 * @param comment what people should know of it
 */
@Elsewhere(key = "primaryKey", instead = "write an addPrimaryKey after it")
@Elsewhere(key = "unique", instead = "write an addUnique after it")
@Elsewhere(key = "index", instead = "write a createIndex after it")
@Elsewhere(key = "check", instead = "write an addCheck after it")
@Elsewhere(key = "references", instead = "write an addForeignKey after it")
@Elsewhere(key = "renamedFrom", instead = "write a renameColumn")
public record Column(
        @Bare ColumnType type,
        @Absent("true") @ImpliedBy("identity") boolean nullable,
        @Key("default") Optional<Value> defaultValue,
        Optional<Identity> identity,
        Optional<Generated> generated,
        Optional<String> collation,
        Optional<String> comment) {
    public Column {
        nullable = nullable && identity.isEmpty();
        identity = identity.isEmpty() ? identity : Optional.of(identity.get().within(type));
        defaultValue = defaultValue.isEmpty() ? defaultValue : canonical(type, defaultValue.get());
        comment = comment.filter(text -> !text.isEmpty());
        int sources =
                (defaultValue.isPresent() ? 1 : 0) + (identity.isPresent() ? 1 : 0) + (generated.isPresent() ? 1 : 0);
        if (sources > 1) {
            throw new Problem("a column has more than one of default, identity and generated; keep one")
                    .about(generated.isPresent() ? "generated" : "identity");
        }
        if (identity.isPresent() && !takesIdentity(type)) {
            throw new Problem("an identity column can't be " + type + "; make it smallint, integer or bigint")
                    .about("identity");
        }
    }

    /** A nullable column of the type, and no more. */
    public static Column of(ColumnType type) {
        return new Column(
                type, true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether a column of the type may be an identity: it holds whole numbers, or only the database knows. */
    public static boolean takesIdentity(ColumnType type) {
        return type.isNative()
                || type.is(PortableType.SMALLINT)
                || type.is(PortableType.INTEGER)
                || type.is(PortableType.BIGINT);
    }

    private static Optional<Value> canonical(ColumnType type, Value value) {
        if (!(value instanceof Value.Literal literal)) {
            return value instanceof Value.Null ? Optional.empty() : Optional.of(value);
        }
        try {
            return Optional.of(Value.literal(Literals.canonical(type, literal.text())));
        } catch (Problem misfit) {
            throw misfit.about("default");
        }
    }

    /** Whether a new row gets a value though it gives none. */
    public boolean fillsItself() {
        return defaultValue.isPresent() || identity.isPresent() || generated.isPresent();
    }

    public Column withType(ColumnType other) {
        return new Column(other, nullable, defaultValue, identity, generated, collation, comment);
    }

    public Column withNullable(boolean other) {
        return new Column(type, other, defaultValue, identity, generated, collation, comment);
    }

    public Column withDefault(Optional<Value> other) {
        return new Column(type, nullable, other, identity, generated, collation, comment);
    }

    public Column withIdentity(Optional<Identity> other) {
        return new Column(type, nullable, defaultValue, other, generated, collation, comment);
    }

    public Column withGenerated(Optional<Generated> other) {
        return new Column(type, nullable, defaultValue, identity, other, collation, comment);
    }

    public Column withCollation(Optional<String> other) {
        return new Column(type, nullable, defaultValue, identity, generated, other, comment);
    }

    public Column withComment(Optional<String> other) {
        return new Column(type, nullable, defaultValue, identity, generated, collation, other);
    }
}
