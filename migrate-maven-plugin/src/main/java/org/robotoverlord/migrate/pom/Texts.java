package org.robotoverlord.migrate.pom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that a new project begins with, as they lie beside this class. */
final class Texts {
    private Texts() {}

    static String read(String name) {
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
