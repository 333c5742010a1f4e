package org.robotoverlord.migrate.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** Where results and questions are printed, as they are: Maven 4 puts a mark before each line that a plugin prints. */
public final class StandardOutput {
    private static final String MARKING = "LoggingOutputStream";

    private StandardOutput() {}

    /** A stream that is not to be closed. */
    public static PrintStream get() {
        return System.out.getClass().getName().contains(MARKING)
                ? new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset())
                : System.out;
    }

    private static Charset charset() {
        String named = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        return named.isEmpty() || !Charset.isSupported(named) ? Charset.defaultCharset() : Charset.forName(named);
    }
}
