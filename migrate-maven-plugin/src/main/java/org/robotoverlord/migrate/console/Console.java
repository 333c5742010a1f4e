package org.robotoverlord.migrate.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import org.robotoverlord.changelog.diff.Asker;
import org.robotoverlord.changelog.problem.Problem;

/**
 * Asks a person, or whoever writes the answers to standard input, one a line. There is none where nobody could answer, so that a
 * build never waits.
 */
public final class Console implements Asker {
    private final InputStream in;
    private final PrintStream out;
    private final boolean echo;

    /**
     * @param in where answers come from
     * @param out where questions go
     * @param echo whether answers are printed too, as nobody types them
     */
    Console(InputStream in, PrintStream out, boolean echo) {
        this.in = in;
        this.out = out;
        this.echo = echo;
    }

    /**
     * Whoever can be asked.
     *
     * @param piped whether answers are to be read from standard input, terminal or not
     * @param interactive whether Maven runs without {@code -B}
     */
    public static Optional<Console> of(boolean piped, boolean interactive) {
        boolean terminal = isTerminal();
        return piped || interactive && terminal
                ? Optional.of(new Console(System.in, StandardOutput.get(), !terminal))
                : Optional.empty();
    }

    /** Whether a person sits before this. From JDK 22 on there is a console without a terminal too, which tells by a method. */
    public static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    /**
     * Asks for a yes or a no; an empty line stands for what the question shows in brackets. Anything else is asked again.
     *
     * @throws Problem if there is no answer
     */
    @Override
    public boolean yes(String question, boolean otherwise) {
        while (true) {
            String answer = ask(question);
            switch (answer.toLowerCase(Locale.ROOT)) {
                case "" -> {
                    return otherwise;
                }
                case "y", "yes", "true" -> {
                    return true;
                }
                case "n", "no", "false" -> {
                    return false;
                }
                default -> out.println("Answer yes or no.");
            }
        }
    }

    /**
     * Asks for a text; an empty line is an empty text.
     *
     * @throws Problem if there is no answer
     */
    @Override
    public String text(String question) {
        return ask(question);
    }

    private String ask(String question) {
        out.print(question + " ");
        out.flush();
        Optional<String> line = line();
        if (echo || line.isEmpty()) {
            out.println(line.orElse(""));
        }
        return line.map(String::strip)
                .orElseThrow(() -> new Problem("'" + question + "' has no answer: standard input has ended"));
    }

    /** The next line, and no byte more, as another goal may ask too. */
    private Optional<String> line() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    return bytes.size() == 0 ? Optional.empty() : Optional.of(bytes.toString(charset()));
                }
                bytes.write(next);
            }
            return Optional.of(bytes.toString(charset()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Charset charset() {
        String named = System.getProperty("stdin.encoding", System.getProperty("sun.stdin.encoding", ""));
        return named.isEmpty() || !Charset.isSupported(named) ? Charset.defaultCharset() : Charset.forName(named);
    }
}
