package org.robotoverlord.migrate.connection;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an app's database is to be reached.
 *
 * @param url where it is; empty for the embedded PostgreSQL
 * @param from where that was written, for messages: {@code -Drobot.url}
 * @param user who logs in, where the URL doesn't say
 * @param password the password, where the URL doesn't say
 * @param server which {@code <server>} of {@code settings.xml} knows what is still open then
 * @param data where the embedded PostgreSQL keeps its data
 * @param base the folder that the path of a file is relative to
 */
public record Connecting(
        Optional<Secret> url,
        String from,
        Optional<String> user,
        Optional<Secret> password,
        Optional<String> server,
        Path data,
        Path base) {
    /** @throws org.robotoverlord.changelog.problem.Problem if it isn't understood */
    public Optional<ConnectionUrl> parsed() {
        return url.map(secret -> ConnectionUrl.parse(secret.reveal(), from, base));
    }

    /** Whether the URL waits for a value that Maven had none for. */
    public boolean isUnfinished() {
        return url.filter(secret -> secret.reveal().contains("${")).isPresent();
    }

    /** Who logs in. */
    Login login(ConnectionUrl parsed, Servers servers) {
        Login given = new Login(parsed.user(), parsed.password()).or(new Login(user, password));
        boolean complete = given.user().isPresent() && given.password().isPresent();
        return complete ? given : server.map(servers::login).map(given::or).orElse(given);
    }
}
