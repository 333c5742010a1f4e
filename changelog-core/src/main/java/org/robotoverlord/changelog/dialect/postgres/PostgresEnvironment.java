package org.robotoverlord.changelog.dialect.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.dialect.Access;
import org.robotoverlord.changelog.problem.Problem;

/**
 * What PostgreSQL's client programs are told of a connection that the driver has: by variables of their environment, which no list of
 * processes shows, and never on their command line. What the driver takes for granted and they don't is told too.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-envars.html">Environment Variables</a>
 */
final class PostgresEnvironment {
    private static final Pattern URL = Pattern.compile(
            "jdbc:postgresql:(?://(?<hosts>[^/?]*)/?)?(?<database>[^?]*)(?:\\?(?<query>.*))?", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(?<host>\\[[^]]*]|[^:]*)(?::(?<port>\\d+))?");
    private static final String DEFAULT_PORT = "5432";

    /** The driver's parameters that programs know by another name; the rest is of no matter to them. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("sslmode", "PGSSLMODE"),
            Map.entry("sslrootcert", "PGSSLROOTCERT"),
            Map.entry("sslcert", "PGSSLCERT"),
            Map.entry("sslkey", "PGSSLKEY"),
            Map.entry("sslNegotiation", "PGSSLNEGOTIATION"),
            Map.entry("channelBinding", "PGCHANNELBINDING"),
            Map.entry("gssEncMode", "PGGSSENCMODE"),
            Map.entry("kerberosServerName", "PGKRBSRVNAME"),
            Map.entry("requireAuth", "PGREQUIREAUTH"),
            Map.entry("connectTimeout", "PGCONNECT_TIMEOUT"));

    private final Map<String, String> variables;
    private final Optional<String> password;

    private PostgresEnvironment(Map<String, String> variables, Optional<String> password) {
        this.variables = variables;
        this.password = password;
    }

    /** @throws Problem where the connection has something that no program can be told in secret */
    static PostgresEnvironment of(Access access) {
        Matcher url = URL.matcher(access.url());
        if (!url.matches()) {
            throw new Problem("the URL " + access + " isn't one of a PostgreSQL, so no backup can be taken");
        }
        Map<String, String> variables = new LinkedHashMap<>();
        // Nothing is to be changed by it, and it is seen as what it is.
        variables.put("PGAPPNAME", "robot backup");
        variables.put("PGTARGETSESSIONATTRS", "read-write");
        hosts(Optional.ofNullable(url.group("hosts")).orElse(""), variables);
        String database = decoded(url.group("database"));
        Optional<String> user = access.user();
        variables.put("PGDATABASE", database.isEmpty() ? user.orElse(System.getProperty("user.name")) : database);
        parameters(Optional.ofNullable(url.group("query")).orElse(""), variables);
        user.ifPresent(name -> variables.put("PGUSER", name));
        variables.putIfAbsent("PGUSER", System.getProperty("user.name"));
        access.password().ifPresent(secret -> variables.put("PGPASSWORD", secret));
        return new PostgresEnvironment(variables, access.password());
    }

    /** Without a host the driver goes to this machine by its network, where programs would take a socket. */
    private static void hosts(String written, Map<String, String> variables) {
        List<String> hosts = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String each : written.split(",")) {
            Matcher host = HOST.matcher(each);
            if (host.matches()) {
                String name = host.group("host").replaceAll("[\\[\\]]", "");
                hosts.add(name.isEmpty() ? "localhost" : name);
                ports.add(Optional.ofNullable(host.group("port")).orElse(DEFAULT_PORT));
            }
        }
        variables.put("PGHOST", String.join(",", hosts));
        variables.put("PGPORT", String.join(",", ports));
    }

    private static void parameters(String query, Map<String, String> variables) {
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (name.equals("sslpassword")) {
                throw new Problem(
                        "the URL has an sslpassword, which pg_dump can't be told in secret; take the backup yourself,"
                                + " and leave -Dbackup out");
            }
            if (name.equals("ssl") && !value.equals("false")) {
                variables.putIfAbsent("PGSSLMODE", "verify-full");
            }
            if (NAMES.containsKey(name)) {
                variables.put(NAMES.get(name), value);
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Name → value. */
    Map<String, String> variables() {
        return variables;
    }

    /** A text without the password, should a program have said it. */
    String withoutSecrets(String text) {
        return password.filter(secret -> !secret.isEmpty())
                .map(secret -> text.replace(secret, "***"))
                .orElse(text);
    }

    /** The names of what programs are told, and no value. */
    @Override
    public String toString() {
        return variables.keySet().toString();
    }
}
