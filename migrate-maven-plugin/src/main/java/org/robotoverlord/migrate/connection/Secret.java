package org.robotoverlord.migrate.connection;

/**
 * A text that no log may show: a password, or a URL that may hold one. Maven prints the parameters of a goal with {@code -X}, so
 * these have a type of their own.
 */
public final class Secret {
    private String value = "";

    /** An empty one, which Maven fills. */
    public Secret() {}

    /** @param value what nobody may see; null for nothing */
    public Secret(String value) {
        this.value = value == null ? "" : value;
    }

    /** Where Maven puts what the POM says. */
    public void set(String text) {
        value = text == null ? "" : text;
    }

    /** The text itself. */
    public String reveal() {
        return value;
    }

    /** Whether it was left out. */
    public boolean isBlank() {
        return value.isBlank();
    }

    /** Never the text. */
    @Override
    public String toString() {
        return value.isEmpty() ? "" : "***";
    }
}
