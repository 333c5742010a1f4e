package org.robotoverlord.changelog.dialect.postgres;

import java.sql.SQLException;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.DatabaseMessage;

/**
 * Takes apart what the server says of a failed statement. The driver keeps it in parts, in a class of its own; that is asked by name,
 * because a driver is brought by whoever runs the library, and may come from another class loader. Its joined text can't be taken
 * apart: it is translated.
 */
final class PostgresMessage {
    private PostgresMessage() {}

    static DatabaseMessage of(SQLException failure) {
        for (Throwable at = failure; at != null; at = next(at)) {
            Optional<Object> parts = ask(at, "getServerErrorMessage");
            if (parts.isPresent()) {
                return message(parts.get(), (SQLException) at);
            }
        }
        return new DatabaseMessage(
                String.valueOf(failure.getMessage()), Optional.empty(), Optional.empty(), 0, state(failure));
    }

    /** A failed batch holds the statement's failure. */
    private static Throwable next(Throwable failure) {
        return failure instanceof SQLException sql && sql.getNextException() != null
                ? sql.getNextException()
                : failure.getCause();
    }

    private static DatabaseMessage message(Object parts, SQLException failure) {
        return new DatabaseMessage(
                text(parts, "getMessage").orElseGet(failure::getMessage),
                text(parts, "getDetail"),
                text(parts, "getHint"),
                ask(parts, "getPosition").map(Integer.class::cast).orElse(0),
                state(failure));
    }

    private static String state(SQLException failure) {
        return Optional.ofNullable(failure.getSQLState()).orElse("");
    }

    private static Optional<String> text(Object parts, String getter) {
        return ask(parts, getter).map(String.class::cast);
    }

    private static Optional<Object> ask(Object of, String getter) {
        try {
            return Optional.ofNullable(of.getClass().getMethod(getter).invoke(of));
        } catch (ReflectiveOperationException notOfThisDriver) {
            return Optional.empty();
        }
    }
}
