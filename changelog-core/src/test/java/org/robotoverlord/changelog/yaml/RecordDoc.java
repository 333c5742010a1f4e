package org.robotoverlord.changelog.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a record's Javadoc says, as Markdown.
 *
 * @param summary what the record is; without its examples
 * @param components name → what the component is
 */
record RecordDoc(String summary, Map<String, String> components) {
    private static final Path SOURCES = Path.of("src/main/java");
    /** Text with braces in it, three deep. */
    private static final String BRACES = nested(nested(nested("[^{}]*")));

    private static final Pattern TAG = Pattern.compile("@(\\w+) +(\\S+) *");

    /** The Javadoc of a record of this module. */
    static RecordDoc of(Class<?> record) {
        Class<?> outermost =
                Optional.<Class<?>>ofNullable(record.getEnclosingClass()).orElse(record);
        String source = read(SOURCES.resolve(outermost.getName().replace('.', '/') + ".java"));
        int declared = source.indexOf(
                "record " + record.getSimpleName() + (record.getTypeParameters().length > 0 ? "<" : "("));
        int begin = source.lastIndexOf("/**", declared);
        String text = source.substring(begin + 3, source.indexOf("*/", begin)).replaceAll("(?m)^ *\\* ?", "");
        String[] parts = text.split("(?m)^(?=@param)");
        Map<String, String> components = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            Matcher tag = TAG.matcher(parts[i]);
            if (tag.lookingAt()) {
                components.put(
                        tag.group(2), markdown(parts[i].substring(tag.end())).replace("|", "\\|"));
            }
        }
        return new RecordDoc(markdown(parts[0].replaceAll("(?s)<pre>.*?</pre>", "")), components);
    }

    /** What a component is. */
    String of(String component) {
        return Optional.ofNullable(components.get(component))
                .orElseThrow(() -> new IllegalStateException("the Javadoc has no @param " + component));
    }

    private static String nested(String inner) {
        return "(?:[^{}]|\\{" + inner + "})*";
    }

    /** What a programmer may look up elsewhere is left out. */
    private static String markdown(String javadoc) {
        return javadoc.replaceAll("\\s+", " ")
                .replaceAll(" [^.]*\\{@link [^.]*\\.", "")
                .strip()
                .replaceAll("\\{@code (" + BRACES + ")}", "`$1`");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
