package org.robotoverlord.migrate.connection;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/** The {@code <server>}s of {@code settings.xml}, whose passwords may be encrypted. */
public final class Servers {
    private final Settings settings;
    private final Supplier<SettingsDecrypter> decrypter;

    /**
     * @param settings the user's settings
     * @param decrypter asked for where a server is looked for at all
     */
    public Servers(Settings settings, Supplier<SettingsDecrypter> decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    /** @throws Problem if there is no such server, or its password can't be decrypted */
    Login login(String id) {
        Server server = settings.getServer(id);
        if (server == null) {
            String near = Suggestion.of(
                    id, settings.getServers().stream().map(Server::getId).toList());
            throw new Problem("settings.xml has no <server> with the id '" + id + "'" + near
                    + "; add it with <username> and <password>, or correct the <server> of the app");
        }
        SettingsDecryptionResult result = decrypter.get().decrypt(new DefaultSettingsDecryptionRequest(server));
        if (!result.getProblems().isEmpty()) {
            throw new Problem("the password of the <server> '" + id + "' in settings.xml can't be decrypted: "
                    + result.getProblems().stream()
                            .map(SettingsProblem::getMessage)
                            .collect(Collectors.joining("; "))
                    + ". Encrypt it again with mvn --encrypt-password; the master password is in"
                    + " ~/.m2/settings-security.xml");
        }
        Server clear = result.getServer();
        return new Login(
                Optional.ofNullable(clear.getUsername()).filter(name -> !name.isBlank()),
                Optional.ofNullable(clear.getPassword()).map(Secret::new).filter(secret -> !secret.isBlank()));
    }
}
