package org.robotoverlord.migrate;

import java.nio.file.Path;
import java.util.Optional;
import org.robotoverlord.migrate.connection.Connecting;
import org.robotoverlord.migrate.connection.Secret;

/** How the databases of apps are to be reached: what was typed comes first, then the app's own words, then the plugin's, then the environment. */
final class AppConnections {
    private final DatabaseMojo mojo;

    AppConnections(DatabaseMojo mojo) {
        this.mojo = mojo;
    }

    /** That of an app. */
    Connecting of(AppSettings settings) {
        Path data = Path.of(mojo.project.getBuild().getDirectory(), "robot", settings.name());
        Optional<Found> found = found(settings);
        boolean ownUrl = found.filter(url -> url.from().equals(ofApp(settings))).isPresent();
        return new Connecting(
                found.map(Found::url),
                found.map(Found::from).orElse("the embedded PostgreSQL"),
                mojo.given().isTyped("user")
                        ? RobotMojo.given(mojo.user)
                        : settings.user().or(() -> RobotMojo.given(mojo.user)),
                mojo.given().isTyped("password")
                        ? secret(mojo.password)
                        : settings.password().or(() -> secret(mojo.password)),
                settings.server()
                        .filter(id -> ownUrl || mojo.session.getSettings().getServer(id) != null),
                data,
                mojo.basedir());
    }

    private record Found(Secret url, String from) {}

    private Optional<Found> found(AppSettings settings) {
        if (mojo.given().isTyped("url") && secret(mojo.url).isPresent()) {
            return Optional.of(new Found(mojo.url, mojo.given().said("url")));
        }
        return settings.url()
                .map(url -> new Found(url, ofApp(settings)))
                .or(() -> secret(mojo.url).map(url -> new Found(url, "the <url> of pom.xml")))
                .or(() -> environment().map(url -> new Found(url, "DATABASE_URL")));
    }

    private static String ofApp(AppSettings settings) {
        return "the <url> of app '" + settings.name() + "'";
    }

    private Optional<Secret> environment() {
        return RobotMojo.given(mojo.session.getSystemProperties().getProperty("env.DATABASE_URL"))
                .map(Secret::new);
    }

    private static Optional<Secret> secret(Secret secret) {
        return Optional.ofNullable(secret).filter(value -> !value.isBlank());
    }
}
