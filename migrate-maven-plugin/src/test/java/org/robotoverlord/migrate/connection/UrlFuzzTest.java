package org.robotoverlord.migrate.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.robotoverlord.changelog.fuzz.FuzzRun;
import org.robotoverlord.changelog.fuzz.FuzzTarget;
import org.robotoverlord.changelog.fuzz.GuidedRun;
import org.robotoverlord.changelog.problem.Problem;

/** Whatever stands where a URL belongs is taken or refused, and its password is shown in neither case. */
class UrlFuzzTest {
    private static final String PLANTED = "Pl4nted";

    @Test
    void what_is_made_of_real_urls_is_taken_or_refused_without_its_password() {
        FuzzRun.made(new Urls());
    }

    @Test
    @EnabledIfSystemProperty(named = "fuzz.seconds", matches = "[1-9]\\d*", disabledReason = "only with -Pfuzz")
    void what_reaches_new_code_is_taken_or_refused_without_its_password() {
        GuidedRun.of(new Urls());
    }

    private static final class Urls implements FuzzTarget {
        @Override
        public String name() {
            return "url";
        }

        @Override
        public void take(byte[] input) {
            String text = new String(input, UTF_8);
            ConnectionUrl url;
            try {
                url = ConnectionUrl.parse(text, "-Drobot.url", Path.of("/module"));
            } catch (Problem refused) {
                // The word before the first colon is shown, and the name of a variable: no places of a password.
                String shown = refused.getMessage()
                        .replaceFirst("begins with '[^']*'", "")
                        .replaceAll("\\$\\{[\\w.-]*}|-D[\\w.-]*=|environment variable [\\w.-]*", "");
                requireSecret(shown, text, "refused");
                throw refused;
            }
            if (url.password().filter(is -> is.reveal().contains(PLANTED)).isPresent()) {
                requireSecret(url + " " + url.jdbc() + " " + url.user() + url.password(), text, "taken");
            }
            url.isFile();
            url.withDatabase("other").shown();
        }

        private static void requireSecret(String shown, String text, String how) {
            boolean once = text.indexOf(PLANTED) == text.lastIndexOf(PLANTED);
            if (once && shown.contains(PLANTED)) {
                throw new IllegalStateException(text + " is " + how + " and shown as " + shown);
            }
        }

        @Override
        public boolean isTold(String problem) {
            return problem.contains("-Drobot.url");
        }

        @Override
        public List<byte[]> seeds() {
            return List.of(
                            "postgres://robot:Pl4nted@host:5432/shop?sslmode=require",
                            "postgres://robot:Pl4nted@a:1,b:2,[::1]:5432/my%20shop?target_session_attrs=read-write&x",
                            "postgresql:///shop?user=robot&password=Pl4nted",
                            "jdbc:postgresql://host/shop?ssl=true&password=Pl4nted&user=robot",
                            "jdbc:postgresql:shop?password=Pl4nted",
                            "mysql://robot:p%40Pl4nted%2F@host/shop",
                            "mariadb://robot:Pl4nted@host/shop?useSsl=true",
                            "jdbc:h2:tcp://host:9092/shop;USER=robot;PASSWORD=Pl4nted;MODE=MySQL",
                            "h2:data/shop;password=Pl4nted",
                            "sqlite:data/my%20shop.db?cache=shared",
                            "sqlite:///var/shop.db",
                            "${database.url}")
                    .stream()
                    .map(text -> text.getBytes(UTF_8))
                    .toList();
        }
    }
}
