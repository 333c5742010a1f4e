package org.robotoverlord.migrate.connection;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.problem.Problem;

/**
 * What stands behind the {@code ?} of a URL, without user and password. A {@code postgres://} URL has PostgreSQL's own names, which
 * the JDBC driver spells otherwise.
 *
 * @param parameters name → value, neither encoded
 * @param user who logs in, if it is said here
 * @param password the password, if it is said here
 */
record Query(Map<String, String> parameters, Optional<String> user, Optional<Secret> password) {
    private static final Map<String, String> JDBC_NAMES = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "channel_binding", "channelBinding",
            "gssencmode", "gssEncMode",
            "target_session_attrs", "targetServerType",
            "sslnegotiation", "sslNegotiation");

    private static final Map<String, String> JDBC_SERVER_TYPES = Map.of(
            "read-write",
            "primary",
            "read-only",
            "secondary",
            "standby",
            "secondary",
            "prefer-standby",
            "preferSecondary");

    static Query parse(String text, boolean jdbc, String from) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = read(equals < 0 ? pair : pair.substring(0, equals), jdbc, from);
                String value = equals < 0 ? "" : read(pair.substring(equals + 1), jdbc, from);
                add(name, value, jdbc, parameters);
            }
        }
        Optional<String> user = Optional.ofNullable(parameters.remove("user")).filter(value -> !value.isEmpty());
        Optional<Secret> password = Optional.ofNullable(parameters.remove("password"))
                .filter(value -> !value.isEmpty())
                .map(Secret::new);
        return new Query(parameters, user, password);
    }

    private static void add(String name, String value, boolean jdbc, Map<String, String> parameters) {
        String jdbcName = jdbc ? name : JDBC_NAMES.getOrDefault(name, name);
        boolean serverType = !jdbc && jdbcName.equals("targetServerType");
        parameters.put(jdbcName, serverType ? JDBC_SERVER_TYPES.getOrDefault(value, value) : value);
    }

    /** In a JDBC URL {@code +} is a space, elsewhere it is itself. */
    private static String read(String text, boolean jdbc, String from) {
        return decoded(jdbc ? text.replace("+", "%20") : text, from);
    }

    /** Reads {@code %2F} and the like; {@code +} stays. */
    static String decoded(String text, String from) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new Problem(from + " has a % that no two hexadecimal digits follow; write %25 for the sign itself.");
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** With its {@code ?}, or empty. */
    String text() {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
