package org.robotoverlord.migrate.connection;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.robotoverlord.changelog.dialect.DatabaseMessage;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.problem.Problem;

/** Says why there is no connection, and what to do about it. */
final class ConnectionFailure {
    private ConnectionFailure() {}

    static Problem of(SQLException failed, ConnectionUrl url, Login login, String from) {
        String where = url.shown() + " (" + from + ")";
        String who = login.user().map(user -> "user '" + user + "'").orElse("the user of this machine");
        Collection<String> secrets = secrets(url, login);
        Dialect dialect = Dialects.of(url.jdbc());
        DatabaseMessage message = dialect.message(failed);
        String text = switch (message.sqlState()) {
            case "28P01" ->
                "the password of " + who + " is wrong for " + where + said(failed, secrets) + ". "
                        + credentials(dialect);
            case "08004" ->
                failed.getMessage().contains("password")
                        ? "no password was given for " + who + " at " + where + said(failed, secrets) + ". "
                                + credentials(dialect)
                        : "the server refuses the connection to " + where + said(failed, secrets)
                                + ". Look at its log.";
            case "28000" ->
                who + " may not log in at " + where + said(failed, secrets) + ". "
                        + message.hint().orElse(credentials(dialect));
            case "3D000" ->
                "there is no such database: " + where + said(failed, secrets)
                        + ". Create it (create database …), or correct the URL.";
            case "42501" ->
                who + " has no permission to connect to " + where + said(failed, secrets)
                        + ". If it is there, its owner can give it, with a grant on it; else create it, or correct the URL.";
            case "53300" ->
                "the server has no connection left: " + where + said(failed, secrets) + ". Try again later.";
            case "57P03" -> "the server is starting or stopping: " + where + said(failed, secrets) + ". Try again.";
            default ->
                url.isFile()
                        ? "the database can't be opened: " + where + said(failed, secrets)
                                + ". Correct the path, or make the folder."
                        : "no server answers at " + where
                                + (unknownHost(failed) ? ": its host is unknown" : said(failed, secrets))
                                + ". Start it, or correct host and port.";
        };
        return new Problem(text, Redacted.thrown(failed, secrets));
    }

    private static Collection<String> secrets(ConnectionUrl url, Login login) {
        List<String> secrets = new ArrayList<>(url.secrets());
        login.password().map(Secret::reveal).ifPresent(password -> {
            secrets.add(password);
            secrets.add(Query.encoded(password));
        });
        return secrets;
    }

    private static String credentials(Dialect dialect) {
        String all = "User and password are looked for in the URL, -Drobot.user and -Drobot.password, ";
        String server = "the <server> of settings.xml";
        return all
                + dialect.passwordFile()
                        .map(file -> server + ", and " + file + ".")
                        .orElse("and " + server + ".");
    }

    private static String said(SQLException failed, Collection<String> secrets) {
        String message = failed.getMessage() == null
                ? failed.getClass().getSimpleName()
                : failed.getMessage().lines().findFirst().orElse("");
        return ": "
                + Redacted.text(message, secrets)
                        .replaceFirst("^(?:(?:FATAL|ERROR): |\\(conn[:=]-?\\d+\\) )+", "")
                        .replaceFirst("\\.$", "");
    }

    private static boolean unknownHost(Throwable failed) {
        return failed != null && (failed instanceof UnknownHostException || unknownHost(failed.getCause()));
    }
}
