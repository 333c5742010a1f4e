package org.robotoverlord.changelog.dialect.postgres;

import java.sql.SQLException;
import java.util.Locale;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Procedure;
import org.robotoverlord.changelog.schema.ReturnType;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Security;
import org.robotoverlord.changelog.schema.Signature;
import org.robotoverlord.changelog.schema.Volatility;

/** A function or procedure as {@link CatalogueQueries#ROUTINES} gives it. */
final class RoutineRow {
    private final Rows row;
    private final Schema schema;

    /** @param schema what is read already: the types that the declaration may name */
    RoutineRow(Rows row, Schema schema) {
        this.row = row;
        this.schema = schema;
    }

    /** The schema with it. */
    Schema added() throws SQLException {
        Security security = row.is("prosecdef") ? Security.DEFINER : Security.INVOKER;
        String language = row.text("lanname");
        String body = row.text("prosrc");
        Name name = Name.of(row.text("nspname"), row.text("proname"));
        Signature signature = Signature.of(name, row.text("arguments"));
        if (row.letter("prokind") == 'p') {
            return with(Kind.PROCEDURE, new Routine<>(signature, new Procedure(language, security, body)));
        }
        ReturnType returns = ReturnType.parse(row.text("result"));
        return with(
                Kind.FUNCTION, new Routine<>(signature, new Function(returns, language, volatility(), security, body)));
    }

    private <T extends org.robotoverlord.changelog.schema.RoutineBody> Schema with(
            Kind<Routine<T>> kind, Routine<T> routine) {
        Routine<T> read = routine.mapTypes(this::known);
        return Routines.with(schema, kind, read.signature(), read.body());
    }

    /** A type that nobody has words for is taken as the server prints it. */
    private ColumnType known(ColumnType type) {
        ColumnType local = Routines.local(schema, type);
        return Routines.isKnown(schema, local) ? local : PostgresTypes.asItIs(type.name() + (type.array() ? "[]" : ""));
    }

    private Volatility volatility() throws SQLException {
        return switch (row.text("provolatile").toLowerCase(Locale.ROOT)) {
            case "i" -> Volatility.IMMUTABLE;
            case "s" -> Volatility.STABLE;
            default -> Volatility.VOLATILE;
        };
    }
}
