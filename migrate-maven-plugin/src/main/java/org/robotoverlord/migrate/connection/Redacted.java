package org.robotoverlord.migrate.connection;

import java.sql.SQLException;
import java.util.Collection;

/** What a driver said, without what nobody may see: its exceptions are shown with {@code -e}. */
final class Redacted {
    private Redacted() {}

    /** A text in which each secret is {@code ***}. */
    static String text(String text, Collection<String> secrets) {
        String shown = text;
        for (String secret : secrets) {
            shown = secret.isEmpty() ? shown : shown.replace(secret, "***");
        }
        return shown;
    }

    /** What was thrown, if no message of it holds a secret; else what stands in for it, with the same stack trace. */
    static Throwable thrown(Throwable thrown, Collection<String> secrets) {
        return thrown == null || !holds(thrown, secrets) ? thrown : standIn(thrown, secrets);
    }

    private static boolean holds(Throwable thrown, Collection<String> secrets) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            String text = each.toString();
            if (!text.equals(text(text, secrets))) {
                return true;
            }
        }
        return false;
    }

    private static Throwable standIn(Throwable thrown, Collection<String> secrets) {
        String text = text(thrown.toString(), secrets);
        Throwable cause = thrown.getCause() == null ? null : standIn(thrown.getCause(), secrets);
        Throwable other = thrown instanceof SQLException failed
                ? new SQLException(text, failed.getSQLState(), failed.getErrorCode(), cause)
                : new IllegalStateException(text, cause);
        other.setStackTrace(thrown.getStackTrace());
        return other;
    }
}
