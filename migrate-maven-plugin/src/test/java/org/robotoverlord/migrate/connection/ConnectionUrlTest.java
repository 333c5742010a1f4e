package org.robotoverlord.migrate.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.problem.Problem;

class ConnectionUrlTest {
    private static ConnectionUrl parsed(String url) {
        return ConnectionUrl.parse(url, "-Drobot.url");
    }

    private static String password(ConnectionUrl url) {
        return url.password().map(Secret::reveal).orElse(null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://host/shop                                  | jdbc:postgresql://host/shop
            postgresql://host:5433/shop                           | jdbc:postgresql://host:5433/shop
            POSTGRES://host/shop                                  | jdbc:postgresql://host/shop
            postgres:///shop                                      | jdbc:postgresql://localhost/shop
            postgres://host                                       | jdbc:postgresql://host/
            postgres://[::1]:5432/shop                            | jdbc:postgresql://[::1]:5432/shop
            postgres://a:1,b:2/shop                               | jdbc:postgresql://a:1,b:2/shop
            postgres://host/shop?sslmode=require                  | jdbc:postgresql://host/shop?sslmode=require
            postgres://host/my%20shop                             | jdbc:postgresql://host/my+shop
            postgres://host/s?connect_timeout=3&application_name=x| jdbc:postgresql://host/s?connectTimeout=3&ApplicationName=x
            postgres://host/s?target_session_attrs=read-write     | jdbc:postgresql://host/s?targetServerType=primary
            postgres://host/s?options=-c%20a%3Db                  | jdbc:postgresql://host/s?options=-c+a%3Db
            jdbc:postgresql://host/shop                           | jdbc:postgresql://host/shop
            jdbc:postgresql://host/shop?ssl=true                  | jdbc:postgresql://host/shop?ssl=true
            jdbc:postgresql:shop                                  | jdbc:postgresql:shop
            mysql://host:3306/shop                                | jdbc:mariadb://host:3306/shop
            mariadb://host/shop                                   | jdbc:mariadb://host/shop
            sqlite:data/shop.db                                   | jdbc:sqlite:data/shop.db
            sqlite:///var/shop.db                                 | jdbc:sqlite:/var/shop.db
            jdbc:sqlite:shop.db                                   | jdbc:sqlite:shop.db
            """)
    void becomes_a_jdbc_url(String url, String jdbc) {
        assertThat(parsed(url).jdbc()).isEqualTo(jdbc);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sqlite:data/shop.db                | jdbc:sqlite:/module/data/shop.db
            sqlite:my%20shop.db?cache=shared   | jdbc:sqlite:/module/my shop.db?cache=shared
            sqlite:///var/shop.db              | jdbc:sqlite:/var/shop.db
            sqlite::memory:                    | jdbc:sqlite::memory:
            jdbc:h2:./shop                     | jdbc:h2:./shop
            h2:data/shop                       | jdbc:h2:/module/data/shop;DATABASE_TO_LOWER=TRUE
            h2:shop;MODE=PostgreSQL            | jdbc:h2:/module/shop;DATABASE_TO_LOWER=TRUE;MODE=PostgreSQL
            h2:///var/my%20shop                | jdbc:h2:/var/my shop;DATABASE_TO_LOWER=TRUE
            h2:mem:shop                        | jdbc:h2:mem:shop;DATABASE_TO_LOWER=TRUE
            h2:tcp://host:9092/shop            | jdbc:h2:tcp://host:9092/shop;DATABASE_TO_LOWER=TRUE
            jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1 | jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1
            """)
    void a_file_lies_in_the_module(String url, String jdbc) {
        assertThat(ConnectionUrl.parse(url, "-Drobot.url", Path.of("/module")).jdbc())
                .isEqualTo(jdbc);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://robot@host/shop                            | robot |
            postgres://robot:secret@host/shop                     | robot | secret
            postgres://robot:p%40ss%2Fw%3Ard+%25@host/shop        | robot | p@ss/w:rd+%
            postgres://ro%62ot:a:b@host/shop                      | robot | a:b
            postgres://robot:p@ss@host/shop                       | robot | p@ss
            postgres://host/shop?user=robot&password=s%20e+t      | robot | s e+t
            jdbc:postgresql://host/shop?user=robot&password=s+e%2Bt | robot | s e+t
            jdbc:postgresql://robot:secret@host/shop              | robot | secret
            jdbc:postgresql:shop?password=secret&user=robot       | robot | secret
            jdbc:h2:./shop;USER=robot;PASSWORD=secret             | robot | secret
            h2:tcp://host/shop;password=secret;user=robot;TRACE_LEVEL_FILE=0 | robot | secret
            """)
    void gives_up_user_and_password(String url, String user, String password) {
        ConnectionUrl parsed = parsed(url);

        assertThat(parsed.user()).contains(user);
        assertThat(password(parsed)).isEqualTo(password);
        assertThat(parsed.jdbc()).doesNotContain("robot", "secret", "pass");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://host/shop?sslpassword=a%2Fb&sslmode=require | jdbc:postgresql://host/shop?sslmode=require | sslpassword | a/b
            postgres://host/shop?sslmode=require&sslpassword=a+b   | jdbc:postgresql://host/shop?sslmode=require | sslpassword | a+b
            mariadb://host/shop?keyStorePassword=a                 | jdbc:mariadb://host/shop                    | keyStorePassword | a
            jdbc:sqlite:/shop.db?password=a%2Fb                    | jdbc:sqlite:/shop.db                        | password    | a%2Fb
            jdbc:h2:./shop;A_SECRET=a+b;MODE=MySQL                 | jdbc:h2:./shop;MODE=MySQL                   | A_SECRET    | a+b
            """)
    void tells_what_is_secret_beside_the_url(String url, String jdbc, String name, String value) {
        ConnectionUrl parsed = parsed(url);
        assertThat(parsed.withoutSecrets()).isEqualTo(jdbc);
        assertThat(parsed.secretSettings()).containsExactlyEntriesOf(Map.of(name, value));
    }

    @Test
    void shows_nothing_that_could_be_secret() {
        ConnectionUrl url = parsed("postgres://robot:secret@host/shop?sslpassword=hidden");

        assertThat(url.shown()).isEqualTo("jdbc:postgresql://host/shop").isEqualTo(url.toString());
        assertThat(new Secret("x")).hasToString("***");
        assertThat(url.password().orElseThrow()).hasToString("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hidden",
                "oracle://robot:hidden@host/shop",
                "postgres://robot:hid/den@host/shop",
                "postgres://robot:hidden%zz@host/shop",
                "postgres://robot:hidden@ho:st/shop",
                "jdbc:postgresql://host/shop?password=hidden%",
                "sqlite:///var/hidden%00.db"
            })
    void refuses_what_it_does_not_understand_without_repeating_it(String url) {
        assertThatThrownBy(() -> parsed(url))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("-Drobot.url ")
                .hasMessageNotContaining("hid");
    }

    @Test
    void a_variable_without_a_value_is_named() {
        assertThatThrownBy(() -> parsed("jdbc:postgresql://${db.host}/shop"))
                .hasMessage(
                        "-Drobot.url holds ${db.host}, which has no value; set it, as in -Ddb.host=…, or take the URL"
                                + " out to use the embedded PostgreSQL.");
        assertThatThrownBy(() -> parsed("${env.AUDIT_URL}")).hasMessageContaining("the environment variable AUDIT_URL");
    }
}
