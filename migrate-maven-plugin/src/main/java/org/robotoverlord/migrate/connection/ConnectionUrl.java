package org.robotoverlord.migrate.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.problem.Problem;

/**
 * Where a database is, as a user writes it: {@code jdbc:postgresql://host/shop} or {@code
 * postgres://robot:secret@host:5432/shop?sslmode=require}. Its user and password are taken out at once, so that nothing that shows
 * the rest shows them.
 *
 * @param jdbc the same for JDBC, without user and password
 * @param user who logs in, if the URL says so
 * @param password the password, if the URL says it
 */
public record ConnectionUrl(String jdbc, Optional<String> user, Optional<Secret> password) {
    private static final Pattern SCHEME = Pattern.compile("(jdbc:)?([A-Za-z][A-Za-z0-9+-]*):(.*)", Pattern.DOTALL);
    private static final Pattern SERVER = Pattern.compile("//(?:([^/?]*)@)?([^/?@]*)(?:/([^?]*))?(?:\\?(.*))?");
    private static final Pattern HOSTS = Pattern.compile("[^:,\\[\\]]*(:\\d{1,5})?|\\[[0-9A-Fa-f:.%]+](:\\d{1,5})?");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]*)}");

    /** What stands before a path that is none of a file in the module: {@code mem:shop}, {@code tcp://host/shop}, {@code :memory:}. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?:[A-Za-z]{2,})?:.*", Pattern.DOTALL);

    private static final Pattern SETTING =
            Pattern.compile(";(?<name>user|password)=(?<value>[^;]*)", Pattern.CASE_INSENSITIVE);

    /** A setting of a driver's that holds a password or a key. */
    private static final Pattern SECRET_SETTING = Pattern.compile(
            "(?<=[?&;])(?<name>[A-Za-z_.]*(?:password|passwd|passphrase|secret|token)[A-Za-z_.0-9]*|pwd|key)"
                    + "=(?<value>[^&;]+)[&;]?",
            Pattern.CASE_INSENSITIVE);

    /** What says that a text is meant to name a database, and isn't understood. */
    private static final String HELP = " Write jdbc:postgresql://host:port/database or"
            + " postgres://user:password@host:port/database, with %2F for / in a user or password, %3A for :, %40 for @, %23 for #"
            + " and %25 for %.";

    /**
     * Takes a URL apart.
     *
     * @param url as the user wrote it; its text is in no message, as it may hold a password
     * @param from where it was written, for messages: {@code -Drobot.url}
     * @throws Problem if it isn't understood
     */
    public static ConnectionUrl parse(String url, String from) {
        return parse(url, from, Path.of(""));
    }

    /**
     * Takes a URL apart.
     *
     * @param base the folder that the path of a file is relative to
     */
    static ConnectionUrl parse(String url, String from, Path base) {
        refuseVariables(url, from);
        Matcher parts = SCHEME.matcher(url.strip());
        if (!parts.matches()) {
            throw new Problem(from + " is no URL of a database." + HELP);
        }
        String scheme = parts.group(2).toLowerCase(Locale.ROOT);
        String rest = parts.group(3);
        boolean jdbc = parts.group(1) != null;
        Optional<Dialect> dialect = jdbc ? Dialects.speaking("jdbc:" + scheme + ":" + rest) : Dialects.ofScheme(scheme);
        if (dialect.flatMap(is -> is.urlOfFile("")).isPresent()) {
            return ofFile(jdbc ? "jdbc:" + scheme + ":" + rest : file(dialect.get(), rest, base, from));
        }
        if (!jdbc && dialect.isEmpty()) {
            throw new Problem(from + " begins with '" + scheme + ":', which is no database that is known." + HELP);
        }
        String full = jdbc ? "jdbc:" + scheme + ":" : dialect.get().shortUrls().get(scheme);
        return rest.startsWith("//") ? ofServer(full, rest, jdbc, from) : ofName(full, rest, from);
    }

    private static void refuseVariables(String url, String from) {
        Matcher variable = VARIABLE.matcher(url);
        if (variable.find()) {
            throw unset(variable.group(1), from);
        }
    }

    /** That a variable of a URL has no value. */
    static Problem unset(String variable, String from) {
        String how = variable.startsWith("env.")
                ? "set the environment variable " + variable.substring(4)
                : "set it, as in -D" + variable + "=…";
        return new Problem(from + " holds ${" + variable + "}, which has no value; " + how
                + ", or take the URL out to use the embedded PostgreSQL.");
    }

    /** {@code data/shop.db}, {@code ///var/shop.db}, with what stands behind a {@code ?} or {@code ;} as it is. */
    private static String file(Dialect dialect, String rest, Path base, String from) {
        String written = rest.split("[?;]", 2)[0];
        String path = Query.decoded(written, from);
        boolean elsewhere = path.isEmpty() || ELSEWHERE.matcher(path).matches();
        String there = elsewhere ? path : there(base, path.startsWith("///") ? path.substring(2) : path, from);
        return dialect.urlOfFile(there).orElseThrow() + rest.substring(written.length());
    }

    private static String there(Path base, String path, String from) {
        try {
            return base.resolve(path).toString();
        } catch (InvalidPathException odd) {
            throw new Problem(from + " has a path with a character that no file's name has (" + odd.getReason()
                    + "); correct it.");
        }
    }

    /** Without the user and password among the settings behind its path. */
    private static ConnectionUrl ofFile(String jdbc) {
        Map<String, String> login = new HashMap<>();
        Matcher settings = SETTING.matcher(jdbc);
        while (settings.find()) {
            login.put(settings.group("name").toLowerCase(Locale.ROOT), settings.group("value"));
        }
        return new ConnectionUrl(
                settings.replaceAll(""),
                Optional.ofNullable(login.get("user")),
                Optional.ofNullable(login.get("password")).map(Secret::new));
    }

    /** It with another database of the same server. */
    ConnectionUrl withDatabase(String name) {
        return new ConnectionUrl(
                jdbc.replaceFirst("(//[^/?]*)/[^?]*", "$1/" + Matcher.quoteReplacement(Query.encoded(name))),
                user,
                password);
    }

    /** Whether it leads to a file, or to nothing but memory, and not to a server. */
    boolean isFile() {
        return !jdbc.contains("//");
    }

    /** {@code jdbc:postgresql:shop}, or another database's own way, which is left as it is. */
    private static ConnectionUrl ofName(String full, String rest, String from) {
        int question = rest.indexOf('?');
        if (question < 0) {
            return new ConnectionUrl(full + rest, Optional.empty(), Optional.empty());
        }
        Query query = Query.parse(rest.substring(question + 1), true, from);
        return new ConnectionUrl(full + rest.substring(0, question) + query.text(), query.user(), query.password());
    }

    private static ConnectionUrl ofServer(String full, String rest, boolean jdbc, String from) {
        Matcher parts = SERVER.matcher(rest);
        if (!parts.matches() || !hostsAreSound(parts.group(2))) {
            throw new Problem(
                    from + " isn't understood: between // and the next / stand user, password, host and port." + HELP);
        }
        String[] login = (parts.group(1) == null ? "" : parts.group(1)).split(":", 2);
        Query query = Query.parse(parts.group(4) == null ? "" : parts.group(4), jdbc, from);
        String hosts = parts.group(2).isEmpty() ? "localhost" : parts.group(2);
        String database = parts.group(3) == null ? "" : parts.group(3);
        if (!jdbc) {
            database = Query.encoded(Query.decoded(database, from));
        }
        return new ConnectionUrl(
                full + "//" + hosts + "/" + database + query.text(),
                query.user().or(() -> part(login, 0, from)),
                query.password().or(() -> part(login, 1, from).map(Secret::new)));
    }

    private static boolean hostsAreSound(String hosts) {
        for (String host : hosts.split(",", -1)) {
            if (!HOSTS.matcher(host).matches()) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> part(String[] login, int index, String from) {
        return index < login.length && !login[index].isEmpty()
                ? Optional.of(Query.decoded(login[index], from))
                : Optional.empty();
    }

    /** What among its settings nobody may see, as it is written there and as it is meant: {@code sslpassword} and the like. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        Matcher settings = SECRET_SETTING.matcher(jdbc);
        while (settings.find()) {
            secrets.add(settings.group("value"));
            secrets.add(meant(settings.group("value")));
        }
        return secrets;
    }

    /** The settings that nobody may see, name → value, for a driver to be told beside its URL, which it shows in its log. */
    Map<String, String> secretSettings() {
        Map<String, String> secret = new HashMap<>();
        Matcher settings = SECRET_SETTING.matcher(jdbc);
        while (settings.find()) {
            secret.put(settings.group("name"), isFile() ? settings.group("value") : meant(settings.group("value")));
        }
        return secret;
    }

    /** It for JDBC, without the settings that nobody may see. */
    String withoutSecrets() {
        return SECRET_SETTING.matcher(jdbc).replaceAll("").replaceFirst("[?&;]$", "");
    }

    private static String meant(String value) {
        return URLDecoder.decode(value.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), UTF_8);
    }

    /** What may be shown: where the database is, without anything that could be secret. */
    public String shown() {
        return jdbc.split("[?;]", 2)[0];
    }

    /** The URL as it may be shown. */
    @Override
    public String toString() {
        return shown();
    }
}
