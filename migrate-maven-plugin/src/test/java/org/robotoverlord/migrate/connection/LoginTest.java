package org.robotoverlord.migrate.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static Login login(String url, String user, String password, String server) {
        Connecting to = new Connecting(
                Optional.of(new Secret(url)),
                "test",
                Optional.ofNullable(user),
                Optional.ofNullable(password).map(Secret::new),
                Optional.ofNullable(server),
                Path.of("x"),
                Path.of(""));
        return to.login(to.parsed().orElseThrow(), new Servers(settings(), LoginTest::decrypter));
    }

    private static Settings settings() {
        Server server = new Server();
        server.setId("shop-db");
        server.setUsername("alice");
        server.setPassword("{encrypted}");
        Settings settings = new Settings();
        settings.addServer(server);
        return settings;
    }

    private static SettingsDecrypter decrypter() {
        return request -> {
            Server clear = request.getServers().get(0).clone();
            clear.setPassword("clear");
            return result(clear, List.of());
        };
    }

    private static SettingsDecryptionResult result(Server server, List<SettingsProblem> problems) {
        return new SettingsDecryptionResult() {
            @Override
            public Server getServer() {
                return server;
            }

            @Override
            public List<Server> getServers() {
                return List.of(server);
            }

            @Override
            public org.apache.maven.settings.Proxy getProxy() {
                return null;
            }

            @Override
            public List<org.apache.maven.settings.Proxy> getProxies() {
                return List.of();
            }

            @Override
            public List<SettingsProblem> getProblems() {
                return problems;
            }
        };
    }

    private static String shown(Login login) {
        return login.user().orElse("-") + "/"
                + login.password().map(Secret::reveal).orElse("-");
    }

    @Test
    void the_url_comes_first_then_parameters_then_the_server() {
        assertThat(shown(login("postgres://u:p@host/shop", "v", "q", "shop-db")))
                .isEqualTo("u/p");
        assertThat(shown(login("postgres://host/shop", "v", "q", "shop-db"))).isEqualTo("v/q");
        assertThat(shown(login("postgres://host/shop", null, null, "shop-db"))).isEqualTo("alice/clear");
        assertThat(shown(login("postgres://host/shop", null, null, null))).isEqualTo("-/-");
    }

    @Test
    void a_password_goes_with_its_own_user_only() {
        assertThat(shown(login("postgres://alice@host/shop", null, null, "shop-db")))
                .isEqualTo("alice/clear");
        assertThat(shown(login("postgres://bob@host/shop", null, null, "shop-db")))
                .isEqualTo("bob/-");
    }

    @Test
    void a_server_that_is_not_there_is_told_with_the_nearest() {
        assertThatThrownBy(() -> login("postgres://host/shop", null, null, "shop_db"))
                .hasMessageStartingWith(
                        "settings.xml has no <server> with the id 'shop_db' (did you mean 'shop-db'?); add it");
    }

    @Test
    void a_password_that_can_not_be_decrypted_is_told() {
        SettingsProblem problem =
                new DefaultSettingsProblem("no master password", SettingsProblem.Severity.ERROR, "", -1, -1, null);
        Servers servers = new Servers(
                settings(), () -> request -> result(request.getServers().get(0), List.of(problem)));

        assertThatThrownBy(() -> servers.login("shop-db"))
                .hasMessageContaining("can't be decrypted: no master password. Encrypt it again");
    }
}
